import type { Answers } from '../../../shared/domain/answers.ts';
import { tableRows } from '../../../shared/domain/answers.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { keptRows, shapeAnswers } from '../../../shared/forms/shape.ts';

/**
 * A working copy in the shape in which it is saved and printed. Empty rows are gone there, so rows have
 * other numbers than in the window; the two functions translate paths.
 */
export interface ShapedCopy {
  readonly answers: Answers;
  /** The path in the window of a path in the shaped answers. */
  toTyped(path: string): string;
  /** The path in the shaped answers of a path in the window; null for a row that is not there. */
  toShaped(path: string): string | null;
}

function mapRow(path: string, rowOf: (table: string, row: number) => number | undefined): string | null {
  const [head = '', index, column] = path.split('.');
  if (column === undefined) return path;
  const row = rowOf(head, Number(index));
  return row === undefined ? null : `${head}.${row}.${column}`;
}

/** Shapes answers as typed, remembering which row is which. */
export function shapeCopy(definition: FormDefinition, typed: Answers): ShapedCopy {
  const kept = new Map(definition.tables.map((table) => [table.id, keptRows(table, tableRows(typed, table.id))]));
  return {
    answers: shapeAnswers(definition, typed),
    toTyped: (path) => mapRow(path, (table, row) => kept.get(table)?.[row] ?? row) ?? path,
    toShaped: (path) =>
      mapRow(path, (table, row) => {
        const rows = kept.get(table);
        // A table that says nothing is printed with one empty row.
        if (!rows || rows.length === 0) return rows ? 0 : row;
        const at = rows.indexOf(row);
        return at < 0 ? undefined : at;
      }),
  };
}
