import type { AnswerRow, Answers } from '../domain/answers.ts';
import { fieldText, tableRows, withField } from '../domain/answers.ts';
import type { FormDefinition, TableDefinition } from './definition.ts';
import { isTopRow } from './table-rows.ts';

/** A row with its index among the rows as typed. */
export type NumberedRow = readonly [number, AnswerRow];

/** Index of a row that nobody typed. */
export const ADDED = -1;

/**
 * The lines of a fixed table: all of them, in their order, with the texts the form prints. A row that says which line
 * it is (`line`, the printed number) goes there, any other where it stands.
 */
export function fixedLines(table: TableDefinition, rows: readonly NumberedRow[]): NumberedRow[] {
  const lines = table.fixed ?? [];
  const printed = new Set(lines.flatMap(({ texts }) => Object.keys(texts)));
  return lines.map((line, index): NumberedRow => {
    const number = String(index + 1);
    const named = rows.find(([, row]) => row.line === number);
    const standing = rows[index]?.[1].line === undefined ? rows[index] : undefined;
    const [from, row] = named ?? standing ?? [ADDED, {}];
    const texts = Object.fromEntries([...printed].map((column) => [column, line.texts[column] ?? '']));
    return [from, { ...row, ...texts, line: number }];
  });
}

/** The lines of a table with a grand total: in the form's wording, in front where it is missing; alone it says nothing. */
export function withTopLine(table: TableDefinition, rows: readonly NumberedRow[]): NumberedRow[] {
  const { tree, groups } = table;
  const column = tree?.name ?? groups?.column;
  const total = tree?.total ?? groups?.total;
  if (column === undefined || total === undefined || rows.length === 0) return [...rows];
  const shaped = rows.map(([index, row]): NumberedRow => {
    const code = tree ? { [tree.code]: '' } : {};
    return isTopRow(table, row) ? [index, { ...row, ...code, [column]: total }] : [index, row];
  });
  if (!shaped.some(([, row]) => isTopRow(table, row))) {
    const empty = Object.fromEntries(table.columns.map(({ id, type }) => [id, type === 'amount' ? null : '']));
    return [[ADDED, { ...empty, [column]: total }], ...shaped];
  }
  const [only] = shaped;
  const isAlone = shaped.length === 1 && table.columns.every(({ id }) => id === column || !only?.[1][id]);
  return isAlone ? [] : shaped;
}

/** Puts the note of an empty table where nothing else is said, and takes it away once there are lines. */
export function withEmptyNotes(definition: FormDefinition, answers: Answers): Answers {
  let noted = answers;
  for (const { id, emptyNote } of definition.tables) {
    if (!emptyNote) continue;
    const note = fieldText(noted, emptyNote.field);
    const isEmpty = tableRows(noted, id).length === 0;
    if (isEmpty && note === '') noted = withField(noted, emptyNote.field, emptyNote.text);
    else if (!isEmpty && note === emptyNote.text) noted = withField(noted, emptyNote.field, '');
  }
  return noted;
}
