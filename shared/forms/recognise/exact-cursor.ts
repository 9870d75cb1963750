import type { Answers } from '../../domain/answers.ts';
import type { GridCell, GridRow } from '../../grid/grid.ts';
import type { TemplateCell, TemplateRow } from './form-template.ts';

/** How far a form has been read by position. */
export interface Cursor {
  readonly answers: Answers;
  readonly fiscalYear: number | null;
  readonly ordinal: number | undefined;
  readonly index: number;
}

/** Whether a cell stands just where the form has it. */
export function fitsPlace(cell: TemplateCell, source: GridCell): boolean {
  return cell.column === source.column && cell.columnSpan === source.columnSpan;
}

/** A line outside the table with one text in it: as a paragraph it has no columns, as a cell of a sheet some or all. */
export function isLoneLine(row: { readonly kind: 'line' | 'table'; readonly cells: readonly unknown[] }): boolean {
  return row.kind === 'line' && row.cells.length === 1;
}

/** The text of a row that holds one text where the form has a line; undefined for any other row. */
export function loneText(row: TemplateRow, source: GridRow | undefined): string | undefined {
  const [cell] = row.cells;
  const [own, ...others] = source?.cells ?? [];
  if (!source || !cell || !own || others.length > 0) return undefined;
  return isLoneLine(source) || fitsPlace(cell, own) ? own.text : undefined;
}
