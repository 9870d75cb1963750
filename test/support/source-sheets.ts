import type { Grid, GridRow } from '../../shared/grid/grid.ts';
import { columnCount } from '../../shared/grid/grid.ts';
import type { SourceDocument } from '../../shared/grid/source-document.ts';

/** A document of one sheet, as a reader of a format with merged cells gives it. */
export function sheetOf(...grids: readonly Grid[]): SourceDocument {
  const rows = grids.flatMap((grid) => grid.rows.map((row): GridRow => ({ kind: row.kind, cells: row.cells })));
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: true }] };
}

/** The same rows as plain text gives them: no spans, covered cells empty, texts outside the table alone in a row. */
export function textOf(...grids: readonly Grid[]): SourceDocument {
  const rows = grids.flatMap((grid) =>
    grid.rows.flatMap((row): GridRow[] => {
      if (row.kind === 'line') return row.cells.map((cell) => line(cell.text));
      const texts: string[] = new Array(columnCount(grid.rows)).fill('');
      for (const cell of row.cells) texts[cell.column] = cell.text;
      return [tableRow(texts)];
    }),
  );
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
}

/** Rows as typed in a test: cells separated by `|`, a row without one is a line. */
export function documentOf(text: string): SourceDocument {
  const rows = text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => (row.includes('|') ? tableRow(row.split('|')) : line(row.trim())));
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
}

function line(text: string): GridRow {
  return { kind: 'line', cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1 }] };
}

function tableRow(texts: readonly string[]): GridRow {
  return { kind: 'table', cells: texts.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 })) };
}

function numbered(rows: readonly GridRow[]): GridRow[] {
  return rows.map((row, index) => ({ ...row, place: `第${index + 1}行` }));
}
