import { parseAmount } from '../domain/amount.ts';
import type { AnswerCell, AnswerRow, Answers, AnswerValue } from '../domain/answers.ts';
import { fieldText, tableRows } from '../domain/answers.ts';
import { targetParts } from '../domain/target.ts';
import type { ColumnDefinition, FieldDefinition, FormDefinition, TableDefinition, ValueType } from './definition.ts';

/**
 * The one shape answers have for a definition: every field there, texts trimmed, amounts in plain digits,
 * targets with their parts, categories filled down, rows that say nothing dropped. Whatever saves, imports or
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

function shapeText(type: ValueType, text: string): AnswerCell {
  const clean = text.replace(/\r\n?/gu, '\n').trim();
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

/** True where a row says nothing: no text of its own, and no category that differs from the row above. */
function saysNothing(table: TableDefinition, row: AnswerRow, above: AnswerRow | undefined): boolean {
  return table.columns.every((column) => {
    const text = row[column.id] ?? '';
    return text === '' || (table.groupBy.includes(column.id) && text === (above?.[column.id] ?? ''));
  });
}

/** The rows filled down, those that say something, each with its index among the rows as typed. */
export function sayingRows(table: TableDefinition, rows: readonly AnswerRow[]): (readonly [number, AnswerRow])[] {
  const filled = fillDown(
    table.groupBy,
    rows.map((row) => shapeRow(table, row)),
  );
  return [...filled.entries()].filter(([index, row]) => !saysNothing(table, row, filled[index - 1]));
}

function shapeRows(table: TableDefinition, rows: readonly AnswerRow[]): AnswerRow[] {
  return sayingRows(table, rows).map(([, row]) => row);
}

/** Which of the rows as typed `shapeAnswers` keeps, by index: the row k it gives was the row `keptRows()[k]`. */
export function keptRows(table: TableDefinition, rows: readonly AnswerRow[]): number[] {
  return sayingRows(table, rows).map(([index]) => index);
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
  for (const table of definition.tables) shaped[table.id] = shapeRows(table, tableRows(answers, table.id));
  return shaped;
}

/** The record's title for lists; `""` when its naming field is empty. */
export function summaryTitle(definition: FormDefinition, answers: Answers): string {
  return fieldText(answers, definition.summary.title);
}

/** The record's unit, `""` when unknown. */
export function summaryUnit(definition: FormDefinition, answers: Answers): string {
  return definition.summary.unit === undefined ? '' : fieldText(answers, definition.summary.unit);
}

/** The record's amount as decimal text in the form's unit; null when empty, no amount, or the form has none. */
export function summaryAmount(definition: FormDefinition, answers: Answers): string | null {
  if (definition.summary.amount === undefined) return null;
  return parseAmount(fieldText(answers, definition.summary.amount)) ?? null;
}
