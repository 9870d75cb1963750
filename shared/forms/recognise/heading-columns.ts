import type { FormTemplate, TemplateRow } from './form-template.ts';
import type { Assignment, ColumnMap, RowMatch } from './match-row.ts';

/**
 * True for the upper row of a heading in a source that knows no merged cells: its texts stand side by side whatever
 * they span, and tell nothing of the columns below them.
 */
function isPushedTogether(row: TemplateRow, assignments: readonly Assignment[]): boolean {
  if (!row.hasHeadingBelow) return false;
  const labels = assignments.filter(({ cell }) => cell.kind === 'label');
  return (
    labels.every(({ cell, source }) => source.columnSpan === 1 && source.column === row.cells.indexOf(cell)) &&
    labels.some(({ cell, source }) => source.column !== cell.column)
  );
}

/** Labels of the form's other heading rows that a source has in the same row as those of this one. */
export function strayHeadings(template: FormTemplate, row: TemplateRow, { left }: RowMatch): Assignment[] {
  if (!row.isHeading) return [];
  const labels = template.rows
    .filter((other) => other.isHeading && other !== row)
    .flatMap(({ cells }) => cells.filter((cell) => cell.kind === 'label'));
  return left.flatMap((source): Assignment[] => {
    const cell = labels.find(({ texts }) => texts.includes(source.normalised));
    return cell === undefined ? [] : [{ cell, source, manner: 'exact', label: null, text: source.text }];
  });
}

/**
 * Where the columns of a table really stand in a source. Rows without labels of their own stand below headings; those
 * tell.
 */
export class HeadingColumns {
  readonly #places = new Map<number, number>();
  #isBelowHeading = false;

  /**
   * For a row of the form, the source's column of each of its columns: the one a person taught, the one its heading
   * told, or its own.
   */
  mapFor(row: TemplateRow): ColumnMap {
    const taught = new Map(
      row.cells.flatMap((cell) =>
        cell.kind === 'value' && cell.taughtColumn !== undefined ? [[cell.column, cell.taughtColumn] as const] : [],
      ),
    );
    return (column) => taught.get(column) ?? this.#places.get(column) ?? column;
  }

  /** Takes a row with labels: it tells anew, but the rows of one heading tell together. */
  hear(row: TemplateRow, assignments: readonly Assignment[]): void {
    if (!(row.isHeading && this.#isBelowHeading)) this.#places.clear();
    this.#isBelowHeading = row.isHeading;
    if (isPushedTogether(row, assignments)) return;
    for (const { cell, source } of assignments) {
      if (cell.kind === 'label') this.#places.set(cell.column, source.column);
    }
  }

  /** A row that is no heading has come: the next heading is another one. */
  endHeading(): void {
    this.#isBelowHeading = false;
  }
}
