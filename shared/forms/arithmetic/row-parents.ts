import type { AnswerRow } from '../../domain/answers.ts';
import type { TableDefinition } from '../definition.ts';
import { TOP_ROW } from '../table-language.ts';
import { isTopRow, rowIndexOf, subtotalGroup } from '../table-rows.ts';

/** Stands for no line. */
const NONE = -1;

/**
 * The line each line is added to: a subject to the nearest one whose code begins its own, a line of a group to the
 * group's sum, everything else to the top.
 * @returns one index per row; -1 for a line that is added to none
 */
export function rowParents(table: TableDefinition, rows: readonly AnswerRow[]): number[] {
  if (table.tree) return subjectParents(table, table.tree.code, rows);
  return table.groups ? groupParents(table, rows) : rows.map(() => NONE);
}

function subjectParents(table: TableDefinition, codeColumn: string, rows: readonly AnswerRow[]): number[] {
  const top = rowIndexOf(table, rows, TOP_ROW);
  const firstOf = new Map<string, number>();
  const codes = rows.map((row) => (row[codeColumn] ?? '').trim());
  for (const [index, code] of codes.entries()) if (code !== '' && !firstOf.has(code)) firstOf.set(code, index);
  return codes.map((code, index) => {
    for (let length = code.length - 1; length > 0; length -= 1) {
      const parent = firstOf.get(code.slice(0, length));
      if (parent !== undefined) return parent;
    }
    return index === top ? NONE : top;
  });
}

function groupParents(table: TableDefinition, rows: readonly AnswerRow[]): number[] {
  const top = rowIndexOf(table, rows, TOP_ROW);
  let group = top;
  return rows.map((row, index) => {
    if (index === top) return NONE;
    if (isTopRow(table, row)) return NONE;
    if (subtotalGroup(table, row) === undefined) return group;
    group = index;
    return top;
  });
}
