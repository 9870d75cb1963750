import type { CellObject, Range, WorkSheet } from 'xlsx';
import { err, type Result } from '../../../shared/domain/result.ts';
import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { cellText } from './cell-text.ts';
import { compactRows } from './compact-rows.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';

type SheetCells = readonly (CellObject | undefined)[];

/** How far merged cells may reach past the last column with text. */
const MOST_SPARE_COLUMNS = 64;

/** The cells of one sheet as SheetJS holds them, in dense mode. */
export function readSheet(
  sheet: WorkSheet,
  name: string,
  date1904: boolean,
  limits: ReaderLimits,
): Result<readonly GridRow[], ReadFault> {
  const data = denseRows(sheet);
  const rowNumbers = Object.keys(data)
    .map(Number)
    .sort((a, b) => a - b);
  const textWidth = usedWidth(data, rowNumbers, limits);
  if (textWidth > limits.columns) return err({ kind: 'tooWide' });
  const merges = [...(sheet['!merges'] ?? [])].sort((a, b) => a.s.r - b.s.r);
  const width = Math.min(limits.columns, withMergedColumns(textWidth, merges));

  const coveredUntil: number[] = new Array(width).fill(-1);
  const rows: GridRow[] = [];
  let nextMerge = 0;
  for (const [index, row] of rowNumbers.entries()) {
    const starting = new Map<number, Range>();
    for (; (merges[nextMerge]?.s.r ?? Number.POSITIVE_INFINITY) <= row; nextMerge += 1) {
      const merge = merges[nextMerge];
      if (!merge) break;
      if (merge.s.r === row) starting.set(merge.s.c, merge);
      // Begins in a row without cells: it has no text, but covers what is below.
      else cover(coveredUntil, merge);
    }
    const cells: GridCell[] = [];
    for (let column = 0; column < width; column += 1) {
      if ((coveredUntil[column] ?? -1) >= row) continue;
      const cell = data[row]?.[column];
      const merge = starting.get(column);
      if (merge) cover(coveredUntil, merge);
      cells.push({
        text: cell ? cellText(cell, date1904) : '',
        column,
        columnSpan: merge ? merge.e.c - column + 1 : 1,
        rowSpan: merge && merge.e.r > row ? rowsUpTo(rowNumbers, merge.e.r) - index : 1,
      });
    }
    rows.push({ kind: 'table', place: `工作表“${name}” 第${row + 1}行`, cells });
  }
  return compactRows(rows, limits);
}

function denseRows(sheet: WorkSheet): readonly (SheetCells | undefined)[] {
  const data: unknown = sheet['!data'];
  return Array.isArray(data) ? data : [];
}

function hasText(cell: CellObject | undefined): boolean {
  return cell !== undefined && cellText(cell).trim() !== '';
}

/** Number of columns up to the last one with text; more than the limit where any text stands past it. */
function usedWidth(
  data: readonly (SheetCells | undefined)[],
  rowNumbers: readonly number[],
  limits: ReaderLimits,
): number {
  let width = 0;
  for (const number of rowNumbers) {
    const row = data[number] ?? [];
    if (row.length > limits.columns) {
      // Far cells make the array sparse: its keys are few where its length is large.
      for (const key of Object.keys(row)) {
        const column = Number(key);
        if (column >= width && hasText(row[column])) width = column + 1;
      }
      continue;
    }
    let column = row.length - 1;
    while (column >= width && !hasText(row[column])) column -= 1;
    width = Math.max(width, column + 1);
  }
  return width;
}

/** Columns up to where merged cells end that begin inside; one that begins at the left edge is a title. */
function withMergedColumns(width: number, merges: readonly Range[]): number {
  let reach = width;
  for (const { s, e } of merges) {
    if (s.c > 0 && s.c < width) reach = Math.max(reach, Math.min(e.c + 1, width + MOST_SPARE_COLUMNS));
  }
  return reach;
}

function cover(coveredUntil: number[], merge: Range): void {
  const end = Math.min(merge.e.c, coveredUntil.length - 1);
  for (let column = merge.s.c; column <= end; column += 1) {
    coveredUntil[column] = Math.max(coveredUntil[column] ?? -1, merge.e.r);
  }
}

/** How many of the sorted row numbers are not above `last`. */
function rowsUpTo(rowNumbers: readonly number[], last: number): number {
  let low = 0;
  let high = rowNumbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowNumbers[middle] ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
