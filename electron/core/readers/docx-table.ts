import type { GridCell } from '../../../shared/grid/grid.ts';

/** How a cell takes part in a merge, as Word says it: where one begins, and where one goes on. */
export type Merge = 'none' | 'start' | 'goesOn';

/** A cell as it stands in its row. */
export interface DocxCell {
  text: string;
  columnSpan: number;
  /** Merged with cells above or below. */
  down: Merge;
  /** Merged with cells to the left or right; only old files say it this way. */
  across: Merge;
  /** Preferred width in twips; 0 where none is given. */
  width: number;
}

/** A row of a table as Word keeps it. */
export interface DocxRow {
  readonly cells: DocxCell[];
  /** Grid columns left free before the first cell. */
  columnsBefore: number;
}

interface OpenCell {
  text: string;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

/** Widths that differ by less are the same edge: half a millimetre, in twips. */
const SAME_EDGE = 28;

/**
 * Gives the cells of a table their columns and spans. A cell that only goes on a merge is not listed; one that goes on
 * nothing (its beginning stands in another table, before a page break) stands for itself.
 * @param columnWidths widths of the grid's columns in twips, as far as the file gives them
 */
export function placeCells(rows: readonly DocxRow[], columnWidths: readonly number[]): (readonly GridCell[])[] {
  let above = new Map<number, OpenCell>();
  return rows.map((row) => {
    const open = new Map<number, OpenCell>();
    const own: OpenCell[] = [];
    const spans = spansOf(row, columnWidths);
    let column = row.columnsBefore;
    for (const [index, cell] of row.cells.entries()) {
      const columnSpan = spans[index] ?? 1;
      const owner = cell.down === 'goesOn' ? above.get(column) : undefined;
      const left = own.at(-1);
      if (owner) {
        owner.rowSpan += 1;
        open.set(column, owner);
      } else if (cell.across === 'goesOn' && left && left.column + left.columnSpan === column) {
        left.columnSpan += columnSpan;
      } else {
        const placed = { text: cell.text, column, columnSpan, rowSpan: 1 };
        own.push(placed);
        if (cell.down !== 'none') open.set(column, placed);
      }
      column += columnSpan;
    }
    above = open;
    return own;
  });
}

/**
 * The columns each cell of a row covers. Some programs leave spans out and give widths only: then a row that is short
 * of columns is fitted to the edges of the grid.
 */
function spansOf(row: DocxRow, columnWidths: readonly number[]): readonly number[] {
  const stated = row.cells.map((cell) => cell.columnSpan);
  const isShort = row.columnsBefore + stated.length < columnWidths.length;
  const saysNone = row.cells.every((cell) => cell.columnSpan === 1 && cell.width > 0);
  if (!isShort || !saysNone || row.cells.length === 0) return stated;
  const spans: number[] = [];
  let column = row.columnsBefore;
  for (const cell of row.cells) {
    let span = 1;
    let width = columnWidths[column] ?? 0;
    while (column + span < columnWidths.length && width + SAME_EDGE < cell.width) {
      width += columnWidths[column + span] ?? 0;
      span += 1;
    }
    spans.push(span);
    column += span;
  }
  return column === columnWidths.length ? spans : stated;
}
