import { describe, expect, it } from 'vitest';
import { makeContext } from '../../../../../shared/checks/context.ts';
import { formTwice } from '../../../../../shared/checks/rules/form-twice.ts';
import { runRule } from '../../../../../shared/checks/run-checks.ts';
import type { PlacedForm } from '../../../../../shared/forms/surroundings.ts';
import { findingsBeside, outcomes } from '../../../../support/budget-findings.ts';
import { budgetForms, budgetYear, tableOf } from '../../../../support/budget-year.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const forms = budgetForms();
const income = tableOf(forms, 'income');
const of = (reportingUnit: string, fiscalYear = budgetYear): PlacedForm => ({
  ...income,
  fiscalYear,
  answers: { ...income.answers, reportingUnit },
});
const said = (...second: readonly PlacedForm[]) => outcomes(findingsBeside(formTwice, [...forms, ...second], 'income'));

describe('form-twice', () => {
  it('passes where the unit has one table of the kind in the year', () => {
    const pass = 'pass  本年度没有重复的表：没有发现问题。';
    expect(said()).toEqual([pass]);
    expect(said(of('示例县文化馆'))).toEqual([pass]);
    expect(said(of('示例县图书馆', budgetYear - 1))).toEqual([pass]);
  });

  it('says how many there are, and which one other tables take', () => {
    const told = (count: number) =>
      `fail  2026年度本单位有 ${count} 张《${income.definition.name}》，其他表只取列表中排在前面、有合计数的一张，请留下一张，删除多余的。`;
    expect(said(of('示例县图书馆'))).toEqual([told(2)]);
    expect(said(of(''), of('901-示例县图书馆'))).toEqual([told(3)]);
  });

  it('has nothing to say of forms of which a unit may have many', () => {
    const definition = shippedDefinition('haigang-project-target');
    const found = runRule(formTwice, makeContext(definition, { answers: {}, fiscalYear: budgetYear }));
    expect(found.map(({ outcome }) => outcome)).toEqual(['notApplicable']);
  });

  it('could not run where a form is looked at by itself', () => {
    const found = runRule(formTwice, makeContext(income.definition, income));
    expect(found.map(({ outcome }) => outcome)).toEqual(['couldNotRun']);
  });
});
