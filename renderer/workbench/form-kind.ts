import type { RecordSummary } from '../../shared/domain/record.ts';
import type { DefinitionSummary } from '../app/workspace.tsx';

/** Which forms of the year one works on: tables of the budget, or all others (goals of projects and units). */
export type FormKind = 'all' | 'goals' | 'budget';

const BUDGET_FAMILY = 'budget-table';
const PROJECT_FAMILY = 'project-target';

/** The forms of one kind. */
export function formsOfKind(
  summaries: readonly RecordSummary[],
  definitions: readonly DefinitionSummary[],
  kind: FormKind,
): readonly RecordSummary[] {
  if (kind === 'all') return summaries;
  const budget = new Set(definitions.filter(({ family }) => family === BUDGET_FAMILY).map(({ id }) => id));
  return summaries.filter(({ definitionId }) => budget.has(definitionId) === (kind === 'budget'));
}

/** The forms of projects, whose amounts add up; those of a whole unit say the same money again. */
export function projectForms(
  summaries: readonly RecordSummary[],
  definitions: readonly DefinitionSummary[],
): readonly RecordSummary[] {
  const projects = new Set(definitions.filter(({ family }) => family === PROJECT_FAMILY).map(({ id }) => id));
  return summaries.filter(({ definitionId }) => projects.has(definitionId));
}

/** The budget tables of one locality that can be begun together. */
export interface BudgetSet {
  readonly region: string;
  /** Definitions of which the year has no form yet. */
  readonly missing: readonly string[];
}

/** The sets of budget tables of which the year lacks some. One table alone is no set. */
export function budgetSets(
  definitions: readonly DefinitionSummary[],
  summaries: readonly RecordSummary[],
): readonly BudgetSet[] {
  const there = new Set(summaries.map(({ definitionId }) => definitionId));
  const byRegion = Map.groupBy(
    definitions.filter(({ family }) => family === BUDGET_FAMILY),
    ({ region }) => region,
  );
  return [...byRegion]
    .filter(([, all]) => all.length > 1)
    .map(([region, all]) => ({ region, missing: all.map(({ id }) => id).filter((id) => !there.has(id)) }))
    .filter(({ missing }) => missing.length > 0);
}
