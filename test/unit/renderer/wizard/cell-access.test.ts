import { describe, expect, it } from 'vitest';
import { cellAccess } from '../../../../renderer/wizard/cell-access.ts';
import { WorkingCopy } from '../../../../renderer/wizard/copy/working-copy.ts';
import type { Answers } from '../../../../shared/domain/answers.ts';
import { answerAt, fieldText, tableRows } from '../../../../shared/domain/answers.ts';
import { soundExpenditure, subjectTable } from '../../../support/budget-tables.ts';
import { output, sampleDefinition, sampleYear, soundAnswers, withIndicators } from '../../../support/sample-form.ts';

function open(answers: Answers): WorkingCopy {
  const record = {
    id: '0b54d3b2-6f2f-4f5f-9d5f-4d3c2b1a0f9e',
    definitionId: sampleDefinition.id,
    definitionVersion: 1,
    fiscalYear: sampleYear,
    status: 'draft',
    answers,
    revision: 'r1',
    createdAtMs: 0,
    updatedAtMs: 0,
  } as const;
  return new WorkingCopy(record, sampleDefinition);
}

const accessOf = (copy: WorkingCopy, path: string) => {
  const access = cellAccess(copy.definition, copy.answers, path);
  if (!access) throw new Error(`no cell ${path}`);
  return access;
};

describe('a cell of the paper', () => {
  it('is a field of the form', () => {
    const copy = open(soundAnswers);
    const access = accessOf(copy, 'annualFunds.total');
    expect(access.field.type).toBe('amount');
    expect(access.textOf(copy.answers)).toBe('60.25');
    access.write(copy, '61');
    expect(fieldText(copy.answers, 'annualFunds.total')).toBe('61');
  });

  it('is a cell of a table, with the parts of its target', () => {
    const copy = open(withIndicators([output('甲', '1个'), output('乙', '2个')]));
    const access = accessOf(copy, 'indicators.1.target');
    access.write(copy, '≥5个');
    expect(access.textOf(copy.answers)).toBe('≥5个');
    expect(answerAt(copy.answers, 'indicators.1.value')).toBe('5');
    copy.undo();
    expect(access.textOf(copy.answers)).toBe('2个');
  });

  it('writes all rows of a merged cell, also after it was emptied on the way', () => {
    const copy = open(withIndicators([output('甲', '1个'), output('乙', '2个'), output('丙', '3%', '质量指标')]));
    const access = accessOf(copy, 'indicators.1.level2');
    access.write(copy, '');
    access.write(copy, '时效');
    access.write(copy, '时效指标');
    const categories = tableRows(copy.answers, 'indicators').map(({ level1, level2 }) => `${level1} ${level2}`);
    expect(categories).toEqual(['产出指标 时效指标', '产出指标 时效指标', '产出指标 质量指标']);
  });

  it('takes along the category that a chosen one stands under', () => {
    const copy = open(withIndicators([output('甲', '1个')]));
    accessOf(copy, 'indicators.0.level2').write(copy, '社会效益指标');
    expect(answerAt(copy.answers, 'indicators.0.level1')).toBe('效益指标');
  });

  it('is not where the form has no such place', () => {
    expect(cellAccess(sampleDefinition, soundAnswers, 'nothing')).toBeUndefined();
    expect(cellAccess(sampleDefinition, soundAnswers, 'indicators')).toBeUndefined();
    expect(cellAccess(sampleDefinition, soundAnswers, 'indicators.0.nothing')).toBeUndefined();
  });
});

describe('a cell of a budget table', () => {
  const opened = () =>
    new WorkingCopy(
      {
        id: '00000000-0000-4000-8000-000000000001',
        definitionId: subjectTable.id,
        definitionVersion: 1,
        fiscalYear: 2026,
        status: 'draft',
        answers: soundExpenditure,
        revision: '',
        createdAtMs: 0,
        updatedAtMs: 0,
      },
      subjectTable,
    );

  it('is followed by the sums when it is filled in on the paper, also over a text that is no amount yet', () => {
    const copy = opened();
    const access = cellAccess(subjectTable, copy.answers, 'lines.3.basic');
    for (const text of ['3', '3.', '3.5']) access?.write(copy, text);
    expect(tableRows(copy.answers, 'lines')[0]).toMatchObject({ basic: '84.00', total: '114.00' });
    expect(access?.textOf(copy.answers)).toBe('3.5');
  });

  it('is left alone where it follows from others or says what a line is', () => {
    const { answers } = opened();
    for (const path of ['lines.0.total', 'lines.2.basic', 'lines.3.code', 'lines.0.name']) {
      expect(cellAccess(subjectTable, answers, path), path).toBeUndefined();
    }
  });
});
