import { columnCount, type Grid, type GridRow } from './grid.ts';
import type { SourceDocument } from './source-document.ts';

/** A document of one sheet with grids one below the other, as a reader of a format with merged cells gives it. */
export function sheetOf(...grids: readonly Grid[]): SourceDocument {
  const rows = grids.flatMap((grid) => grid.rows.map((row): GridRow => ({ kind: row.kind, cells: row.cells })));
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: true }] };
}

/** The same rows as plain text gives them: no spans, covered cells empty, texts outside the table alone in a row. */
export function textOf(...grids: readonly Grid[]): SourceDocument {
  const rows = grids.flatMap((grid) =>
    grid.rows.flatMap((row): GridRow[] => {
      if (row.kind === 'line') return row.cells.map((cell) => lineOf(cell.text));
      const texts: string[] = new Array(columnCount(grid.rows)).fill('');
      for (const cell of row.cells) texts[cell.column] = cell.text;
      return [tableRowOf(texts)];
    }),
  );
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
}

/** A text outside the table. */
export function lineOf(text: string): GridRow {
  return { kind: 'line', cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1 }] };
}

/** A row of cells without spans. */
export function tableRowOf(texts: readonly string[]): GridRow {
  return { kind: 'table', cells: texts.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 })) };
}

/** Rows that say where they stand. */
export function numbered(rows: readonly GridRow[]): GridRow[] {
  return rows.map((row, index) => ({ ...row, place: `第${index + 1}行` }));
}
