import type { TemplateRow } from './form-template.ts';
import type { Assignment, ColumnMap } from './match-row.ts';

/**
 * Where the columns of a table really stand in a source. Rows without labels of their own stand below headings; those
 * tell.
 */
export class HeadingColumns {
  readonly #places = new Map<number, number>();
  #isBelowHeading = false;

  /** Source column of a form's column; its own where nothing was told. */
  readonly map: ColumnMap = (column) => this.#places.get(column) ?? column;

  /** Takes a row with labels: it tells anew, but the rows of one heading tell together. */
  hear(row: TemplateRow, assignments: readonly Assignment[]): void {
    if (!(row.isHeading && this.#isBelowHeading)) this.#places.clear();
    this.#isBelowHeading = row.isHeading;
    for (const { cell, source } of assignments) {
      if (cell.kind === 'label') this.#places.set(cell.column, source.column);
    }
  }

  /** A row that is no heading has come: the next heading is another one. */
  endHeading(): void {
    this.#isBelowHeading = false;
  }
}
