import type { AnswerRow } from '../domain/answers.ts';
import { normaliseLabel } from '../grid/normalise.ts';
import type { FormDefinition, TableDefinition } from './definition.ts';
import type { FixedRow } from './table-language.ts';
import { TOP_ROW } from './table-language.ts';

/**
 * Which line of a budget table is which: known by what stands in it (a code, 合计, 小计), since that is all the
 * paper says.
 */

/** True for the line that adds up the whole table. */
export function isTopRow(table: TableDefinition, row: AnswerRow): boolean {
  const { tree, groups } = table;
  if (tree) {
    const [code, name] = [textOf(row, tree.code), textOf(row, tree.name)];
    // Some documents write 合计 where the codes stand.
    return isWording(`${code}${name}`, tree.total) && (code === '' || name === '');
  }
  return groups !== undefined && isWording(textOf(row, groups.column), groups.total);
}

type SubjectTree = NonNullable<TableDefinition['tree']>;

/** The tables of a form whose lines are subjects. */
export function subjectTables({
  tables,
}: FormDefinition): { readonly table: TableDefinition; readonly tree: SubjectTree }[] {
  return tables.flatMap((table) => (table.tree ? [{ table, tree: table.tree }] : []));
}

/** True where a text is a whole code of a table's subjects: digits, as many as one of its levels has. */
export function isWholeCode({ levels }: SubjectTree, code: string): boolean {
  return /^\d+$/u.test(code) && levels.includes(code.length);
}

/** The group whose sum a line is; undefined for any other line. */
export function subtotalGroup(table: TableDefinition, row: AnswerRow): string | undefined {
  const { groups } = table;
  if (!groups || isTopRow(table, row)) return undefined;
  const text = textOf(row, groups.column);
  return text.endsWith(groups.subtotalEnding) ? text.slice(0, -groups.subtotalEnding.length).trim() : undefined;
}

/**
 * Where a line stands: the id of a fixed row, a subject's code, or `top`.
 * @returns -1 where the table has no such line
 */
export function rowIndexOf(table: TableDefinition, rows: readonly AnswerRow[], name: string): number {
  const { fixed, tree } = table;
  if (fixed) return fixed.findIndex((row) => row.id === name);
  if (name === TOP_ROW) return rows.findIndex((row) => isTopRow(table, row));
  return tree ? rows.findIndex((row) => textOf(row, tree.code) === name) : -1;
}

/** A line's name for people: its label, code and name, or its number. */
export function rowLabel(table: TableDefinition, row: AnswerRow | undefined, index: number): string {
  const { fixed, tree, groups } = table;
  const line = fixed?.[index];
  if (line) return Object.values(line.texts).find((text) => text !== '') ?? `第${index + 1}行`;
  const parts = tree ? [tree.code, tree.name] : groups ? [groups.column] : [];
  const words = parts.map((column) => textOf(row ?? {}, column)).filter((text) => text !== '');
  return words.length === 0 ? `第${index + 1}行` : words.join(' ');
}

/** True where the form has no place for an amount in this line: its side of the table is blank. */
export function isClosedCell(table: TableDefinition, line: FixedRow, columnId: string): boolean {
  const column = table.columns.find(({ id }) => id === columnId);
  return line.closed.includes(columnId) || (column?.beside !== undefined && (line.texts[column.beside] ?? '') === '');
}

function textOf(row: AnswerRow, column: string): string {
  return (row[column] ?? '').trim();
}

function isWording(text: string, wording: string): boolean {
  return text === wording || normaliseLabel(text) === normaliseLabel(wording);
}
