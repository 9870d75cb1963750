import { describe, expect, it } from 'vitest';
import {
  asksFor,
  drawsOnOthers,
  looksBack,
  type PlacedForm,
  surroundingsOf,
} from '../../../../shared/forms/surroundings.ts';
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

  it('takes the first of two tables that are alike, so that one added later changes nothing', () => {
    const income = tableOf(forms, 'income');
    const second = { ...income, answers: { ...income.answers } };
    expect(answersOf([income, second], 'income')).toBe(income.answers);
    expect(answersOf([second, income], 'income')).toBe(second.answers);
  });

  it('counts the forms there are besides of its own kind', () => {
    const twinsOf = (...others: readonly PlacedForm[]) => surroundingsOf(own, others, shippedDefinitions).twins;
    const named = (reportingUnit: string) => ({ ...own, answers: { ...own.answers, reportingUnit } });
    expect(twinsOf(...forms.filter((form) => form !== own))).toBe(0);
    expect(twinsOf(named(''), named('示例县图书馆'), named('示例县文化馆'))).toBe(2);
    expect(twinsOf({ ...own, fiscalYear: budgetYear - 1 })).toBe(0);
  });
});

describe('what a form hangs together with', () => {
  const definitionOf = (name: string) => shippedDefinition(`haigang-${name}`);
  const asks = (name: string, other: string) => asksFor(definitionOf(name), definitionOf(other));

  it('is other forms where it draws on tables, or a unit has one of it', () => {
    expect(drawsOnOthers(definitionOf('budget-balance'))).toBe(true);
    expect(drawsOnOthers(definitionOf('budget-income'))).toBe(true);
    expect(drawsOnOthers(definitionOf('project-target'))).toBe(false);
  });

  it('is the tables of a set, the families it adds up and its own kind', () => {
    expect(asks('budget-balance', 'budget-income')).toBe(true);
    expect(asks('budget-income', 'budget-balance')).toBe(false);
    expect(asks('budget-income', 'budget-income')).toBe(true);
    expect(asks('budget-expenditure', 'project-target')).toBe(true);
    expect(asks('budget-balance', 'project-target')).toBe(false);
    expect(asks('budget-narrative', 'budget-balance')).toBe(true);
    expect(asks('project-target', 'project-target')).toBe(false);
  });

  it('is the tables of the year before where a text says what changed', () => {
    expect(looksBack(definitionOf('budget-narrative'))).toBe(true);
    expect(looksBack(definitionOf('budget-balance'))).toBe(false);
  });
});
