import type { FormTemplate, TemplateRow } from './form-template.ts';

/** A form must have this share of its labels; below it is some other table. */
export const LEAST_COVERAGE = 0.5;

const MISSING_PER_LABEL = 0.8;
const MISSING_REPEAT = 1;
/** A line around a table is often left out. */
export const MISSING_LINE = 0.3;

/** What it costs to miss a row of a form. */
function missingCost(row: TemplateRow): number {
  if (row.repeat.length > 0) return MISSING_REPEAT;
  return row.kind === 'line' ? MISSING_LINE : row.labelCount * MISSING_PER_LABEL;
}

/** What it costs to miss rows of a form, by index, `to` exclusive; 0 where there are none. */
export function skippedRows(template: FormTemplate): (from: number, to: number) => number {
  const costBefore: number[] = [0];
  for (const row of template.rows) costBefore.push((costBefore.at(-1) ?? 0) + missingCost(row));
  return (from, to) => (to <= from ? 0 : (costBefore[to] ?? 0) - (costBefore[from] ?? 0));
}
