import type { Grid, GridRow } from '../grid/grid.ts';
import { cellTextPt, leastRowMm, rowTextPt } from './cell-style.ts';
import {
  CELL_PADDING_MM,
  LINE_HEIGHT,
  type Orientation,
  PX_PER_MM,
  pageGeometry,
  ptToPx,
  TEXT_PT,
} from './geometry.ts';
import type { PageRoom, RowMeasure, SpanMeasure } from './paginate.ts';

const PADDING_PX = 2 * CELL_PADDING_MM * PX_PER_MM;
/** Paddings and least heights are rounded too; a page of rows may be off by this much. */
const ROUNDING_PX = 3;

/** Lines of each cell's text: by row of the grid, then by position in its `cells`. */
export type CellLines = readonly (readonly number[])[];

/** Height of one line of text in px, rounded down to a 64th as browsers do: over hundreds of lines it tells. */
export function lineHeightPx(sizePt: number): number {
  return Math.floor(ptToPx(sizePt) * LINE_HEIGHT * 64) / 64;
}

/**
 * Heights of rows and merged cells from the number of lines their texts take. All text of a row has one size, so
 * lines say everything.
 */
export function measureRows(
  grid: Grid,
  lines: CellLines,
): { readonly rows: readonly RowMeasure[]; readonly spans: readonly SpanMeasure[] } {
  const spans: SpanMeasure[] = [];
  const rows = grid.rows.map((row, index): RowMeasure => {
    let most = 0;
    let linePx = lineHeightPx(rowTextPt(row));
    for (const [position, cell] of row.cells.entries()) {
      const count = lines[index]?.[position] ?? 0;
      const px = lineHeightPx(cellTextPt(row, cell));
      if (cell.rowSpan > 1) {
        spans.push({ firstRow: index, lastRow: index + cell.rowSpan - 1, heightPx: count * px + PADDING_PX });
        continue;
      }
      linePx = Math.max(linePx, px);
      most = Math.max(most, count);
    }
    return {
      heightPx: Math.max(leastRowMm(row) * PX_PER_MM, most * linePx + PADDING_PX),
      lines: most,
      lineHeightPx: linePx,
      chromePx: PADDING_PX,
      keepsWithNext: keepsWithNext(row),
      repeatsOnPage: row.repeatsOnPage ?? false,
      isLine: row.kind === 'line',
      flows: isParagraph(row),
    };
  });
  return { rows, spans };
}

/** True for a row that is a paragraph of running text. */
export function isParagraph(row: GridRow): boolean {
  return row.kind === 'line' && row.cells[0]?.role === 'paragraph';
}

/** Titles and rows that hold labels only say what comes below them. */
function keepsWithNext(row: GridRow): boolean {
  if (isParagraph(row)) return false;
  return row.kind === 'line' || row.repeatsOnPage === true || row.cells.every((cell) => cell.bind === undefined);
}

/** Room for rows; continuation pages give a line to `续表`. */
export function pageRoom(orientation: Orientation): PageRoom {
  const firstPx = pageGeometry(orientation).bodyHeightMm * PX_PER_MM - ROUNDING_PX;
  return { firstPx, nextPx: firstPx - lineHeightPx(TEXT_PT.body) - CELL_PADDING_MM * PX_PER_MM };
}
