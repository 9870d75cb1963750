import type { Grid, GridCell, GridRow } from '../grid/grid.ts';
import { cellTextPt } from './cell-style.ts';
import { CELL_PADDING_MM, type Orientation, PX_PER_MM, pageGeometry, ptToPx } from './geometry.ts';
import type { CellLines } from './row-measures.ts';

/** Characters that are about half as wide as a Chinese one. */
const HALF_WIDTH = /[\u0020-\u007e\u00a0-\u024f\uff61-\uff9f]/u;

/**
 * About how many lines a text takes. Chinese characters are square, so it is seldom off by more than one.
 * @param widthMm width of the text's place, without padding
 */
export function estimateLines(text: string, widthMm: number, sizePt: number): number {
  const perLine = Math.max(1, (widthMm * PX_PER_MM) / ptToPx(sizePt));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let width = 0;
    for (const character of paragraph) width += HALF_WIDTH.test(character) ? 0.5 : 1;
    lines += Math.max(1, Math.ceil(width / perLine));
  }
  return lines;
}

const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);

/** About how many lines the text of a cell takes on paper; none where it is empty. */
export function estimateCellLines(grid: Grid, row: GridRow, cell: GridCell, orientation: Orientation): number {
  if (cell.text === '') return 0;
  if (cell.role === 'side') return [...cell.text].length;
  const share = sum(grid.columnWidths.slice(cell.column, cell.column + cell.columnSpan)) / sum(grid.columnWidths);
  const widthMm = share * pageGeometry(orientation).bodyWidthMm - 2 * CELL_PADDING_MM;
  return estimateLines(indentedText(cell), widthMm, cellTextPt(row, cell));
}

/** A cell's text with the two characters in front by which a paragraph is set in. */
export function indentedText(cell: GridCell): string {
  return cell.text !== '' && (cell.role === 'paragraph' || cell.role === 'part') ? `　　${cell.text}` : cell.text;
}

/** All cells' estimates: a first guess at pages that measuring seldom has to change. */
export function estimateGridLines(grid: Grid, orientation: Orientation): CellLines {
  return grid.rows.map((row) => row.cells.map((cell) => estimateCellLines(grid, row, cell, orientation)));
}
