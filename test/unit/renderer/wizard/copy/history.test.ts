import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../../../renderer/wizard/copy/history.ts';
import { addStep, emptyHistory, redoStep, seal, undoStep } from '../../../../../renderer/wizard/copy/history.ts';

function step(before: string, after: string, atMs = 0, mergeKey: string | null = null) {
  return { before, after, label: '修改', mergeKey, atMs };
}

describe('history', () => {
  it('makes one step of typing in one field', () => {
    let history = addStep(emptyHistory<string>(), step('', '甲', 0, 'name'));
    history = addStep(history, step('甲', '甲乙', 300, 'name'));
    expect(undoStep(history)?.step).toMatchObject({ before: '', after: '甲乙' });
    expect(history.past).toHaveLength(1);
  });

  it('begins a new step after a pause, in another field, and once the field was left', () => {
    const first = addStep(emptyHistory<string>(), step('', '甲', 0, 'name'));
    expect(addStep(first, step('甲', '甲乙', 5000, 'name')).past).toHaveLength(2);
    expect(addStep(first, step('甲', '甲乙', 100, 'unit')).past).toHaveLength(2);
    expect(addStep(seal(first), step('甲', '甲乙', 100, 'name')).past).toHaveLength(2);
  });

  it('keeps steps without a merge key apart', () => {
    const first = addStep(emptyHistory<string>(), step('', '甲'));
    expect(addStep(first, step('甲', '乙')).past).toHaveLength(2);
  });

  it('forgets what was taken back as soon as something else is done', () => {
    const undone = undoStep(addStep(emptyHistory<string>(), step('', '甲')));
    const history = addStep(undone?.history ?? emptyHistory<string>(), step('', '乙'));
    expect(redoStep(history)).toBeUndefined();
  });

  it('has nothing to take back at first', () => {
    expect(undoStep(emptyHistory<string>())).toBeUndefined();
    expect(redoStep(emptyHistory<string>())).toBeUndefined();
  });

  it('brings every earlier state back, and every later one again', () => {
    const changes = fc.array(fc.tuple(fc.string(), fc.constantFrom('a', 'b', null), fc.nat(4000)), { maxLength: 40 });
    fc.assert(
      fc.property(changes, (list) => {
        let history: History<string> = emptyHistory();
        let present = '';
        let atMs = 0;
        for (const [after, mergeKey, pauseMs] of list) {
          atMs += pauseMs;
          history = addStep(history, step(present, after, atMs, mergeKey));
          present = after;
        }
        const last = present;
        for (let undone = undoStep(history); undone; undone = undoStep(history)) {
          expect(undone.step.after).toBe(present);
          present = undone.step.before;
          history = undone.history;
        }
        expect(present).toBe('');
        for (let redone = redoStep(history); redone; redone = redoStep(history)) {
          expect(redone.step.before).toBe(present);
          present = redone.step.after;
          history = redone.history;
        }
        expect(present).toBe(last);
      }),
    );
  });

  it('holds a limited number of steps, the latest', () => {
    let history: History<string> = emptyHistory();
    for (let index = 0; index < 1000; index += 1) history = addStep(history, step(`${index}`, `${index + 1}`));
    expect(history.past.length).toBe(500);
    expect(history.past.at(-1)?.after).toBe('1000');
  });
});
