import { type AnswerRow, type Answers, fieldText, tableRows } from '../domain/answers.ts';
import { alignRows } from './align-rows.ts';
import type { FormDefinition, TableDefinition } from './definition.ts';

/** One difference between two states of a form: a field, a cell, or a whole row that came or went. */
export interface AnswerChange {
  readonly kind: 'changed' | 'added' | 'removed';
  /** Where it stood: `annualFunds.total`, `indicators.3.target`, `indicators.3` for a row; null for a row that came. */
  readonly oldPath: string | null;
  /** Where it stands; null for a row that went. */
  readonly newPath: string | null;
  readonly oldText: string;
  readonly newText: string;
}

/**
 * What differs between two states of a form, in the order of the form. Both are in the definition's shape.
 * A row that was only moved comes as one that went and one that came.
 */
export function compareAnswers(definition: FormDefinition, before: Answers, after: Answers): AnswerChange[] {
  const fields = definition.fields.flatMap(({ id }): AnswerChange[] => {
    const oldText = fieldText(before, id);
    const newText = fieldText(after, id);
    return oldText === newText ? [] : [{ kind: 'changed', oldPath: id, newPath: id, oldText, newText }];
  });
  return [...fields, ...definition.tables.flatMap((table) => compareTable(table, before, after))];
}

function compareTable(table: TableDefinition, before: Answers, after: Answers): AnswerChange[] {
  const columns = table.columns.map(({ id }) => id);
  const rowsBefore = tableRows(before, table.id);
  const rowsAfter = tableRows(after, table.id);
  const textOf = (row: AnswerRow | undefined): string =>
    columns
      .map((column) => row?.[column] ?? '')
      .filter((text) => text !== '')
      .join(' ');
  return alignRows(rowsBefore, rowsAfter, columns, table.groupBy).flatMap(([b, a]): AnswerChange[] => {
    const oldPath = b === null ? null : `${table.id}.${b}`;
    const newPath = a === null ? null : `${table.id}.${a}`;
    const oldRow = b === null ? undefined : rowsBefore[b];
    const newRow = a === null ? undefined : rowsAfter[a];
    if (!oldRow || !newRow) {
      const kind = oldRow ? 'removed' : 'added';
      return [{ kind, oldPath, newPath, oldText: textOf(oldRow), newText: textOf(newRow) }];
    }
    return columns.flatMap((column): AnswerChange[] => {
      const oldText = oldRow[column] ?? '';
      const newText = newRow[column] ?? '';
      if (oldText === newText) return [];
      return [{ kind: 'changed', oldPath: `${oldPath}.${column}`, newPath: `${newPath}.${column}`, oldText, newText }];
    });
  });
}
