import type { AnswerCell, AnswerRow } from '../../shared/domain/answers.ts';
import { targetParts } from '../../shared/domain/target.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { columnOf, emptyRow } from '../../shared/forms/shape.ts';
import type { CellRange } from './selection.ts';

/** What one does with the rows of a sheet. Every function leaves its input alone and gives new rows. */
export type Rows = readonly AnswerRow[];

/** Texts by column id, to be written into one row. */
export interface CellTexts {
  readonly [column: string]: string;
}

/** A row with texts set, exactly as typed; a target's parts follow its text. */
export function withTexts(table: TableDefinition, row: AnswerRow, texts: CellTexts): AnswerRow {
  const next: Record<string, AnswerCell> = { ...row };
  for (const [id, text] of Object.entries(texts)) {
    const type = columnOf(table, id)?.type;
    next[id] = type === 'amount' && text === '' ? null : text;
    if (type === 'target') Object.assign(next, targetParts(text));
  }
  return next;
}

/**
 * Sets texts in one row. The row after the last one is added, with the categories of the row above where the
 * texts name none: a new line under 数量指标 is one more 数量指标.
 */
export function setTexts(table: TableDefinition, rows: Rows, index: number, texts: CellTexts): Rows {
  if (index < rows.length) return rows.map((row, i) => (i === index ? withTexts(table, row, texts) : row));
  const above = rows.at(-1);
  const namesCategory = table.groupBy.some((id) => id in texts);
  const inherited = above && !namesCategory ? sameCategory(table, above) : {};
  return [...rows, withTexts(table, emptyRow(table), { ...inherited, ...texts })];
}

/** The grouping texts of a row. */
export function sameCategory(table: TableDefinition, row: AnswerRow): CellTexts {
  return Object.fromEntries(table.groupBy.map((id) => [id, row[id] ?? '']));
}

/** Inserts an empty row before `index`, with the given texts. */
export function insertRow(table: TableDefinition, rows: Rows, index: number, texts: CellTexts): Rows {
  return [...rows.slice(0, index), withTexts(table, emptyRow(table), texts), ...rows.slice(index)];
}

/** Rows without those from `first` to `last`. */
export function removeRows(rows: Rows, first: number, last: number): Rows {
  return [...rows.slice(0, first), ...rows.slice(last + 1)];
}

/** Moves the rows from `first` to `last` one up (-1) or down (1); unchanged where there is no room. */
export function moveRows(rows: Rows, first: number, last: number, step: 1 | -1): Rows {
  if (first + step < 0 || last + step >= rows.length) return rows;
  const block = rows.slice(first, last + 1);
  const others = removeRows(rows, first, last);
  return [...others.slice(0, first + step), ...block, ...others.slice(first + step)];
}

/** Empties the cells of a range. */
export function clearRange(table: TableDefinition, rows: Rows, range: CellRange): Rows {
  const ids = table.columns.slice(range.left, range.right + 1).map((column) => column.id);
  const texts = Object.fromEntries(ids.map((id) => [id, '']));
  return rows.map((row, index) => {
    const isHit = index >= range.top && index <= range.bottom && ids.some((id) => (row[id] ?? '') !== '');
    return isHit ? withTexts(table, row, texts) : row;
  });
}

/** Copies the first row of a range into its other rows; a range of one row takes the row above. */
export function copyDown(table: TableDefinition, rows: Rows, range: CellRange): Rows {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  const source = rows[from];
  if (!source) return rows;
  const ids = table.columns.slice(range.left, range.right + 1).map((column) => column.id);
  const texts = Object.fromEntries(ids.map((id) => [id, source[id] ?? '']));
  let next = rows;
  for (let index = from + 1; index <= range.bottom; index += 1) next = setTexts(table, next, index, texts);
  return next;
}

/** The texts of a range, row by row. */
export function blockOf(table: TableDefinition, rows: Rows, range: CellRange): string[][] {
  return rows
    .slice(range.top, range.bottom + 1)
    .map((row) => table.columns.slice(range.left, range.right + 1).map((column) => row[column.id] ?? ''));
}

/**
 * How many grouping columns, from the outermost on, say the same as in the row above; on paper these cells are
 * one with the cell above.
 */
export function repeatedColumns(table: TableDefinition, row: AnswerRow, above: AnswerRow | undefined): number {
  if (!above) return 0;
  const differing = table.groupBy.findIndex((id) => (row[id] ?? '') === '' || row[id] !== above[id]);
  return differing < 0 ? table.groupBy.length : differing;
}
