import type { PaperDocument } from '../../../shared/paper/paper-document.ts';

/** The forms as laid out for paper: `{ "grids": [ { recordId, title, rows } ] }`; a covered cell is not listed. */
export function writeGridJson(document: PaperDocument): string {
  const grids = document.sections.map(({ recordId, title, grid }) => ({
    recordId,
    title,
    rows: grid.rows.map((row) => row.cells.map(({ text, columnSpan, rowSpan }) => ({ text, columnSpan, rowSpan }))),
  }));
  return `${JSON.stringify({ grids }, null, 2)}\n`;
}
