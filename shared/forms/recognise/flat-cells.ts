import type { FormTemplate, TemplateCell, TemplateRow } from './form-template.ts';
import { skippedRows } from './row-costs.ts';

/** One cell of a form, with the row it stands in. */
export interface FlatCell {
  readonly cell: TemplateCell;
  readonly row: TemplateRow;
  /** Index of the row in the form. */
  readonly rowIndex: number;
  /** Index of the cell in its row. */
  readonly position: number;
}

/** The way from one cell of a form to another that comes later, past cells that hold nothing. */
export interface Way {
  /** Index of the cell it leads to. */
  readonly to: number;
  /** What it costs to miss the labels and rows on the way. */
  readonly cost: number;
  /** So few and so many cells lie between the two: merged ones may have left one blank line or several. */
  readonly least: number;
  readonly most: number;
  /** Values that are passed by. */
  readonly values: number;
  /** True where the second cell stands in another row of the source. */
  readonly isNewRow: boolean;
  /** True where blank lines say nothing: around the lines above and below a table. */
  readonly isFree: boolean;
}

const MISSING_LABEL = 1.2;
/** A value whose label is missing hardly begins a row. */
const UNLABELLED = 2;
/** A row of a table hardly ends with its categories. */
const ONLY_CATEGORY = 2;

function passed(cells: readonly TemplateCell[]): { cost: number; count: number; values: number } {
  let cost = 0;
  let values = 0;
  let count = 0;
  for (const cell of cells) {
    if (cell.kind === 'value') values += 1;
    else if (cell.kind === 'pattern' || !cell.isOptional) cost += MISSING_LABEL;
    if (cell.kind === 'value' || !(cell.kind === 'label' && cell.isOptional)) count += 1;
  }
  return { cost, count, values };
}

/** All cells of a form in reading order, and the ways between them. */
export class FlatCells {
  readonly cells: readonly FlatCell[];
  readonly #template: FormTemplate;
  readonly #skippedRows: (from: number, to: number) => number;
  readonly #ways: (readonly Way[] | undefined)[] = [];

  constructor(template: FormTemplate) {
    this.#template = template;
    this.cells = template.rows.flatMap((row, rowIndex) =>
      row.cells.map((cell, position): FlatCell => ({ cell, row, rowIndex, position })),
    );
    this.#skippedRows = skippedRows(template);
  }

  /** What it costs to end a form after a cell. */
  endCost(from: FlatCell): number {
    return (
      passed(from.row.cells.slice(from.position + 1)).cost +
      this.#skippedRows(from.rowIndex + 1, this.#template.rows.length)
    );
  }

  /** What it costs to begin a form with a cell. */
  startCost(to: FlatCell): number {
    return this.#skippedRows(0, to.rowIndex) + passed(to.row.cells.slice(0, to.position)).cost;
  }

  /** All ways from a cell, by its index, that cost no more than `most`. */
  waysFrom(from: number, most: number): readonly Way[] {
    const known = this.#ways[from];
    if (known !== undefined) return known;
    const ways = this.cells
      .flatMap((_, to) => [this.#wayWithin(from, to), this.#wayOnward(from, to)])
      .filter((way) => way !== null)
      .filter(({ cost }) => cost <= most);
    this.#ways[from] = ways;
    return ways;
  }

  /** The way within one row; null where there is none. */
  #wayWithin(fromIndex: number, toIndex: number): Way | null {
    const from = this.cells[fromIndex];
    const to = this.cells[toIndex];
    if (!from || !to || from.rowIndex !== to.rowIndex || to.position <= from.position) return null;
    const between = passed(to.row.cells.slice(from.position + 1, to.position));
    const columns = to.cell.column - from.cell.column - 1;
    return {
      to: toIndex,
      cost: between.cost,
      least: between.count,
      most: Math.max(between.count, columns),
      values: between.values,
      isNewRow: false,
      isFree: to.row.kind === 'line',
    };
  }

  /** The way into a later row, or into the next one of a repeated row; null where there is none. */
  #wayOnward(fromIndex: number, toIndex: number): Way | null {
    const from = this.cells[fromIndex];
    const to = this.cells[toIndex];
    if (!from || !to || to.rowIndex < from.rowIndex) return null;
    if (to.rowIndex === from.rowIndex && from.row.repeat.length === 0) return null;
    const tail = passed(from.row.cells.slice(from.position + 1));
    const lead = passed(to.row.cells.slice(0, to.position));
    const rows = this.#template.rows.slice(from.rowIndex + 1, to.rowIndex);
    const isUnlabelled = to.row.repeat.length === 0 && to.row.labelCount > 0 && to.cell.kind === 'value';
    const isOnlyCategory = from.row.repeat.length > 0 && from.cell.kind === 'value' && from.cell.names !== null;
    const width = this.#template.columnCount;
    const columns = Math.max(0, width - from.cell.column - 1) + to.cell.column;
    const skipped = rows.filter((row) => row.kind === 'table').length;
    return {
      to: toIndex,
      cost:
        tail.cost +
        lead.cost +
        this.#skippedRows(from.rowIndex + 1, to.rowIndex) +
        (isUnlabelled ? UNLABELLED : 0) +
        (isOnlyCategory ? ONLY_CATEGORY : 0),
      least: tail.count + lead.count,
      most: Math.max(tail.count + lead.count, columns) + skipped * (width + 1),
      values: tail.values + lead.values,
      isNewRow: true,
      isFree: to.row.kind === 'line' || from.row.kind === 'line',
    };
  }
}
