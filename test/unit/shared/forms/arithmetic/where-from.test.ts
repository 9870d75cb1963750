import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../../shared/domain/answers.ts';
import { openSheet } from '../../../../../shared/forms/arithmetic/budget-sheet.ts';
import type { OtherTables } from '../../../../../shared/forms/arithmetic/other-tables.ts';
import { whereFrom } from '../../../../../shared/forms/arithmetic/where-from.ts';
import type { FormDefinition } from '../../../../../shared/forms/definition.ts';
import { balanceTable, beside, groupTable, soundExpenditure, subjectTable } from '../../../../support/budget-tables.ts';

function words(definition: FormDefinition, answers: Answers, path: string, others?: OtherTables): string {
  const sheet = openSheet(definition, 'lines', answers, others);
  return sheet ? whereFrom(sheet, path) : '';
}

describe('whereFrom', () => {
  it('names the columns a sum adds up', () => {
    expect(words(subjectTable, soundExpenditure, 'lines.3.total')).toBe('合计 = 基本支出 + 项目支出');
  });

  it('names the level below a subject', () => {
    expect(words(subjectTable, soundExpenditure, 'lines.0.basic')).toBe('合计 = 其下各类之和');
    expect(words(subjectTable, soundExpenditure, 'lines.1.basic')).toBe('205 教育支出 = 其下各款之和');
    expect(words(subjectTable, soundExpenditure, 'lines.2.basic')).toBe('20501 教育管理事务 = 其下各项之和');
  });

  it('says nothing of what is typed or is no cell', () => {
    expect(words(subjectTable, soundExpenditure, 'lines.3.basic')).toBe('');
    expect(words(subjectTable, soundExpenditure, 'lines.77.basic')).toBe('');
  });

  it('names lines by the label of their side', () => {
    const answers: Answers = { lines: balanceTable.tables[0]?.fixed?.map(() => ({})) ?? [] };
    expect(words(balanceTable, answers, 'lines.5.income')).toBe('收入总计 = 本年收入合计 + 上年结转');
    expect(words(balanceTable, answers, 'lines.5.expenditure')).toBe('支出总计 = 本年支出合计 + 年终结转');
  });

  it('names the other table, its line and its column', () => {
    const answers: Answers = { lines: balanceTable.tables[0]?.fixed?.map(() => ({})) ?? [] };
    expect(words(balanceTable, answers, 'lines.0.expenditure', beside(soundExpenditure))).toBe(
      '取自《支出总表》第2行“205 教育支出”的“合计”',
    );
    expect(words(balanceTable, answers, 'lines.2.expenditure', beside(soundExpenditure))).toBe(
      '取自《支出总表》“229”行的“合计”',
    );
  });

  it('counts the lines of a group', () => {
    const answers: Answers = { lines: [{ item: '合计' }, { item: '甲单位小计' }, { item: '纸' }, { item: '笔' }] };
    expect(words(groupTable, answers, 'lines.1.own')).toBe('甲单位小计 = 其下2行之和');
    expect(words(groupTable, answers, 'lines.0.own')).toBe('合计 = 其下一行');
  });
});
