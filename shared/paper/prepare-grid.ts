import type { Grid, GridCell, GridRow } from '../grid/grid.ts';
import { estimateCellLines } from './estimate-lines.ts';
import type { Orientation } from './geometry.ts';

/** A merged cell with more lines than this is no label any more; half of a landscape page. */
const MAX_MERGED_LINES = 16;

/**
 * Undoes merged cells whose text is too long to be repeated on every page they run over: the text stays in the first
 * row, which may then be split like any other; the rows below get empty cells. Other grids come back as they are.
 */
export function withoutOversizedMerges(grid: Grid, orientation: Orientation): Grid {
  const isOversized = (row: GridRow, cell: GridCell): boolean =>
    cell.rowSpan > 1 && estimateCellLines(grid, row, cell, orientation) > MAX_MERGED_LINES;
  if (!grid.rows.some((row) => row.cells.some((cell) => isOversized(row, cell)))) return grid;
  const rows = grid.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [index, row] of grid.rows.entries()) {
    for (const cell of row.cells) {
      if (!isOversized(row, cell)) continue;
      for (let offset = 0; offset < cell.rowSpan; offset += 1) {
        const cells = rows[index + offset]?.cells;
        if (!cells) continue;
        const at = cells.findIndex((other) => other.column === cell.column);
        if (offset === 0) cells[at] = { ...cell, rowSpan: 1, role: 'text' };
        else cells.push({ ...cell, rowSpan: 1, role: 'text', text: '' });
        cells.sort((a, b) => a.column - b.column);
      }
    }
  }
  return { ...grid, rows };
}
