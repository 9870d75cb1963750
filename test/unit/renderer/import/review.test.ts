import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../../renderer/import/edits.ts';
import type { ReviewItem } from '../../../../renderer/import/review.ts';
import {
  changeItem,
  editItem,
  openNotes,
  openTexts,
  reopenText,
  startReview,
  toAccept,
  uncertainCount,
  undoEdit,
} from '../../../../renderer/import/review.ts';
import { candidate, withTexts } from '../../../support/import-candidates.ts';
import { sampleDefinition as definition } from '../../../support/sample-form.ts';

const recordId = '6f1c1c52-9d0f-4a55-8b2b-3f6f5a1d2c10';
const [first, second] = withTexts.unplaced;
if (!first || !second) throw new Error('two texts');
const append: Edit = { kind: 'place', text: first, path: 'annualGoal', way: 'append' };

function only(items: readonly ReviewItem[]): ReviewItem {
  const [item] = items;
  if (!item) throw new Error('there is an item');
  return item;
}

describe('startReview', () => {
  it('takes new and changed forms, and leaves equal ones out', () => {
    const items = startReview([
      candidate({ kind: 'new' }),
      candidate({ kind: 'same', recordId }),
      candidate({ kind: 'update', recordId, changedPaths: ['annualGoal'] }),
    ]);
    expect(items.map(({ isTicked }) => isTicked)).toEqual([true, false, true]);
    expect(toAccept(items).map(({ replaces }) => replaces)).toEqual([null, recordId]);
  });
  it('takes a changed form as a new one when told, and an equal one as a copy', () => {
    const items = startReview([
      candidate({ kind: 'same', recordId }),
      candidate({ kind: 'update', recordId, changedPaths: [] }),
    ]).map((item) => ({ ...item, isTicked: true, isUpdate: false }));
    expect(toAccept(items).map(({ replaces }) => replaces)).toEqual([null, null]);
  });
});

describe('edits of a form', () => {
  it('are saved with it', () => {
    const item = editItem(only(startReview([withTexts])), definition, append);
    expect(toAccept([item])[0]?.answers.annualGoal).toBe('按月发放。\n补充一');
    expect(openTexts(item)).toHaveLength(1);
  });

  it('are none where nothing would change', () => {
    const item = only(startReview([withTexts]));
    expect(editItem(item, definition, { ...append, path: 'nothing' })).toBe(item);
  });

  it('are taken back one by one, the last first', () => {
    const item = only(startReview([withTexts]));
    const edited = editItem(editItem(item, definition, append), definition, {
      kind: 'clear',
      path: 'projectName',
      text: '村医补助',
    });
    expect(undoEdit(edited, definition).answers.projectName).toBe('村医补助');
    expect(undoEdit(undoEdit(edited, definition), definition)).toEqual(item);
    expect(undoEdit(item, definition)).toEqual(item);
  });

  it('of one text are taken back alone', () => {
    const item = only(startReview([withTexts]));
    const both = [append, { ...append, text: second }].reduce<ReviewItem>(
      (each, edit) => editItem(each, definition, edit),
      item,
    );
    const back = reopenText(both, definition, first);
    expect(back.answers.annualGoal).toBe('按月发放。\n≥95%');
    expect(openTexts(back).map(({ text }) => text)).toEqual(['补充一']);
    const left = editItem(item, definition, { kind: 'leave', text: first });
    expect(openTexts(left)).toHaveLength(1);
    expect(openTexts(reopenText(left, definition, first))).toHaveLength(2);
  });
});

describe('uncertainCount', () => {
  const note = { path: 'annualGoal', message: '判断', place: '第3行' };
  const rowNote = { path: 'indicators.0', message: '错位', place: '第9行' };
  it('counts guesses and open texts until the form is confirmed', () => {
    const items = startReview([{ ...withTexts, notes: [note] }]);
    expect(uncertainCount(only(items))).toBe(3);
    expect(uncertainCount(only(changeItem(items, 0, (item) => ({ ...item, isConfirmed: true }))))).toBe(0);
  });
  it('does not count a guess that was put right', () => {
    const item = only(startReview([{ ...withTexts, notes: [note, rowNote, { ...note, path: '' }] }]));
    const edited = editItem(editItem(item, definition, append), definition, {
      kind: 'move',
      from: 'indicators.0.level3',
      to: 'indicators.0.target',
      text: '人数',
    });
    expect(openNotes(edited).map(({ path }) => path)).toEqual(['']);
    expect(uncertainCount(edited)).toBe(2);
  });
});
