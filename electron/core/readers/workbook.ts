import { type ParsingOptions, parse_zip, read, type WorkBook } from 'xlsx';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import type { SourceDocument, SourceSheet } from '../../../shared/grid/source-document.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import { openWorkbookPackage } from './office-package.ts';
import { oldTextDecoder } from './old-text.ts';
import { readSheet } from './sheet-rows.ts';

/** What SheetJS is asked for: stored values and how they are shown, nothing else. */
export const WORKBOOK_OPTIONS: ParsingOptions & { readonly dense: true } = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
};

const VERY_HIDDEN = 2;
/** Sheets that hold no cells; SheetJS gives nothing for them. */
const CELL_LESS_PARTS = /(^|\/)(chartsheets|dialogsheets|macrosheets)\//u;

/** Reads a zipped workbook: xlsx, xlsm, xlsb, ods. */
export function readZippedWorkbook(bytes: Buffer, limits: ReaderLimits): Result<SourceDocument, ReadFault> {
  const opened = openWorkbookPackage(bytes, limits);
  if (!opened.ok) return opened;
  const { parts } = opened.value;
  const zip = {
    // SheetJS looks every part up by going through all names, each put into lower case: an eighth of its time with 500
    // sheets, were they not in lower case already.
    FullPaths: parts.map((part) => part.name.toLowerCase()),
    FileIndex: parts.map((part) => ({ name: part.name, type: 2, content: part.content })),
  };
  const withoutCells = parts.filter((part) => CELL_LESS_PARTS.test(part.name)).length;
  return parseWorkbook(() => parse_zip(zip, { ...WORKBOOK_OPTIONS }), withoutCells, limits);
}

/** Reads a workbook that is one stream: xls and et (OLE2), or the xml of Excel 2003. */
export function readWholeWorkbook(bytes: Buffer, limits: ReaderLimits): Result<SourceDocument, ReadFault> {
  const parse = (): WorkBook => read(bytes, { ...WORKBOOK_OPTIONS, type: 'buffer' });
  return parseWorkbook(parse, 0, limits, oldTextDecoder(bytes));
}

function parseWorkbook(
  parse: () => WorkBook,
  sheetsWithoutCells: number,
  limits: ReaderLimits,
  decode?: (text: string) => string,
): Result<SourceDocument, ReadFault> {
  let workbook: WorkBook;
  try {
    workbook = parse();
  } catch (error) {
    // SheetJS tells foreign, broken and protected files apart by its message only.
    const message = error instanceof Error ? error.message : '';
    return err({ kind: /password|encrypt/iu.test(message) ? 'encrypted' : 'damaged' });
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: SourceSheet[] = [];
  let missing = 0;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) {
      missing += 1;
      continue;
    }
    const isVeryHidden = workbook.Workbook?.Sheets?.[index]?.Hidden === VERY_HIDDEN;
    const shownName = `${decode?.(name) ?? name}${isVeryHidden ? '（深度隐藏）' : ''}`;
    const rows = readSheet(sheet, shownName, date1904, limits);
    if (!rows.ok) return rows;
    const texts = decode === undefined ? rows.value : rows.value.map((row) => withTexts(row, decode));
    sheets.push({ name: shownName, rows: texts, knowsSpans: true });
  }
  return missing > sheetsWithoutCells ? err({ kind: 'damaged' }) : ok({ sheets });
}

function withTexts(row: GridRow, decode: (text: string) => string): GridRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: decode(cell.text) })) };
}
