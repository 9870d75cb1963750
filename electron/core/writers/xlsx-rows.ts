import type { Grid, GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { cellTextPt, leastRowMm } from '../../../shared/paper/cell-style.ts';
import { estimateLines, indentedText } from '../../../shared/paper/estimate-lines.ts';
import { CELL_PADDING_MM, LINE_HEIGHT, TEXT_PT } from '../../../shared/paper/geometry.ts';

/**
 * Heights of rows. Excel does not grow a row for merged cells, and opens a file with the heights it holds, so they are
 * computed here.
 */
const PT_PER_MM = 72 / 25.4;
/** Ten lines. Excel allows 409.5 pt and breaks pages between rows only: a taller row becomes several, merged. */
const MOST_ROW_PT = 10 * TEXT_PT.body * LINE_HEIGHT + 2;
const PADDING_PT = 2 * CELL_PADDING_MM * PT_PER_MM;
/** Excel and WPS set text a little wider than paper does. */
const SAFETY = 0.96;

/** Width of a cell in mm, padding included. */
export function cellWidthMm(grid: Grid, cell: GridCell, bodyWidthMm: number): number {
  const total = grid.columnWidths.reduce((sum, width) => sum + width, 0);
  const shares = grid.columnWidths.slice(cell.column, cell.column + cell.columnSpan);
  return (shares.reduce((sum, width) => sum + width, 0) / total) * bodyWidthMm;
}

/** Lines a cell's text takes in Excel. */
export function cellLines(grid: Grid, row: GridRow, cell: GridCell, bodyWidthMm: number): number {
  if (cell.role === 'side') return [...cell.text].length;
  const widthMm = (cellWidthMm(grid, cell, bodyWidthMm) - 2 * CELL_PADDING_MM) * SAFETY;
  return estimateLines(indentedText(cell), widthMm, cellTextPt(row, cell));
}

/** A row of the sheet for each row of the grid: where it begins, and the heights of the one or more rows it takes. */
export interface SheetRows {
  readonly first: number;
  readonly heightsPt: readonly number[];
}

/** Lays the rows of a grid out over rows of a sheet. */
export function layOutRows(grid: Grid, bodyWidthMm: number): SheetRows[] {
  const heights = grid.rows.map((row) =>
    row.kind === 'table' ? leastRowMm(row) * PT_PER_MM : TEXT_PT.body * LINE_HEIGHT,
  );
  const spanning: { readonly from: number; readonly to: number; readonly heightPt: number }[] = [];
  for (const [index, row] of grid.rows.entries()) {
    for (const cell of row.cells) {
      const pt = cellTextPt(row, cell);
      const heightPt = cellLines(grid, row, cell, bodyWidthMm) * pt * LINE_HEIGHT + PADDING_PT;
      if (cell.rowSpan > 1) spanning.push({ from: index, to: index + cell.rowSpan, heightPt });
      else heights[index] = Math.max(heights[index] ?? 0, heightPt);
    }
  }
  for (const { from, to, heightPt } of spanning) {
    const missing = heightPt - heights.slice(from, to).reduce((sum, height) => sum + height, 0);
    if (missing <= 0) continue;
    for (let index = from; index < to; index += 1) heights[index] = (heights[index] ?? 0) + missing / (to - from);
  }
  let first = 0;
  return heights.map((height) => {
    const parts = Math.ceil(height / MOST_ROW_PT);
    const rows = { first, heightsPt: new Array<number>(parts).fill(Math.round((height / parts) * 4) / 4) };
    first += parts;
    return rows;
  });
}
