import type { AnswerRow, Answers } from '../../domain/answers.ts';
import { tableRows } from '../../domain/answers.ts';
import { alignRows } from '../align-rows.ts';
import type { FormDefinition, TableDefinition } from '../definition.ts';
import { isTopRow } from '../table-rows.ts';
import type { BudgetSheet } from './budget-sheet.ts';
import { openSheet, withChanges } from './budget-sheet.ts';
import type { OtherTables } from './other-tables.ts';
import { noOtherTables } from './other-tables.ts';

/** One state of a form together with the tables it draws on. */
export interface BudgetState {
  readonly answers: Answers;
  readonly others?: OtherTables;
}

/** True where a form has tables with arithmetic. */
export function hasArithmetic(definition: FormDefinition): boolean {
  return definition.tables.some(isBudgetTable);
}

/** True where amounts of a table follow from others. */
export function isBudgetTable(table: TableDefinition): boolean {
  return table.tree !== undefined || table.groups !== undefined || table.formulas.length > 0;
}

/**
 * Brings a form's computed cells up to date after any edit: lines added, removed, renamed, pasted, or another table
 * changed. A cell that stood at odds with its formula before keeps what it says, and so does one that a person had
 * filled in while it was not computed. Cells that were computed and agreed follow.
 * @returns the answers of `after`, or the same object where nothing follows
 */
export function settle(definition: FormDefinition, before: BudgetState, after: BudgetState): Answers {
  let { answers } = after;
  for (const table of definition.tables) {
    if (!isBudgetTable(table)) continue;
    const was = openSheet(definition, table.id, before.answers, before.others ?? noOtherTables);
    const now = openSheet(definition, table.id, answers, after.others ?? noOtherTables);
    if (!was || !now) continue;
    const held = heldCells(table, was, tableRows(before.answers, table.id), now, tableRows(answers, table.id));
    answers = withChanges(
      answers,
      now.recalculate((path) => held.has(path)),
    );
  }
  return answers;
}

/** The computed cells of the later state that keep what they say. */
function heldCells(
  table: TableDefinition,
  was: BudgetSheet,
  rowsBefore: readonly AnswerRow[],
  now: BudgetSheet,
  rowsAfter: readonly AnswerRow[],
): Set<string> {
  const free = was.freeCells();
  const rowBefore = pairRows(table, rowsBefore, rowsAfter);
  const width = table.columns.length;
  const held = new Set<string>();
  for (const { cell } of now.formulas.computing.values()) {
    if (now.valueOf(cell) === null) continue;
    const row = rowBefore.get(Math.floor(cell / width));
    const column = table.columns[cell % width]?.id ?? '';
    const path = row === undefined ? '' : `${table.id}.${row}.${column}`;
    if (!free.has(path)) held.add(now.pathOf(cell));
  }
  return held;
}

/** Which line of the earlier state each line of the later one was. */
function pairRows(
  table: TableDefinition,
  before: readonly AnswerRow[],
  after: readonly AnswerRow[],
): Map<number, number> {
  if (table.fixed) return new Map(after.map((_row, index) => [index, index]));
  const pairs = new Map<number, number>();
  const names = lineNames(table, before);
  for (const [index, name] of lineNames(table, after).names.entries()) {
    const was = name === '' ? undefined : names.firstOf.get(name);
    if (was !== undefined) pairs.set(index, was);
  }
  const taken = new Set(pairs.values());
  const columns = table.columns.map(({ id }) => id);
  for (const [b, a] of alignRows(before, after, columns, [])) {
    if (a !== null && b !== null && !pairs.has(a) && !taken.has(b)) pairs.set(a, b);
  }
  return pairs;
}

/** What a line is known by however it moves: its code, or that it is a sum; `""` for other lines. */
function lineNames(
  table: TableDefinition,
  rows: readonly AnswerRow[],
): { readonly names: readonly string[]; readonly firstOf: ReadonlyMap<string, number> } {
  const firstOf = new Map<string, number>();
  const names = rows.map((row, index) => {
    const column = table.tree?.code ?? table.groups?.column ?? '';
    const text = (row[column] ?? '').trim();
    const isSum = table.groups !== undefined && text.endsWith(table.groups.subtotalEnding);
    const name = isTopRow(table, row) ? '\u0000top' : table.tree || isSum ? text : '';
    if (name === '' || firstOf.has(name)) return '';
    firstOf.set(name, index);
    return name;
  });
  return { names, firstOf };
}
