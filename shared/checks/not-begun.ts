import { isTableBegun } from './cells.ts';
import type { CheckContext } from './context.ts';
import type { Problem } from './rule.ts';

/**
 * True where a problem says no more than that something is not filled in yet: a required place that is empty, or
 * whatever is missing from a table that nobody has begun. It stands among what a form lacks (`completeness`), not among what is
 * wrong in it; submission asks for both.
 */
export function isNotBegun({ definition, rowsOf }: CheckContext, ruleId: string, { path }: Problem): boolean {
  const table = definition.tables.find(({ id }) => id === path);
  if (!table) return ruleId === 'required';
  return !isTableBegun(table, rowsOf.get(table.id) ?? []) && table.columns.some(({ required }) => required);
}
