import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerRow } from '../../../../shared/domain/answers.ts';
import { alignRows } from '../../../../shared/forms/align-rows.ts';
import { compareAnswers } from '../../../../shared/forms/compare-answers.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import {
  output,
  sampleDefinition,
  soundAnswers,
  soundIndicators,
  soundWith,
  withIndicators,
} from '../../../support/sample-form.ts';

const shaped = (answers: Parameters<typeof shapeAnswers>[1]) => shapeAnswers(sampleDefinition, answers);
const compare = (before: Parameters<typeof shaped>[0], after: Parameters<typeof shaped>[0]) =>
  compareAnswers(sampleDefinition, shaped(before), shaped(after));

describe('two states of a form', () => {
  test('that are the same differ in nothing', () => {
    expect(compare(soundAnswers, soundAnswers)).toEqual([]);
  });

  test('differ in the fields that changed, also in one that was emptied', () => {
    const after = soundWith({ projectName: '夜间图书馆', 'annualFunds.total': null });
    expect(compare(soundAnswers, after)).toEqual([
      {
        kind: 'changed',
        oldPath: 'projectName',
        newPath: 'projectName',
        oldText: '乡镇图书馆延时开放',
        newText: '夜间图书馆',
      },
      { kind: 'changed', oldPath: 'annualFunds.total', newPath: 'annualFunds.total', oldText: '60.25', newText: '' },
    ]);
  });

  test('differ in one row where one was put in between', () => {
    const [first, ...rest] = soundIndicators;
    const after = withIndicators([first ?? {}, output('新增书架数量', '≥20个'), ...rest]);
    expect(compare(soundAnswers, after)).toEqual([
      {
        kind: 'added',
        oldPath: null,
        newPath: 'indicators.1',
        oldText: '',
        newText: '产出指标 数量指标 新增书架数量 ≥20个',
      },
    ]);
    expect(compare(after, soundAnswers)).toMatchObject([{ kind: 'removed', oldPath: 'indicators.1', newPath: null }]);
  });

  test('differ in a cell whose row has moved up', () => {
    const [, second, ...rest] = soundIndicators;
    const after = withIndicators([{ ...second, target: '≥98%' }, ...rest]);
    expect(compare(soundAnswers, after)).toEqual([
      expect.objectContaining({ kind: 'removed', oldPath: 'indicators.0' }),
      {
        kind: 'changed',
        oldPath: 'indicators.1.target',
        newPath: 'indicators.0.target',
        oldText: '≥95%',
        newText: '≥98%',
      },
    ]);
  });
});

test('every row is paired once, and in order', () => {
  const rows = fc.array(fc.record({ a: fc.constantFrom('', '甲', '乙'), b: fc.constantFrom('', '一', '二', '三') }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, rows, (before: AnswerRow[], after: AnswerRow[]) => {
      const pairs = alignRows(before, after, ['a', 'b'], ['a']);
      const indexes = (rowsOf: readonly AnswerRow[]) => rowsOf.map((_, index) => index);
      expect(pairs.flatMap(([b]) => (b === null ? [] : [b]))).toEqual(indexes(before));
      expect(pairs.flatMap(([, a]) => (a === null ? [] : [a]))).toEqual(indexes(after));
    }),
  );
});
