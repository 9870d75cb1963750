import type { ColumnDefinition, FieldDefinition, FormDefinition, TableDefinition } from './definition.ts';
import { columnOf, fieldOf, tableOf } from './shape.ts';

/** What a name in a rule of kind `sum` stands for: a field (`annualFunds.total`) or a column of a table (`tasks.total`). */
export type SumTerm =
  | { readonly kind: 'field'; readonly field: FieldDefinition }
  | { readonly kind: 'column'; readonly table: TableDefinition; readonly column: ColumnDefinition };

/** Looks a name up; a field goes before a column of the same name. Undefined where the definition has neither. */
export function sumTerm(definition: FormDefinition, name: string): SumTerm | undefined {
  const field = fieldOf(definition, name);
  if (field) return { kind: 'field', field };
  const [head = '', columnId = ''] = name.split('.');
  const table = tableOf(definition, head);
  const column = table && columnOf(table, columnId);
  return column && { kind: 'column', table, column };
}

/**
 * Whether a part can stand under a total: under a field, fields and whole columns; under a column, which is the sum of
 * each row, columns of the same table.
 */
export function isPartOf(definition: FormDefinition, part: string, total: string): boolean {
  const whole = sumTerm(definition, total);
  const term = sumTerm(definition, part);
  if (whole?.kind !== 'column') return whole !== undefined && term !== undefined;
  return term?.kind === 'column' && term.table === whole.table;
}
