import type { GridRow } from '../../grid/grid.ts';
import { pageMarks } from '../../grid/page-marks.ts';
import type { FormTemplate, TemplateRow } from './form-template.ts';
import { hasAnyLabel, labelFit, ownLine, sourceCells } from './match-row.ts';

/**
 * Text with one cell per line says only by blank lines where a row ends, and cells hold blank lines too. Below the
 * headings of a repeated table every row has as many cells as the headings, empty ones included: pieces that
 * together have just that many are one row.
 */

/** A form row with labels of its own that is no heading: where one stands, the repeated table has ended. */
function isStaticStart(row: TemplateRow): boolean {
  return row.repeat.length === 0 && !row.isHeading && row.labelCount > 0;
}

function isHeadingRow(template: FormTemplate, source: GridRow): boolean {
  const cells = sourceCells(source);
  return template.rows.some((row) => {
    if (!row.isHeading) return false;
    const labels = row.cells.filter((cell) => cell.kind === 'label' && !cell.isOptional);
    return (
      labels.length > 1 &&
      labels.every((label) =>
        cells.some((cell) => label.kind === 'label' && labelFit(template, label, cell.normalised) > 0),
      )
    );
  });
}

/** Puts pieces together, cells renumbered. */
function join(pieces: readonly GridRow[]): GridRow {
  const [first] = pieces;
  const cells = pieces.flatMap((piece) => piece.cells).map((cell, column) => ({ ...cell, column }));
  return { kind: 'table', cells, ...(first?.place === undefined ? {} : { place: first.place }) };
}

/** A line that broke off a cell goes back to it. */
function withLine(row: GridRow, line: GridRow): GridRow {
  const text = line.cells.map((cell) => cell.text).join('\t');
  const last = row.cells.length - 1;
  return {
    ...row,
    cells: row.cells.map((cell, index) => (index === last ? { ...cell, text: `${cell.text}\n${text}`.trim() } : cell)),
  };
}

/** The rows with the pieces of repeated rows put together. */
export function rejoinRows(templates: readonly FormTemplate[], rows: readonly GridRow[]): readonly GridRow[] {
  if (rows.every(({ hasLooseEnd }) => hasLooseEnd !== true)) return rows;
  const joined: GridRow[] = [];
  let expected = 0;
  let pieces: GridRow[] = [];
  const flush = (): void => {
    joined.push(...pieces);
    pieces = [];
  };
  const marks = pageMarks(rows.map(ownLine));
  for (const [index, row] of rows.entries()) {
    if (marks.has(index)) {
      joined.push(row);
      continue;
    }
    const isWhole = row.kind === 'table' && row.hasLooseEnd !== true;
    if (!isWhole && templates.some((template) => isHeadingRow(template, row))) {
      flush();
      expected = Math.max(joined.at(-1)?.kind === 'table' ? expected : 0, row.cells.length);
      joined.push(row);
      continue;
    }
    if (expected === 0) {
      joined.push(row);
      continue;
    }
    const cells = sourceCells(row);
    const isEnd =
      isWhole ||
      templates.some((template) =>
        template.rows.some((other) => isStaticStart(other) && hasAnyLabel(template, other, cells)),
      );
    const last = pieces.at(-1);
    if (!isEnd && row.kind === 'line' && last) {
      pieces[pieces.length - 1] = withLine(last, row);
      continue;
    }
    if (isEnd || row.kind === 'line') {
      flush();
      expected = 0;
      joined.push(row);
      continue;
    }
    pieces.push(row);
    const count = pieces.reduce((sum, piece) => sum + piece.cells.length, 0);
    if (count === expected) {
      joined.push(pieces.length === 1 ? row : join(pieces));
      pieces = [];
    } else if (count > expected) {
      pieces.pop();
      flush();
      if (row.cells.length < expected) pieces = [row];
      else joined.push(row);
    }
  }
  flush();
  return joined;
}
