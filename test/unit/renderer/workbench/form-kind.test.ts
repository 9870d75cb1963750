import { describe, expect, it } from 'vitest';
import { budgetSets, formsOfKind, projectForms } from '../../../../renderer/workbench/form-kind.ts';
import type { RecordSummary } from '../../../../shared/domain/record.ts';

const definition = (id: string, family: string, region = '示例县') => ({
  id,
  version: 1,
  name: id,
  region,
  family,
  fromYear: 2020,
  toYear: null,
});
const definitions = [
  definition('goal', 'project-target'),
  definition('whole', 'unit-target'),
  definition('income', 'budget-table'),
  definition('expenditure', 'budget-table'),
  definition('lone', 'budget-table', '邻县'),
];
const form = (definitionId: string): RecordSummary => ({
  id: definitionId,
  definitionId,
  title: definitionId,
  unit: '',
  fiscalYear: 2026,
  status: 'draft',
  amount: null,
  amountUnit: '万元',
  completeness: 0,
  findings: { error: 0, warning: 0, hint: 0 },
  updatedAtMs: 0,
  ordinal: 1,
});
const ids = (forms: readonly RecordSummary[]) => forms.map(({ id }) => id);

describe('formsOfKind', () => {
  it('tells tables of the budget from all other forms', () => {
    const forms = [form('goal'), form('income'), form('gone')];
    expect(ids(formsOfKind(forms, definitions, 'budget'))).toEqual(['income']);
    expect(ids(formsOfKind(forms, definitions, 'goals'))).toEqual(['goal', 'gone']);
    expect(formsOfKind(forms, definitions, 'all')).toBe(forms);
  });
});

describe('budgetSets', () => {
  it('offers what the year lacks, and no table that stands alone', () => {
    expect(budgetSets(definitions, [])).toEqual([{ region: '示例县', missing: ['income', 'expenditure'] }]);
    expect(budgetSets(definitions, [form('income')])).toEqual([{ region: '示例县', missing: ['expenditure'] }]);
    expect(budgetSets(definitions, [form('income'), form('expenditure')])).toEqual([]);
  });
});

describe('projectForms', () => {
  it('leaves out what says the same money again', () => {
    const forms = [form('goal'), form('whole'), form('income'), form('gone')];
    expect(ids(projectForms(forms, definitions))).toEqual(['goal']);
  });
});
