import type { AnswerRow, Answers } from '../domain/answers.ts';
import { fieldText, tableRows } from '../domain/answers.ts';
import type { FormDefinition, TableDefinition, ValueType } from '../forms/definition.ts';
import { sayingRows } from '../forms/shape.ts';

/** One place of a form with what stands in it and what its definition says about it. */
export interface CheckedCell {
  readonly path: string;
  readonly label: string;
  readonly type: ValueType;
  readonly isRequired: boolean;
  readonly maxLength: number | undefined;
  /** Outer white space cut; `""` when empty. */
  readonly text: string;
}

/** One row of a table that says something, categories filled down. */
export interface CheckedRow {
  /** Position in the answers as given, from 0, so that its path is right. */
  readonly index: number;
  readonly row: AnswerRow;
  /** False where only the grouping columns are filled: a category without contents. */
  readonly hasContents: boolean;
}

/** The text of one column of a row, outer white space cut. */
export function rowText(row: AnswerRow, column: string): string {
  return (row[column] ?? '').trim();
}

/**
 * The rows of a table that say something. Answers need not be in shape yet: empty categories mean the one above,
 * and rows that saving would drop are left out, so that the page and the core judge alike.
 */
export function checkedRows(answers: Answers, table: TableDefinition): CheckedRow[] {
  return sayingRows(table, tableRows(answers, table.id)).map(([index, row]) => ({
    index,
    row,
    hasContents: table.columns.some(({ id }) => !table.groupBy.includes(id) && rowText(row, id) !== ''),
  }));
}

/** False where no row says anything, or none anything but what the form prints for a category without an entry. */
export function isTableBegun(table: TableDefinition, rows: readonly CheckedRow[]): boolean {
  const { columns, groupBy, emptyCategory } = table;
  if (emptyCategory === undefined) return rows.length > 0;
  const own = columns.filter(({ id }) => !groupBy.includes(id));
  return rows.some(({ row }) => own.some(({ id }) => rowText(row, id) !== (emptyCategory[id] ?? '')));
}

/** All fields of a form, in the definition's order. */
export function fieldCells(definition: FormDefinition, answers: Answers): CheckedCell[] {
  return definition.fields.map((field) => ({
    path: field.id,
    label: field.label,
    type: field.type,
    isRequired: field.required,
    maxLength: field.maxLength,
    text: fieldText(answers, field.id).trim(),
  }));
}

/** The cells of one table row. */
export function rowCells(table: TableDefinition, { index, row }: CheckedRow): CheckedCell[] {
  return table.columns.map((column) => ({
    path: `${table.id}.${index}.${column.id}`,
    label: column.label,
    type: column.type,
    isRequired: column.required,
    maxLength: column.maxLength,
    text: rowText(row, column.id),
  }));
}

/**
 * Every filled place of a form. A grouping cell counts once, in the first row of its group, as on paper.
 */
export function filledCells(
  definition: FormDefinition,
  fields: readonly CheckedCell[],
  rowsOf: ReadonlyMap<string, readonly CheckedRow[]>,
): CheckedCell[] {
  const cells = [...fields];
  for (const table of definition.tables) {
    const rows = rowsOf.get(table.id) ?? [];
    for (const [position, checked] of rows.entries()) {
      const above = rows[position - 1];
      for (const cell of rowCells(table, checked)) {
        const column = cell.path.slice(cell.path.lastIndexOf('.') + 1);
        const isRepeated = table.groupBy.includes(column) && above !== undefined && above.row[column] === cell.text;
        if (!isRepeated) cells.push(cell);
      }
    }
  }
  return cells.filter((cell) => cell.text !== '');
}
