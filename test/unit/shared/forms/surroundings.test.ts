import { describe, expect, it } from 'vitest';
import { drawsOnOthers, type PlacedForm, surroundingsOf } from '../../../../shared/forms/surroundings.ts';
import { budgetForms, budgetYear, tableOf } from '../../../support/budget-year.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';

const forms = budgetForms();
const own = tableOf(forms, 'balance');
const answersOf = (others: readonly PlacedForm[], name: string) =>
  surroundingsOf(own, others, shippedDefinitions).tables.get(`haigang-budget-${name}`)?.answers;

describe('surroundingsOf', () => {
  it('has the tables of the set, also those that are not filled in', () => {
    expect(answersOf(forms, 'income')).toBe(tableOf(forms, 'income').answers);
    expect(answersOf(forms, 'assets')).toBeNull();
    expect(answersOf([], 'income')).toBeNull();
  });

  it('has the amounts of each family', () => {
    const { amountsOf } = surroundingsOf(own, forms, shippedDefinitions);
    expect(amountsOf.get('project-target')).toEqual([25_000_000n, 15_000_000n]);
  });

  it('takes units for the same whatever code stands in front, and forms without a unit', () => {
    const income = tableOf(forms, 'income');
    const named = (reportingUnit: string) => ({ ...income, answers: { ...income.answers, reportingUnit } });
    expect(answersOf([named('示例县图书馆')], 'income')).not.toBeNull();
    expect(answersOf([named('305-示例县图书馆')], 'income')).not.toBeNull();
    expect(answersOf([named('')], 'income')).not.toBeNull();
    expect(answersOf([named('901示例县文化馆')], 'income')).toBeNull();
    expect(answersOf([{ ...income, fiscalYear: budgetYear - 1 }], 'income')).toBeNull();
  });

  it('prefers the table of its own unit to one that does not say whose it is', () => {
    const income = tableOf(forms, 'income');
    const anonymous = { ...income, answers: { ...income.answers, reportingUnit: '' } };
    expect(answersOf([income, anonymous], 'income')).toBe(income.answers);
    expect(answersOf([anonymous, income], 'income')).toBe(income.answers);
  });

  it('does not let a table that was only begun displace the filled one', () => {
    const income = tableOf(forms, 'income');
    const begun = { ...income, answers: { reportingUnit: income.answers.reportingUnit ?? '' } };
    expect(answersOf([income, begun], 'income')).toBe(income.answers);
    expect(answersOf([begun, income], 'income')).toBe(income.answers);
  });
});

describe('drawsOnOthers', () => {
  it('tells forms that hang together with others', () => {
    expect(drawsOnOthers(shippedDefinition('haigang-budget-balance'))).toBe(true);
    expect(drawsOnOthers(shippedDefinition('haigang-budget-income'))).toBe(false);
    expect(drawsOnOthers(shippedDefinition('haigang-project-target'))).toBe(false);
  });
});
