import { parseAmount } from '../domain/amount.ts';
import type { AnswerCell, AnswerRow, Answers, AnswerValue } from '../domain/answers.ts';
import { fieldText, tableRows } from '../domain/answers.ts';
import { composeTarget, targetParts } from '../domain/target.ts';
import type {
  CategoryNode,
  ColumnDefinition,
  FieldDefinition,
  FormDefinition,
  TableDefinition,
  ValueType,
} from './definition.ts';
import { ADDED, fixedLines, type NumberedRow, withEmptyNotes, withTopLine } from './shape-lines.ts';
import { rowIndexOf } from './table-rows.ts';

/**
 * The one shape answers have for a definition: every field there, texts trimmed, amounts in plain digits,
 * targets with their parts, categories filled down, rows that say nothing dropped and prescribed ones added. Whatever saves, imports or
 * exports a record brings it into this shape first, so that equal contents are equal data.
 */

/** Looks a field up by id. */
export function fieldOf(definition: FormDefinition, id: string): FieldDefinition | undefined {
  return definition.fields.find((field) => field.id === id);
}

/** Looks a table up by id. */
export function tableOf(definition: FormDefinition, id: string): TableDefinition | undefined {
  return definition.tables.find((table) => table.id === id);
}

/** Looks a column up by id. */
export function columnOf(table: TableDefinition, id: string): ColumnDefinition | undefined {
  return table.columns.find((column) => column.id === id);
}

/** A row with every column empty. */
export function emptyRow(table: TableDefinition): AnswerRow {
  return shapeRow(table, {});
}

/** The answers of a new, empty form. */
export function emptyAnswers(definition: FormDefinition): Answers {
  return shapeAnswers(definition, {});
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function shapeText(type: ValueType, text: string): AnswerCell {
  // Asked first: this runs over every text at every save, and few have one.
  const clean = (text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text).trim();
  if (type === 'paragraphs') return paragraphsOf(clean).join('\n');
  if (type !== 'amount') return clean;
  return clean === '' ? null : (parseAmount(clean) ?? clean);
}

function shapeRow(table: TableDefinition, row: AnswerRow): AnswerRow {
  const shaped: Record<string, AnswerCell> = {};
  for (const column of table.columns) {
    const cell = shapeText(column.type, row[column.id] ?? '');
    shaped[column.id] = cell;
    if (column.type === 'target') Object.assign(shaped, targetParts(cell ?? ''));
  }
  // A target with columns of its own is composed of them, so that every form's rows have the whole of it.
  if (table.columns.some((column) => column.type === 'operator')) {
    shaped.target = composeTarget(shaped.operator ?? '', shaped.value ?? '', shaped.unit ?? '');
  }
  return shaped;
}

/**
 * Fills grouping columns downwards: an empty category means the one above, as a merged cell does on paper,
 * as long as all outer categories are the same.
 */
export function fillDown(groupBy: readonly string[], rows: readonly AnswerRow[]): AnswerRow[] {
  const filled: AnswerRow[] = [];
  for (const row of rows) {
    const above = filled.at(-1);
    const next: Record<string, AnswerCell> = { ...row };
    for (const column of groupBy) {
      if ((next[column] ?? '') === '') next[column] = above?.[column] ?? '';
      if (next[column] !== above?.[column]) break;
    }
    filled.push(next);
  }
  return filled;
}

/**
 * True where a row says nothing: no text of its own, and no category that differs from the row above. A category that
 * is printed once for tables side by side says nothing of one of them.
 */
function saysNothing(table: TableDefinition, row: AnswerRow, above: AnswerRow | undefined): boolean {
  return table.columns.every((column) => {
    const text = row[column.id] ?? '';
    return (
      text === '' ||
      table.shares.includes(column.id) ||
      (table.groupBy.includes(column.id) && text === (above?.[column.id] ?? ''))
    );
  });
}

/** Fills down rows that are in shape and leaves out those that say nothing; each keeps its number. */
function fillAndSift(table: TableDefinition, rows: readonly NumberedRow[]): NumberedRow[] {
  const filled = fillDown(
    table.groupBy,
    rows.map(([, row]) => row),
  );
  return rows
    .map(([number], index): NumberedRow => [number, filled[index] ?? {}])
    .filter(([, row], index) => !saysNothing(table, row, filled[index - 1]));
}

/** The rows filled down, those that say something, each with its index among the rows as typed. */
export function sayingRows(table: TableDefinition, rows: readonly AnswerRow[]): NumberedRow[] {
  const numbered = rows.map((row, index): NumberedRow => [index, row]);
  if (table.fixed) return fixedLines(table, numbered).map(([index, row]) => [index, shapeLine(table, row)]);
  return fillAndSift(
    table,
    numbered.map(([index, row]) => [index, shapeRow(table, row)]),
  );
}

/** A row that also keeps which line of the form it is. */
function shapeLine(table: TableDefinition, row: AnswerRow): AnswerRow {
  return { line: row.line ?? '', ...shapeRow(table, row) };
}

/** The paths from the root of a category tree to its leaves, as names. */
export function leafPaths(nodes: readonly CategoryNode[]): string[][] {
  return nodes.flatMap((node) =>
    node.children ? leafPaths(node.children).map((below) => [node.name, ...below]) : [[node.name]],
  );
}

/**
 * All rows of the shaped table. Where the form prints every category, those without a row get one, behind the
 * category before them.
 */
function shapedRows(table: TableDefinition, rows: readonly AnswerRow[]): NumberedRow[] {
  const shaped = sayingRows(table, rows);
  if (table.emptyCategory === undefined) return withTopLine(table, shaped);
  // Rows without any category stay in front, or they would come to belong to one.
  let behind = shaped.findIndex(([, row]) => (row[table.groupBy[0] ?? ''] ?? '') !== '');
  if (behind < 0) behind = shaped.length;
  for (const path of leafPaths(table.categories)) {
    const isOwn = ([, row]: NumberedRow): boolean =>
      table.groupBy.every((column, level) => row[column] === (path[level] ?? ''));
    const last = shaped.findLastIndex(isOwn);
    if (last >= 0) behind = last + 1;
    else {
      const categories = Object.fromEntries(table.groupBy.map((column, level) => [column, path[level] ?? '']));
      shaped.splice(behind, 0, [ADDED, shapeRow(table, { ...table.emptyCategory, ...categories })]);
      behind += 1;
    }
  }
  return fillAndSift(table, shaped);
}

/**
 * Which of the rows as typed `shapeAnswers` keeps, by index: the row k it gives was the row `keptRows()[k]`;
 * -1 for a row it adds.
 */
export function keptRows(table: TableDefinition, rows: readonly AnswerRow[]): number[] {
  return shapedRows(table, rows).map(([index]) => index);
}

/**
 * Brings answers into the definition's shape. Fields the definition does not have are left out.
 * Idempotent: shaping shaped answers changes nothing.
 */
export function shapeAnswers(definition: FormDefinition, answers: Answers): Answers {
  const shaped: Record<string, AnswerValue> = {};
  for (const field of definition.fields) {
    const cell = shapeText(field.type, fieldText(answers, field.id));
    const [head = '', part] = field.id.split('.');
    if (part === undefined) shaped[head] = cell;
    else shaped[head] = { ...(shaped[head] as Record<string, AnswerCell> | undefined), [part]: cell };
  }
  for (const table of definition.tables)
    shaped[table.id] = shapedRows(table, tableRows(answers, table.id)).map(([, row]) => row);
  return withEmptyNotes(definition, shaped);
}

/** The record's title for lists: its naming field, `""` when that is empty; the form's name where it has none. */
export function summaryTitle(definition: FormDefinition, answers: Answers): string {
  return definition.summary.title === undefined ? definition.name : fieldText(answers, definition.summary.title);
}

/** The record's unit, `""` when unknown. */
export function summaryUnit(definition: FormDefinition, answers: Answers): string {
  return definition.summary.unit === undefined ? '' : fieldText(answers, definition.summary.unit);
}

/** The record's amount as decimal text in the form's unit; null when empty, no amount, or the form has none. */
export function summaryAmount(definition: FormDefinition, answers: Answers): string | null {
  const { amount, amountCell } = definition.summary;
  if (amount !== undefined) return parseAmount(fieldText(answers, amount)) ?? null;
  const table = amountCell && tableOf(definition, amountCell.table);
  if (!table || !amountCell) return null;
  const rows = tableRows(answers, table.id);
  return parseAmount(rows[rowIndexOf(table, rows, amountCell.row)]?.[amountCell.column] ?? '') ?? null;
}
