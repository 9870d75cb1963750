import type { Grid, GridCell } from '../grid/grid.ts';
import { estimateLines } from './estimate-lines.ts';
import { CELL_PADDING_MM, type Orientation, pageGeometry, TEXT_PT } from './geometry.ts';

/** A merged cell with more lines than this is no label any more; half of a landscape page. */
const MAX_MERGED_LINES = 16;

function linesOf(cell: GridCell, widthMm: number): number {
  if (cell.role === 'side') return [...cell.text].length;
  return estimateLines(cell.text, widthMm, TEXT_PT.body);
}

/**
 * Undoes merged cells whose text is too long to be repeated on every page they run over: the text stays in the first
 * row, which may then be split like any other; the rows below get empty cells. Other grids come back as they are.
 */
export function withoutOversizedMerges(grid: Grid, orientation: Orientation): Grid {
  const total = grid.columnWidths.reduce((sum, width) => sum + width, 0);
  const bodyMm = pageGeometry(orientation).bodyWidthMm;
  const isOversized = (cell: GridCell): boolean => {
    if (cell.rowSpan === 1) return false;
    const shares = grid.columnWidths.slice(cell.column, cell.column + cell.columnSpan);
    const widthMm = (shares.reduce((sum, width) => sum + width, 0) / total) * bodyMm - 2 * CELL_PADDING_MM;
    return linesOf(cell, widthMm) > MAX_MERGED_LINES;
  };
  if (!grid.rows.some((row) => row.cells.some(isOversized))) return grid;
  const rows = grid.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [index, row] of grid.rows.entries()) {
    for (const cell of row.cells) {
      if (!isOversized(cell)) continue;
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
