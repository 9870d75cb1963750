import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Grid, GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { leastRowMm, rowTextPt } from '../../../shared/paper/cell-style.ts';
import { estimateCellLines } from '../../../shared/paper/estimate-lines.ts';
import { CELL_PADDING_MM, LINE_HEIGHT, pageGeometry, TEXT_PT } from '../../../shared/paper/geometry.ts';
import type { PaperSection } from '../../../shared/paper/paper-document.ts';
import type { IndexedRow } from './docx-blocks.ts';
import { cellParagraphs, isLongBlock, twips } from './docx-text.ts';

/** Eighths of a point. */
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const NO_LINE = { style: BorderStyle.NIL } as const;
const MM_PER_PT = 25.4 / 72;
/** A row up to this share of the page's height is not split between pages. */
const WHOLE_ROW_SHARE = 1 / 3;
/** Width of a line in a label of stacked characters, as a multiple of the size of the text. */
const STACK_WIDTH = 1.3;

/** Where columns end, in twips from the left edge of the table, one more than there are columns. */
export function columnEdges({ columnWidths }: Grid, widthMm: number): readonly number[] {
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return [
    0,
    ...columnWidths.map((width) => {
      reached += width;
      return twips((reached / total) * widthMm);
    }),
  ];
}

/** A cell where it begins or, further down, where Word wants it mentioned again. */
interface Placed {
  readonly cell: GridCell;
  readonly firstRow: number;
}

/** What all rows of a table share. */
interface TableContext {
  readonly section: PaperSection;
  readonly rows: readonly IndexedRow[];
  readonly edges: readonly number[];
  /** A table that goes on in the next one has no lower frame and stays with it. */
  readonly goesOn: boolean;
  /** A table that goes on from another begins with a thin rule. */
  readonly isContinued: boolean;
}

/** Rows of a form as one table. */
export function formTable(
  section: PaperSection,
  rows: readonly IndexedRow[],
  part: { readonly goesOn: boolean; readonly isContinued: boolean },
): Table {
  const edges = columnEdges(section.grid, pageGeometry(section.orientation).bodyWidthMm);
  const context: TableContext = { section, rows, edges, ...part };
  let open: readonly Placed[] = [];
  const tableRows = rows.map((indexed, position) => {
    const own = indexed.row.cells.map((cell): Placed => ({ cell, firstRow: indexed.index }));
    const placed = [...own, ...open].sort((a, b) => a.cell.column - b.cell.column);
    open = placed.filter(({ cell, firstRow }) => firstRow + cell.rowSpan > indexed.index + 1);
    return formRow(context, position, placed);
  });
  const padding = twips(CELL_PADDING_MM);
  return new Table({
    rows: tableRows,
    width: { size: edges.at(-1) ?? 0, type: WidthType.DXA },
    columnWidths: edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: padding, bottom: padding, left: padding, right: padding },
  });
}

function formRow(context: TableContext, position: number, placed: readonly Placed[]): TableRow {
  const { rows, goesOn } = context;
  const row = rows[position]?.row;
  const isHeading = row?.repeatsOnPage === true && rows.slice(0, position).every((above) => above.row.repeatsOnPage);
  const next = rows[position + 1];
  // A row that says what comes below stays with it, unless that is long enough to be split anyway.
  const saysWhatFollows = row?.cells.every((cell) => cell.bind === undefined) === true;
  const keepsWithNext = next ? saysWhatFollows && isKeptWhole(context, next.row) : goesOn;
  return new TableRow({
    children: placed.map((place) => formCell(context, position, place, keepsWithNext)),
    cantSplit: row !== undefined && isKeptWhole(context, row),
    ...(isHeading ? { tableHeader: true } : {}),
    ...(row?.kind === 'table' ? { height: { value: twips(leastRowMm(row)), rule: HeightRule.ATLEAST } } : {}),
  });
}

/** Whether a row is low enough to stand on one page without leaving much of another empty. */
function isKeptWhole({ section }: TableContext, row: GridRow): boolean {
  const lines = row.cells.map((cell) =>
    cell.rowSpan === 1 ? estimateCellLines(section.grid, row, cell, section.orientation) : 0,
  );
  const heightMm = Math.max(0, ...lines) * rowTextPt(row) * LINE_HEIGHT * MM_PER_PT;
  return heightMm < pageGeometry(section.orientation).bodyHeightMm * WHOLE_ROW_SHARE;
}

function formCell(
  context: TableContext,
  position: number,
  { cell, firstRow }: Placed,
  keepsWithNext: boolean,
): TableCell {
  const { section, rows, edges } = context;
  const index = rows[position]?.index ?? 0;
  const row = section.grid.rows[firstRow];
  const begins = index === firstRow;
  const lines = row ? estimateCellLines(section.grid, row, cell, section.orientation) : 1;
  const shown = begins ? cell : { ...cell, text: '' };
  const width = (edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0);
  const merge = begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
  return new TableCell({
    children: row ? cellParagraphs(row, shown, { lines, keepsWithNext }) : [],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isLongBlock(cell, lines) ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    borders: bordersOf(context, position, cell),
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: merge } : {}),
    ...(cell.role === 'side' ? { margins: stackMargins(width) } : {}),
  });
}

/** Margins that leave a label room for one character on each line, so that its characters stack. */
function stackMargins(width: number) {
  const space = Math.max(0, Math.floor((width - twips(TEXT_PT.body * STACK_WIDTH * MM_PER_PT)) / 2));
  return { left: space, right: space, marginUnitType: WidthType.DXA };
}

/** Rules around a cell: thin inside the table, thick on its frame, none around lines of text. */
function bordersOf(context: TableContext, position: number, cell: GridCell) {
  const { rows, edges, goesOn, isContinued } = context;
  const row = rows[position]?.row;
  if (row?.kind !== 'table') return { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
  const isTop = rows[position - 1]?.row.kind !== 'table';
  const isBottom = rows[position + 1]?.row.kind !== 'table';
  const isLast = position === rows.length - 1;
  return {
    top: isTop && !(isContinued && position === 0) ? FRAME : RULE,
    bottom: isBottom ? (goesOn && isLast ? NO_LINE : FRAME) : RULE,
    left: cell.column === 0 ? FRAME : RULE,
    right: cell.column + cell.columnSpan === edges.length - 1 ? FRAME : RULE,
  };
}
