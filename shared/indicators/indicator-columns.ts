import type { AnswerRow } from '../domain/answers.ts';
import type { FormDefinition, TableDefinition } from '../forms/definition.ts';

/**
 * The columns of an indicator table by what they are for: every shape of form has the same parts. A target stands in
 * one column, or in three (sign, figure, unit).
 */
export interface IndicatorColumns {
  readonly table: TableDefinition;
  /** Outermost category first. */
  readonly categories: readonly string[];
  readonly name: string;
  readonly target:
    | { readonly kind: 'whole'; readonly column: string }
    | { readonly kind: 'parts'; readonly operator: string; readonly value: string; readonly unit: string };
}

/** The parts of an indicator table; undefined for a table that holds no indicators. */
export function indicatorColumns(table: TableDefinition): IndicatorColumns | undefined {
  const { columns, groupBy: categories } = table;
  const name = columns.find(({ id, type }) => type === 'text' && !categories.includes(id))?.id;
  if (name === undefined || categories.length === 0) return undefined;
  const whole = columns.find(({ type }) => type === 'target')?.id;
  if (whole !== undefined) return { table, categories, name, target: { kind: 'whole', column: whole } };
  const at = columns.findIndex(({ type }) => type === 'operator');
  const value = columns.find(({ type }, index) => index > at && type === 'figure')?.id;
  const unit = columns.slice(columns.findIndex(({ id }) => id === value) + 1).find(({ type }) => type === 'text')?.id;
  const operator = columns[at]?.id;
  if (operator === undefined || value === undefined || unit === undefined) return undefined;
  return { table, categories, name, target: { kind: 'parts', operator, value, unit } };
}

/** The indicator tables of a form. */
export function indicatorTablesOf(definition: FormDefinition): IndicatorColumns[] {
  return definition.tables.flatMap((table) => indicatorColumns(table) ?? []);
}

/** The innermost category a row names, as the form writes it. */
export function innermostCategory({ categories }: IndicatorColumns, row: AnswerRow): string {
  return categories.map((id) => row[id] ?? '').findLast((text) => text.trim() !== '') ?? '';
}
