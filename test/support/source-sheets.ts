import { lineOf, numbered, tableRowOf } from '../../shared/grid/as-source.ts';
import type { SourceDocument } from '../../shared/grid/source-document.ts';

export { sheetOf, textOf } from '../../shared/grid/as-source.ts';

/** Rows as typed in a test: cells separated by `|`, a row without one is a line. */
export function documentOf(text: string): SourceDocument {
  const rows = text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => (row.includes('|') ? tableRowOf(row.split('|')) : lineOf(row.trim())));
  return { sheets: [{ name: '', rows: numbered(rows), knowsSpans: false }] };
}
