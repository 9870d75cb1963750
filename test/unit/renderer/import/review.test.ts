import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '../../../../renderer/import/review.ts';
import {
  canPlaceAt,
  changeItem,
  leaveText,
  openTexts,
  placeText,
  sameCount,
  startReview,
  takeTextBack,
  toAccept,
  uncertainCount,
} from '../../../../renderer/import/review.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import type { ImportCandidate, ImportMatch } from '../../../../shared/rpc/import-types.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const definition = shippedDefinition('dalian-project-target');
const recordId = '6f1c1c52-9d0f-4a55-8b2b-3f6f5a1d2c10';

function candidate(match: ImportMatch, extra: Partial<ImportCandidate> = {}): ImportCandidate {
  return {
    definitionId: definition.id,
    fiscalYear: 2026,
    isYearFromSource: true,
    source: { file: '示例.xlsx', place: '第1张表' },
    answers: shapeAnswers(definition, {
      projectName: '村医补助',
      annualGoal: '按月发放。',
      indicators: [{ level1: '产出指标', level2: '数量指标', level3: '人数', target: '=160人' }],
    }),
    unplaced: [],
    notes: [],
    match,
    ...extra,
  };
}

const withTexts = candidate(
  { kind: 'new' },
  {
    unplaced: [
      { text: '补充一', place: '第3行' },
      { text: '≥95%', place: '第9行' },
    ],
  },
);

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
    expect(sameCount(items)).toBe(1);
  });
  it('takes a changed form as a new one when told, and an equal one as a copy', () => {
    const items = startReview([
      candidate({ kind: 'same', recordId }),
      candidate({ kind: 'update', recordId, changedPaths: [] }),
    ]).map((item) => ({ ...item, isTicked: true, isUpdate: false }));
    expect(toAccept(items).map(({ replaces }) => replaces)).toEqual([null, null]);
    expect(sameCount(items)).toBe(0);
  });
});

describe('texts without a place', () => {
  it('are appended on a line of their own or replace', () => {
    const item = only(startReview([withTexts]));
    const appended = placeText(item, definition, 0, 'annualGoal', 'append');
    expect(appended.answers.annualGoal).toBe('按月发放。\n补充一');
    expect(openTexts(appended)).toHaveLength(1);
    expect(placeText(item, definition, 0, 'annualGoal', 'replace').answers.annualGoal).toBe('补充一');
    expect(placeText(item, definition, 0, 'periodGoal', 'append').answers.periodGoal).toBe('补充一');
  });
  it('go into parts of amounts and into cells of rows there are, targets with their parts', () => {
    const item = only(startReview([withTexts]));
    expect(placeText(item, definition, 0, 'annualFunds.total', 'replace').answers.annualFunds).toMatchObject({
      total: '补充一',
    });
    const placed = placeText(item, definition, 1, 'indicators.0.target', 'replace');
    expect(placed.answers.indicators).toEqual([
      expect.objectContaining({ target: '≥95%', operator: '≥', value: '95', unit: '%' }),
    ]);
  });
  it('go nowhere a form has no place', () => {
    const item = only(startReview([withTexts]));
    for (const path of ['', 'fiscalYear', 'indicators', 'indicators.7.target', 'indicators.0.weight']) {
      expect(canPlaceAt(definition, item.answers, path)).toBe(false);
      expect(placeText(item, definition, 0, path, 'append')).toBe(item);
    }
  });
  it('are taken back, and the form says again what the document said', () => {
    const item = only(startReview([withTexts]));
    const placed = placeText(
      placeText(item, definition, 0, 'annualGoal', 'append'),
      definition,
      1,
      'annualGoal',
      'append',
    );
    const back = takeTextBack(placed, definition, 'annualGoal');
    expect(back.answers).toEqual(item.answers);
    expect(openTexts(back)).toHaveLength(2);
  });
  it('can be left out on purpose', () => {
    const item = only(startReview([withTexts]));
    expect(openTexts(leaveText(item, 0, true))).toHaveLength(1);
    expect(openTexts(leaveText(leaveText(item, 0, true), 0, false))).toHaveLength(2);
  });
});

describe('uncertainCount', () => {
  it('counts guesses and open texts until the form is confirmed', () => {
    const note = { path: 'annualGoal', message: '判断', place: '第3行' };
    const items = startReview([{ ...withTexts, notes: [note] }]);
    expect(uncertainCount(only(items))).toBe(3);
    expect(uncertainCount(only(changeItem(items, 0, (item) => ({ ...item, isConfirmed: true }))))).toBe(0);
  });
});
