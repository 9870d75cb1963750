import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';

/** Blank cells are listed up to the last used column, unless the sheet is so large that it can be no form. */
const MOST_LISTED_CELLS = 400_000;

function hasText(cell: GridCell): boolean {
  return cell.text.trim() !== '';
}

/**
 * Rows without text are dropped, and merged cells that ran over them shrink; columns without text at the right
 * edge are dropped; spans end where the sheet ends.
 * @param rows cells by row, merged cells with their spans as the file has them, however absurd
 * @returns `tooWide` or `tooLong` where text reaches past the limits
 */
export function compactRows(rows: readonly GridRow[], limits: ReaderLimits): Result<readonly GridRow[], ReadFault> {
  const isKept = rows.map((row) => row.cells.some(hasText));
  const keptBefore: number[] = [0];
  for (const kept of isKept) keptBefore.push((keptBefore.at(-1) ?? 0) + (kept ? 1 : 0));
  const count = keptBefore.at(-1) ?? 0;
  if (count > limits.rows) return err({ kind: 'tooLong' });

  let width = 0;
  for (const row of rows) {
    if (row.kind === 'line') continue;
    for (const cell of row.cells) if (hasText(cell)) width = Math.max(width, cell.column + 1);
  }
  if (width > limits.columns) return err({ kind: 'tooWide' });
  const reach = Math.max(width, usedColumns(rows, limits.columns));
  const listsBlanks = count * reach <= MOST_LISTED_CELLS;

  const compact: GridRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isKept[index]) continue;
    const end = row.kind === 'line' ? 1 : reach;
    const cells: GridCell[] = [];
    for (const cell of row.cells) {
      if (cell.column >= end || (!listsBlanks && !hasText(cell))) continue;
      const lastRow = Math.min(index + cell.rowSpan, rows.length);
      const rowSpan = (keptBefore[lastRow] ?? count) - (keptBefore[index] ?? 0);
      cells.push({ ...cell, columnSpan: Math.min(cell.columnSpan, end - cell.column), rowSpan });
    }
    compact.push({ ...row, cells });
  }
  return ok(compact);
}

/**
 * How many columns the sheet has: up to where cells with text end. A title alone in its row may be merged over far
 * more columns than there are and says nothing about them, unless there is nothing else.
 */
function usedColumns(rows: readonly GridRow[], most: number): number {
  let table = 0;
  let titles = 0;
  for (const row of rows) {
    if (row.kind === 'line') continue;
    let end = 0;
    let texts = 0;
    for (const cell of row.cells) {
      if (!hasText(cell)) continue;
      texts += 1;
      end = Math.max(end, Math.min(most, cell.column + cell.columnSpan));
    }
    if (texts > 1) table = Math.max(table, end);
    else titles = Math.max(titles, end);
  }
  return table === 0 ? titles : table;
}
