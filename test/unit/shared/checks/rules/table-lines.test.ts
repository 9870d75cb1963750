import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../../../shared/checks/context.ts';
import {
  emptyTableNote,
  groupLimit,
  subjectCode,
  subjectTwice,
  tableClosed,
} from '../../../../../shared/checks/rules/table-lines.ts';
import { runRule } from '../../../../../shared/checks/run-checks.ts';
import type { AnswerRow } from '../../../../../shared/domain/answers.ts';
import { findingsBeside } from '../../../../support/budget-findings.ts';
import { budgetForms, budgetYear, withCells } from '../../../../support/budget-year.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const sound = budgetForms();

describe('lines of budget tables', () => {
  it('have no amount on a side without an item', () => {
    expect(findingsBeside(tableClosed, sound, 'balance').map(({ outcome }) => outcome)).toEqual(['pass']);
    const found = findingsBeside(tableClosed, withCells(sound, 'balance', { 9: { income: '3.00' } }), 'balance');
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      ['lines.9.income', '这里没有项目，却填了“3.00”，请移到相应的项目上。'],
    ]);
  });

  it('have whole codes, each once', () => {
    expect(findingsBeside(subjectCode, sound, 'income').map(({ outcome }) => outcome)).toEqual(['pass']);
    const cut = withCells(sound, 'income', { 3: { code: '207010' }, 4: { code: '' } });
    expect(findingsBeside(subjectCode, cut, 'income').map(({ message }) => message)).toEqual([
      '科目编码“207010”不完整，应为类 3 位、款 5 位、项 7 位数字。',
      '没有科目编码，应为类 3 位、款 5 位、项 7 位数字。',
    ]);
    const twice = withCells(sound, 'income', { 4: { code: '207' } });
    expect(findingsBeside(subjectTwice, twice, 'income').map(({ path, message }) => [path, message])).toEqual([
      ['lines.4.code', '科目“207”在第2行已有，请合并。'],
    ]);
  });

  it('contradict a note that says there are none', () => {
    expect(findingsBeside(emptyTableNote, sound, 'fund-expenditure').map(({ outcome }) => outcome)).toEqual(['pass']);
    const definition = shippedDefinition('haigang-budget-fund-expenditure');
    const answers = { note: '本年没有，空表列示。', lines: [{ code: '212', name: '城乡社区支出', basic: '1.00' }] };
    const [finding] = runRule(emptyTableNote, makeContext(definition, { answers, fiscalYear: budgetYear }));
    expect(finding?.message).toBe('表中有数，表下却注明“本年没有，空表列示。”，请删去说明。');
  });

  it('keep to the budget of their project, unit by unit', () => {
    const definition = shippedDefinition('haigang-budget-procurement');
    const line = (projectName: string, budget: string | null, total: string | null): AnswerRow => ({
      projectName,
      budget,
      total,
    });
    const lines = [
      line('合计', null, '25.00'),
      line('甲馆小计', null, '15.00'),
      line('购书', '10.00', '8.00'),
      line('购书', '10.00', '7.00'),
      line('乙馆小计', null, '10.00'),
      line('购书', '10.00', '10.00'),
    ];
    const found = runRule(groupLimit, makeContext(definition, { answers: { lines }, fiscalYear: budgetYear }));
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      ['lines.2.total', '“购书”的采购金额共 15.00 万元，超过预算资金 10.00 万元。'],
    ]);
  });
});
