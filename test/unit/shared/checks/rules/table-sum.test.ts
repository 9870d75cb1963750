import { describe, expect, it } from 'vitest';
import { tableSource, tableSum, tableSumRounding } from '../../../../../shared/checks/rules/table-sum.ts';
import { findingsBeside, outcomes } from '../../../../support/budget-findings.ts';
import { budgetForms, tableOf, withCells } from '../../../../support/budget-year.ts';

const sound = budgetForms();

describe('table-sum', () => {
  it('has nothing to say where all sums hold', () => {
    for (const { definition } of sound.filter(({ definition: { set } }) => set !== undefined)) {
      const name = definition.id.replace('haigang-budget-', '');
      const found = findingsBeside(tableSum, sound, name).map(({ outcome }) => outcome);
      expect([name, found[0] === 'pass' || found[0] === 'notApplicable']).toEqual([name, true]);
      expect(found).toHaveLength(1);
    }
  });

  it('names what the sum should be and where it comes from, with a mend', () => {
    const [finding] = findingsBeside(
      tableSum,
      withCells(sound, 'expenditure', { 1: { basic: '99.00' } }),
      'expenditure',
    ).filter(({ path }) => path === 'lines.1.basic');
    expect(finding?.message).toBe(
      '表上为 99.00 万元，按“207 文化旅游体育与传媒支出 = 其下各款之和”应为 80.50 万元，相差 18.50 万元，请核对。',
    );
    expect(finding?.fix).toEqual({ label: '按计算结果更正', path: 'lines.1.basic', value: '80.50' });
  });

  it('holds a line against its columns as well', () => {
    const changed = withCells(sound, 'expenditure', { 1: { total: '120.49', basic: '80.50' } });
    const messages = findingsBeside(tableSumRounding, changed, 'expenditure').map(({ message }) => message);
    expect(messages.some((message) => message.includes('合计 = 基本支出 + 项目支出'))).toBe(true);
  });

  it('leaves what rounding can move to a warning that names the tolerance', () => {
    const changed = withCells(sound, 'expenditure', { 0: { basic: '90.01' } });
    const [finding] = findingsBeside(tableSumRounding, changed, 'expenditure');
    expect(finding?.message).toBe(
      '表上为 90.01 万元，按“合计 = 其下各类之和”应为 90.00 万元，相差 0.01 万元，2 个数相加，尾差允许 0.02，请核对。',
    );
    expect(findingsBeside(tableSum, changed, 'expenditure').map(({ outcome }) => outcome)).toEqual(['pass']);
  });

  it('says that words cannot be added up', () => {
    const changed = withCells(sound, 'expenditure', { 3: { basic: '约八十' } });
    const found = findingsBeside(tableSum, changed, 'expenditure');
    expect(found.map(({ outcome, path }) => [outcome, path])).toContainEqual(['couldNotRun', 'lines.2.basic']);
  });

  it('is not for tables without sums', () => {
    expect(outcomes(findingsBeside(tableSum, sound, 'fund-expenditure'))).toEqual([
      'notApplicable  表内合计成立：表中没有填写内容。',
    ]);
  });
});

describe('table-source', () => {
  it('holds amounts against the table they come from', () => {
    expect(findingsBeside(tableSource, sound, 'balance').map(({ outcome }) => outcome)).toEqual(['pass']);
    const changed = withCells(sound, 'balance', { 6: { expenditure: '121.00' } });
    const [finding] = findingsBeside(tableSource, changed, 'balance');
    expect(finding?.path).toBe('lines.6.expenditure');
    expect(finding?.message).toContain('取自《部门预算支出总表》第2行“207 文化旅游体育与传媒支出”的“合计”');
    expect(finding?.fix?.value).toBe('120.50');
  });

  it('says once that a table is missing', () => {
    const without = sound.filter((form) => form !== tableOf(sound, 'expenditure'));
    const found = findingsBeside(tableSource, without, 'balance');
    expect(found.map(({ outcome }) => outcome)).toEqual(['couldNotRun']);
    expect(found[0]?.message).toContain('30 个数取自其他表');
  });

  it('leaves what may differ to the relations', () => {
    const changed = withCells(sound, 'three-public', { 8: { general: '9.99' } });
    expect(findingsBeside(tableSource, changed, 'three-public').map(({ outcome }) => outcome)).toEqual(['pass']);
  });
});
