import { describe, expect, it } from 'vitest';
import { inferLesson, lessonPath } from '../../../../renderer/import/infer-lesson.ts';
import type { SourceRow } from '../../../../shared/rpc/import-types.ts';
import { candidate } from '../../../support/import-candidates.ts';
import { sampleDefinition as definition } from '../../../support/sample-form.ts';

const { answers } = candidate({ kind: 'new' });
const definitionId = definition.id;

/** Rows as typed: cells separated by `|`. */
function rowsOf(text: string): SourceRow[] {
  return text.split('\n').map((line, index) => ({
    place: `第${index + 1}行`,
    kind: 'table',
    cells: line.split('|').map((cell, column) => ({ text: cell, column, columnSpan: 1, rowSpan: 1 })),
  }));
}

const rows = rowsOf(`工程名称|村道养护|主管部门|交通局
资金投入|实施期金额|80.50||80.50
一级指标|二级指标|三级指标|打算做到||备用
产出指标|数量指标|人数|=160人|每年|甲
||次数|两次|每月|乙
归口机关|卫健局|承办站所|卫健局`);

interface Case {
  readonly text: string;
  readonly place?: string | null;
  readonly path: string;
  readonly nth?: number;
  readonly isReplacing?: boolean;
}

const infer = ({ text, place = null, path, nth = 0, isReplacing = false }: Case) =>
  inferLesson({ definition, answers, rows, text, place, path, nth, isReplacing });

describe('a correction teaches', () => {
  it('the wording of a label: the word before the text', () => {
    expect(infer({ text: '村道养护', place: '第1行', path: 'projectName' })).toEqual({
      kind: 'label',
      definitionId,
      path: 'projectName',
      text: '工程名称',
    });
  });

  it('the wording of a label that stands in the same cell', () => {
    expect(infer({ text: '工程负责单位：公路站', path: 'implementingUnit' })).toMatchObject({ text: '工程负责单位' });
  });

  it('the wording of the right label where the same text stands behind two', () => {
    const text = { text: '卫健局', place: '第6行' };
    expect(infer({ ...text, path: 'department' })).toMatchObject({ text: '归口机关' });
    expect(infer({ ...text, path: 'implementingUnit', nth: 1 })).toMatchObject({ text: '承办站所' });
    expect(infer({ text: '卫健局', path: 'department' })).toBeNull();
  });

  it('the wording of a heading', () => {
    expect(infer({ text: '两次', place: '第5行', path: 'indicators.1.target', isReplacing: true })).toEqual({
      kind: 'label',
      definitionId,
      path: 'indicators.target',
      text: '打算做到',
    });
  });

  it('which column it is, where nothing stands above it', () => {
    expect(infer({ text: '每月', path: 'indicators.0.target', isReplacing: true })).toEqual({
      kind: 'column',
      definitionId,
      path: 'indicators.target',
      column: 4,
    });
  });
});

describe('a correction concerns one place only', () => {
  it.each<[string, Case]>([
    ['where the label is known', { text: '交通局', place: '第1行', path: 'department' }],
    ['where a figure stands before it', { text: '每年', place: '第4行', path: 'annualGoal' }],
    ['where the text stands in several places', { text: '80.50', path: 'annualFunds.total' }],
    ['where it stands nowhere', { text: '没有', path: 'projectName' }],
    ['where the column is read already', { text: '两次', place: '第5行', path: 'indicators.0.target' }],
    ['where the text is in no table', { text: '村道养护', path: 'indicators.0.target', isReplacing: true }],
  ])('%s', (_name, correction) => {
    expect(infer(correction)).toBeNull();
  });
});

describe('lessonPath', () => {
  it('leaves the number of the row out', () => {
    expect(lessonPath(definition, 'annualFunds.total')).toBe('annualFunds.total');
    expect(lessonPath(definition, 'indicators.3.target')).toBe('indicators.target');
  });
});
