import type { FontStyle, NamedRange } from 'hucre';
import { type Cell, type CellValue, type MergeRange, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import { columnCount, type GridCell, type GridRow } from '../../../shared/grid/grid.ts';
import { indentedText } from '../../../shared/paper/estimate-lines.ts';
import { FOOT_MM, MARGIN_MM, PX_PER_MM, pageGeometry, TEXT_PT } from '../../../shared/paper/geometry.ts';
import type { PaperDocument, PaperSection } from '../../../shared/paper/paper-document.ts';
import { isParagraph } from '../../../shared/paper/row-measures.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import { sheetNames } from './sheet-names.ts';
import { cellLines, cellWidthMm, layOutRows, type SheetRows } from './xlsx-rows.ts';
import { type FrameSides, XlsxStyles } from './xlsx-style.ts';
import { exactNumber, MOST_CELL_CHARACTERS, textValue, type XlsxValue } from './xlsx-value.ts';

const MM_PER_INCH = 25.4;
/** Column widths are counted in digits of the workbook's default font: 7 px in Arial 10, which every system can match. */
const DEFAULT_FONT: FontStyle = { name: 'Arial', size: 10 };
const DIGIT_PX = 7;
/** Width of a digit of the body font in mm, and what is left free beside a number. */
const DIGIT_MM = 1.85;
const NUMBER_MARGIN_MM = 5;
const FOOTER = `&C&"宋体"&${TEXT_PT.foot}第 &P 页 共 &N 页`;

/**
 * The forms as a workbook, one sheet each, that looks and prints like the official paper in Excel, WPS and LibreOffice.
 * Everything is text that stays text, but amounts whose digits a number keeps.
 * @param locate names a cell for a person
 * @returns `textTooLongForFormat` where a text is longer than a cell of Excel may hold; `cancelled`
 */
export async function writeXlsx(
  document: PaperDocument,
  locate: (recordId: string, path: string) => string,
  context: Pick<CallContext, 'signal'>,
): Promise<Result<Uint8Array, AppError>> {
  const styles = new XlsxStyles();
  const names = sheetNames(document.sections.map((section) => section.title));
  const sheets: WriteSheet[] = [];
  const namedRanges: NamedRange[] = [];
  for (const [index, section] of document.sections.entries()) {
    const tooLong = section.grid.rows
      .flatMap((row) => row.cells)
      .find((cell) => indentedText(cell).length > MOST_CELL_CHARACTERS);
    if (tooLong) {
      const place = tooLong.bind === undefined ? section.title : locate(section.recordId, tooLong.bind.path);
      return err({ kind: 'textTooLongForFormat', format: 'xlsx', place, limit: MOST_CELL_CHARACTERS });
    }
    const layout = layOutRows(section.grid, pageGeometry(section.orientation).bodyWidthMm);
    const name = names[index] ?? '表';
    sheets.push(makeSheet(section, name, layout, document, styles));
    namedRanges.push(...printRanges(section, name, layout));
  }
  if (context.signal.aborted) return err({ kind: 'cancelled' });
  const bytes = await writeWorkbook({
    sheets,
    namedRanges,
    defaultFont: DEFAULT_FONT,
    properties: { title: document.title },
  });
  return context.signal.aborted ? err({ kind: 'cancelled' }) : ok(bytes);
}

function columnsOf({ grid }: PaperSection): number {
  return Math.max(columnCount(grid.rows), grid.columnWidths.length);
}

function makeSheet(
  section: PaperSection,
  name: string,
  layout: readonly SheetRows[],
  document: PaperDocument,
  styles: XlsxStyles,
): WriteSheet {
  const { grid, orientation } = section;
  const { bodyWidthMm } = pageGeometry(orientation);
  const columns = columnsOf(section);
  const rowCount = layout.reduce((sum, { heightsPt }) => sum + heightsPt.length, 0);
  const rows: CellValue[][] = Array.from({ length: rowCount }, () => new Array<CellValue>(columns).fill(null));
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  for (const [index, row] of grid.rows.entries()) {
    for (const cell of row.cells) {
      const last = Math.min(index + cell.rowSpan, grid.rows.length) - 1;
      const area = areaOf(layout, index, last, cell);
      const content = contentOf(cell, cellWidthMm(grid, cell, bodyWidthMm));
      const lines = cellLines(grid, row, cell, bodyWidthMm);
      const cellsOfRow = rows[area.startRow];
      if (cellsOfRow) cellsOfRow[cell.column] = content.value;
      if (area.endRow > area.startRow || area.endCol > area.startCol) merges.push(area);
      const frame = frameOf(grid.rows, index, last, area, columns);
      for (let r = area.startRow; r <= area.endRow; r += 1) {
        for (let c = area.startCol; c <= area.endCol; c += 1) {
          const style = styles.of(row, cell, lines, frame?.(r, c), content.format);
          cells.set(`${r},${c}`, { style });
        }
      }
    }
  }
  const heights = layout.flatMap(({ heightsPt }) => heightsPt);
  return {
    name,
    rows,
    cells,
    merges,
    columns: columnWidths(section, columns, bodyWidthMm),
    rowDefs: new Map(heights.map((height, index) => [index, { height }])),
    ...printSetUp(section, document),
  };
}

/** The places of the sheet that a cell covers. */
function areaOf(layout: readonly SheetRows[], first: number, last: number, cell: GridCell): MergeRange {
  const end = layout[last];
  return {
    startRow: layout[first]?.first ?? 0,
    endRow: end ? end.first + end.heightsPt.length - 1 : 0,
    startCol: cell.column,
    endCol: cell.column + cell.columnSpan - 1,
  };
}

function contentOf(cell: GridCell, widthMm: number): XlsxValue {
  // A number wider than its cell would be shown as ####; a text is wrapped.
  const fits = cell.text.length * DIGIT_MM + NUMBER_MARGIN_MM <= widthMm;
  return (cell.role === 'amount' && fits ? exactNumber(cell.text) : undefined) ?? textValue(indentedText(cell));
}

/** Tells the outer sides of each place of a cell in the ruled table; undefined for lines of text outside it. */
function frameOf(
  rows: readonly GridRow[],
  first: number,
  last: number,
  area: MergeRange,
  columns: number,
): ((row: number, column: number) => FrameSides) | undefined {
  if (rows[first]?.kind !== 'table') return undefined;
  const isTop = rows[first - 1]?.kind !== 'table';
  const isBottom = rows[last + 1]?.kind !== 'table';
  return (row, column) => ({
    left: column === 0,
    right: column === columns - 1,
    top: isTop && row === area.startRow,
    bottom: isBottom && row === area.endRow,
  });
}

function columnWidths(section: PaperSection, columns: number, bodyWidthMm: number): { width: number }[] {
  const shares = section.grid.columnWidths;
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: columns }, (_, index) => {
    const px = ((shares[index] ?? 0) / total) * bodyWidthMm * PX_PER_MM;
    return { width: Math.floor((px / DIGIT_PX) * 100) / 100 };
  });
}

function printSetUp(
  { orientation }: PaperSection,
  { settings }: PaperDocument,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'view'> {
  const inch = (mm: number): number => Math.max(0, mm) / MM_PER_INCH;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: inch(MARGIN_MM.left + settings.offsetLeftMm),
        right: inch(MARGIN_MM.right - settings.offsetLeftMm),
        top: inch(MARGIN_MM.top + settings.offsetTopMm),
        bottom: inch(MARGIN_MM.bottom - settings.offsetTopMm),
        header: inch(FOOT_MM),
        footer: inch(FOOT_MM),
      },
    },
    headerFooter: { oddFooter: FOOTER },
    view: { showGridLines: false },
  };
}

/** The names by which Excel knows what is printed and which rows come again on every page. */
function printRanges(section: PaperSection, sheet: string, layout: readonly SheetRows[]): NamedRange[] {
  // The writer's own option leaves the sheet's name unquoted, which Excel calls damaged for most of our titles.
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const end = layout.at(-1);
  const lastRow = end ? end.first + end.heightsPt.length : 1;
  const area = `${quoted}!$A$1:$${columnName(columnsOf(section) - 1)}$${lastRow}`;
  const ranges: NamedRange[] = [{ name: '_xlnm.Print_Area', range: area, scope: sheet }];
  const headings = repeatedRows(section.grid.rows, layout);
  if (headings) ranges.push({ name: '_xlnm.Print_Titles', range: `${quoted}!${headings}`, scope: sheet });
  return ranges;
}

/**
 * Excel repeats one run of rows on every page: the first one that asks for it. Where running text comes after the table,
 * none is repeated: it would stand above that text too.
 */
function repeatedRows(rows: readonly GridRow[], layout: readonly SheetRows[]): string | undefined {
  const first = rows.findIndex((row) => row.repeatsOnPage === true);
  if (first < 0 || rows.slice(first).some(isParagraph)) return undefined;
  let last = first;
  while (rows[last + 1]?.repeatsOnPage === true) last += 1;
  const end = layout[last];
  return `$${(layout[first]?.first ?? 0) + 1}:$${end ? end.first + end.heightsPt.length : 1}`;
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
