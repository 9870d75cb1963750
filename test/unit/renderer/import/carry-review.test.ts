import { describe, expect, it } from 'vitest';
import { carryReview, effectOf } from '../../../../renderer/import/carry-review.ts';
import { editItem, startReview } from '../../../../renderer/import/review.ts';
import { withField } from '../../../../shared/domain/answers.ts';
import type { ImportCandidate, ImportMatch } from '../../../../shared/rpc/import-types.ts';
import { candidate, withTexts } from '../../../support/import-candidates.ts';
import { sampleDefinition as definition } from '../../../support/sample-form.ts';

const definitions = new Map([[definition.id, definition]]);
const at = (row: string, of: ImportCandidate = withTexts): ImportCandidate => ({ ...of, origin: { source: 0, row } });
const named = (of: ImportCandidate, name: string): ImportCandidate => ({
  ...of,
  answers: withField(of.answers, 'projectName', name),
});

const before = [at('第1行'), at('第20行'), at('第40行')];
const [one, two, three] = before;
if (!one || !two || !three) throw new Error('three forms');

describe('reading an import again', () => {
  it('keeps what was decided and put right, form by form, in the order of the new reading', () => {
    const [first, ...rest] = startReview(before);
    if (!first) throw new Error('one form');
    const text = { text: '补充一', place: '第3行' };
    const edited = editItem(first, definition, { kind: 'place', text, path: 'annualGoal', way: 'append' });
    const items = [{ ...edited, isTicked: false }, ...rest];
    const fresh = at('第10行', candidate({ kind: 'new' }));
    const after = carryReview(definitions, items, [named(one, '甲'), fresh, two, three], before);
    expect(after.map(({ id, number }) => [id, number])).toEqual([
      [0, 0],
      [3, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(after[0]?.isTicked).toBe(false);
    expect(after[0]?.answers).toMatchObject({ projectName: '甲', annualGoal: '按月发放。\n补充一' });
    expect(after[0]?.taughtPaths).toEqual(['projectName']);
    expect(after[2]?.taughtPaths).toEqual([]);
  });

  it('leaves a confirmed form as the person has seen it', () => {
    const items = startReview(before).map((item) => ({ ...item, isConfirmed: item.id === 1 }));
    const after = carryReview(definitions, items, [one, named(two, '乙'), three], before);
    expect(after[1]).toEqual(items[1]);
  });

  it('does an edit again only where it still means something', () => {
    const text = { text: '补充一', place: '第3行' };
    const items = startReview([one]).map((item) =>
      editItem(item, definition, { kind: 'place', text, path: 'periodGoal', way: 'append' }),
    );
    const placed = { ...one, unplaced: [], answers: withField(one.answers, 'periodGoal', '补充一') };
    const [after] = carryReview(definitions, items, [placed], [one]);
    expect(after?.answers.periodGoal).toBe('补充一');
    expect(after?.left).toEqual([]);
  });

  it('takes an update for what it is by now', () => {
    const recordId = '6f1c1c52-9d0f-4a55-8b2b-3f6f5a1d2c10';
    const match: ImportMatch = { kind: 'update', recordId, changedPaths: ['projectName'] };
    const [after] = carryReview(definitions, startReview([one]), [{ ...one, match }], [one]);
    expect(after?.isUpdate).toBe(true);
  });
});

describe('effectOf', () => {
  it('counts the places of other forms only', () => {
    const items = startReview(before);
    const records = [named(one, '甲'), named(two, '乙'), three, at('第60行')];
    const after = carryReview(definitions, items, records, before);
    expect(effectOf(definitions, items, after, 0)).toEqual({ forms: 2, places: 2 });
    expect(effectOf(definitions, items, items, 0)).toEqual({ forms: 0, places: 0 });
  });

  it('counts guesses that need no guessing any more, and texts that are no longer without a place', () => {
    const note = { path: 'department', message: '按位置判断', place: '第3行' };
    const guessed = [one, { ...two, notes: [note] }];
    const items = startReview(guessed);
    const certain = carryReview(definitions, items, [one, two], guessed);
    expect(effectOf(definitions, items, certain, 0)).toEqual({ forms: 1, places: 1 });
    expect(certain[1]?.taughtPaths).toEqual(['department']);
    const placed = carryReview(definitions, startReview([one, two]), [one, { ...two, unplaced: [] }], [one, two]);
    expect(effectOf(definitions, startReview([one, two]), placed, 0)).toEqual({ forms: 1, places: 2 });
  });
});
