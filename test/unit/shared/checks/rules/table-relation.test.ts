import { describe, expect, it } from 'vitest';
import { tableRelation, tableRelationNotice } from '../../../../../shared/checks/rules/table-relation.ts';
import { findingsBeside } from '../../../../support/budget-findings.ts';
import { budgetForms, tableOf, withCells } from '../../../../support/budget-year.ts';

const sound = budgetForms();
const outcomesOf = (...parameters: Parameters<typeof findingsBeside>) =>
  findingsBeside(...parameters).map(({ outcome }) => outcome);

describe('table-relation', () => {
  it('passes where income, expenditure and the tables agree', () => {
    expect(outcomesOf(tableRelation, sound, 'balance')).toEqual(['pass', 'pass', 'pass']);
    expect(outcomesOf(tableRelation, sound, 'fiscal-balance')).toEqual(['pass', 'pass', 'pass']);
    expect(outcomesOf(tableRelation, sound, 'expenditure')).toEqual(['pass']);
    expect(outcomesOf(tableRelation, sound, 'basic-expenditure')).toEqual(['pass']);
  });

  it('names both sides of one that does not hold', () => {
    const changed = withCells(sound, 'balance', { 33: { income: '131.00' } });
    const found = findingsBeside(tableRelation, changed, 'balance').filter(({ outcome }) => outcome === 'fail');
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      ['lines.33.income', '收入总计 = 支出总计：左边 131.00 万元，右边 130.00 万元，相差 1.00 万元，请核对。'],
      ['lines.33.income', '收入总计 = 收入总表合计：左边 131.00 万元，右边 130.00 万元，相差 1.00 万元，请核对。'],
    ]);
  });

  it('does not ask for what holds only under a condition that is not met', () => {
    const changed = withCells(sound, 'income', { 0: { other: '5.00' } });
    const [finding] = findingsBeside(tableRelation, changed, 'expenditure');
    expect(finding?.outcome).toBe('notApplicable');
    expect(finding?.message).toContain('只在全部资金为一般公共预算拨款时成立');
  });

  it('could not run where a table is missing', () => {
    const without = sound.filter((form) => form !== tableOf(sound, 'income'));
    expect(outcomesOf(tableRelation, without, 'balance')).toEqual(['pass', 'couldNotRun', 'pass']);
    expect(outcomesOf(tableRelation, without, 'expenditure')).toEqual(['couldNotRun']);
  });
});

describe('table-relation-notice', () => {
  it('adds up the project forms of the unit', () => {
    expect(outcomesOf(tableRelationNotice, sound, 'expenditure')).toEqual(['pass']);
    const [first, ...others] = sound;
    const [finding] = findingsBeside(tableRelationNotice, others, 'expenditure');
    expect(first?.definition.family).toBe('project-target');
    expect(finding?.message).toBe(
      '项目支出 = 项目绩效目标表预算数之和：左边 40.00 万元，右边 15.00 万元，相差 25.00 万元，请核对。',
    );
  });

  it('allows 0.01 for each form that was added up, and says so', () => {
    const near = withCells(sound, 'expenditure', { 0: { project: '40.02' } });
    expect(outcomesOf(tableRelationNotice, near, 'expenditure')).toEqual(['pass']);
    const far = withCells(sound, 'expenditure', { 0: { project: '40.03' } });
    const [finding] = findingsBeside(tableRelationNotice, far, 'expenditure');
    expect(finding?.message).toContain('相差 0.03 万元（尾差允许 0.02）');
  });

  it('holds 三公 items against the basic expenditure', () => {
    expect(outcomesOf(tableRelationNotice, sound, 'three-public')).toEqual(['pass', 'pass', 'pass']);
    const changed = withCells(sound, 'three-public', { 8: { general: '2.00' } });
    const failed = findingsBeside(tableRelationNotice, changed, 'three-public').filter(
      ({ outcome }) => outcome === 'fail',
    );
    expect(failed.map(({ path }) => path)).toEqual(['lines.8.general']);
  });

  it('leaves forms of other units and years out', () => {
    const [first, ...others] = sound;
    if (!first) throw new Error('no form');
    const lastYear = { ...first, fiscalYear: 2025 };
    const [finding] = findingsBeside(tableRelationNotice, [...others, lastYear], 'expenditure');
    expect(finding?.message).toContain('右边 15.00 万元');
  });
});
