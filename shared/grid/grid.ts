/**
 * The grid: a matrix of text cells with spans. Readers of foreign files make grids, `layOut` makes grids,
 * `recognise` and the writers take grids. It is the one joint between file formats and forms.
 */

/** What a cell is on paper; decides its alignment and weight. Absent in grids read from files. */
export type CellRole =
  | 'title'
  | 'part' // heading of a part of a document
  | 'paragraph' // a paragraph of running text: its first line set in
  | 'line'
  | 'label'
  | 'side' // a label of stacked characters beside several rows
  | 'heading' // a column heading of a repeated table
  | 'text' // long text: left and top from two lines on
  | 'short' // short value: centred
  | 'amount'; // money: right

/** Where a value cell takes its text from; path as in `getAnswer`, e.g. `annualFunds.total`, `indicators.3.level1`. */
export interface Binding {
  readonly path: string;
  /** A merged cell of a repeated table stands for the rows from the one in `path` to this one, inclusive. */
  readonly lastRow?: number;
  /** Other places the cell stands for as well: a category printed once for tables side by side. */
  readonly also?: readonly Binding[];
}

export interface GridCell {
  readonly text: string;
  /** First column the cell covers, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly role?: CellRole;
  readonly bind?: Binding;
  readonly align?: 'left' | 'center' | 'right';
}

export interface GridRow {
  /** Cells that begin in this row, from left to right; a covered cell is not listed. */
  readonly cells: readonly GridCell[];
  /** `line` stands outside the ruled table (titles, the stamp line, paragraphs); `table` inside it. */
  readonly kind: 'line' | 'table';
  /** True for the heading rows that are printed again on every page the rows after them run on to. */
  readonly repeatsOnPage?: boolean;
  /** True in tables that are set in small type, with low rows. */
  readonly isDense?: boolean;
  /** True where the stamp is placed on paper. */
  readonly hasStamp?: boolean;
  /** For people: where the row stands in its source (`第 12 行`, `Sheet1 第 3 行`). */
  readonly place?: string;
  /** True where a row of the source may go on in the next one: text with one cell per line. */
  readonly hasLooseEnd?: boolean;
  /**
   * Blank lines before the row, in text that does not say where rows end: the row may be one cell of a row, or a piece
   * of one. Absent where the row stands as it is.
   */
  readonly blanksBefore?: number;
  /**
   * Present where a row was put together from lines that do not say where rows end: `sure` where its cells could hardly
   * stand otherwise, `guessed` where a text might as well belong to a neighbouring cell.
   */
  readonly recut?: 'sure' | 'guessed';
}

export interface Grid {
  readonly rows: readonly GridRow[];
  /** Column widths as shares of the printable width; as many as there are columns. */
  readonly columnWidths: readonly number[];
}

/** A cell with the row it begins in. */
export interface PlacedCell extends GridCell {
  readonly row: number;
}

/** All cells with their row index, in reading order. */
export function placedCells(grid: Grid): PlacedCell[] {
  return grid.rows.flatMap((row, index) => row.cells.map((cell) => ({ ...cell, row: index })));
}

/** The number of columns that the cells reach. */
export function columnCount(rows: readonly GridRow[]): number {
  let count = 0;
  for (const row of rows) for (const cell of row.cells) count = Math.max(count, cell.column + cell.columnSpan);
  return count;
}
