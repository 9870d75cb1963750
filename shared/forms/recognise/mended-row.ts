import type { GridCell, GridRow } from '../../grid/grid.ts';
import type { TemplateRow } from './form-template.ts';
import type { ColumnMap } from './match-row.ts';

/** Why a row is no longer as the source has it; `column` is a column or field id, `""` for the whole row. */
export interface Remark {
  readonly column: string;
  readonly message: string;
}

/** A row of the source within a form, and the form row it is read as; null where it fits none. */
export interface MendedRow {
  readonly source: GridRow;
  readonly row: TemplateRow | null;
  readonly remarks: readonly Remark[];
  /** Where the columns of the form row stand in the source. */
  readonly columnMap: ColumnMap;
}

/** A cell of a source that one column holds. */
export function plainCell(text: string, column: number): GridCell {
  return { text, column, columnSpan: 1, rowSpan: 1 };
}

/** The rows that fit none of the form and go on with no text above them. */
export function looseRows(rows: readonly MendedRow[]): ReadonlySet<MendedRow> {
  const loose = new Set<MendedRow>();
  let isTextOpen = false;
  for (const mended of rows) {
    const { row } = mended;
    if (row !== null) isTextOpen = row.runsOnWith !== null || row.itemRunsOnWith !== null;
    else if (!isTextOpen) loose.add(mended);
  }
  return loose;
}

/** The repeated row that a loose row stands in or right before. */
export function repeatAround(rows: readonly MendedRow[], index: number): MendedRow | undefined {
  const before = rows.slice(0, index).findLast(({ row }) => row !== null);
  if (before?.row && before.row.repeat.length > 0) return before;
  const after = rows.slice(index + 1).find(({ row }) => row !== null);
  return after?.row && after.row.repeat.length > 0 ? after : undefined;
}
