import { ok, type Result } from '../../../shared/domain/result.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import { compactRows } from './compact-rows.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';

/** A table whose file says how wide its columns are, in any unit. */
export interface MeasuredTable {
  readonly rows: readonly GridRow[];
  readonly columnWidths: readonly number[];
}

/** Edges nearer than this share of the table's width are the same: programs round. */
const SAME_EDGE = 1 / 120;

/**
 * The rows of tables that follow one another, without blank rows and columns. A form that a page or a program has
 * broken in two keeps in each part only the columns that the part needs: its parts get the columns of one table, and
 * an empty cell at the right edge of one part is kept where another part has text there.
 * @param tables rows as the file has them, blank ones included
 * @returns `tooWide` or `tooLong` where text reaches past the limits
 */
export function joinTables(
  tables: readonly MeasuredTable[],
  limits: ReaderLimits,
): Result<readonly GridRow[], ReadFault> {
  const joined: GridRow[] = [];
  for (const rows of shareColumns(tables)) {
    const compact = compactRows(rows, limits);
    if (!compact.ok) return compact;
    for (const row of compact.value) joined.push(row);
  }
  return ok(joined);
}

/**
 * Gives tables that follow one another the columns of one table.
 * @returns the rows of all of them as one, or of each where they are of unlike width, or without widths
 */
export function shareColumns(tables: readonly MeasuredTable[]): readonly (readonly GridRow[])[] {
  const apart = tables.map(({ rows }) => rows);
  if (tables.length < 2) return apart;
  const edges = tables.map(({ columnWidths }) => edgesOf(columnWidths));
  const shared: number[] = [];
  for (const edge of edges.flat().sort((a, b) => a - b)) {
    if (edge - (shared.at(-1) ?? -1) > SAME_EDGE) shared.push(edge);
  }
  const places = edges.map((own) => own.map((edge) => shared.findLastIndex((other) => other <= edge + 1e-9)));
  const isClear = places.every((own) => own.every((place, index) => index === 0 || place > (own[index - 1] ?? 0)));
  if (!isClear || !areAlikeWide(tables)) return apart;
  return [tables.flatMap(({ rows }, index) => rows.map((row) => moved(row, places[index] ?? [])))];
}

/** Where columns begin and end, as shares of the whole width. */
function edgesOf(columnWidths: readonly number[]): number[] {
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return [
    0,
    ...columnWidths.map((width) => {
      reached += width;
      return reached / total;
    }),
  ];
}

function areAlikeWide(tables: readonly MeasuredTable[]): boolean {
  const totals = tables.map(({ columnWidths }) => columnWidths.reduce((sum, width) => sum + width, 0));
  const widest = Math.max(...totals);
  return totals.every((total) => total > 0 && widest - total <= widest * SAME_EDGE);
}

function moved(row: GridRow, places: readonly number[]): GridRow {
  const cells = row.cells.map((cell) => {
    const column = places[cell.column];
    const end = places[cell.column + cell.columnSpan];
    return column === undefined || end === undefined ? cell : { ...cell, column, columnSpan: end - column };
  });
  return { ...row, cells };
}
