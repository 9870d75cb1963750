import type { AmountUnit } from '../domain/amount.ts';
import { addAmounts, compareAmounts, convertAmount } from '../domain/amount.ts';
import { tableRows } from '../domain/answers.ts';
import { rowParents } from '../forms/arithmetic/row-parents.ts';
import type { TableDefinition } from '../forms/definition.ts';
import { TOP_ROW } from '../forms/table-language.ts';
import { rowIndexOf } from '../forms/table-rows.ts';
import { normaliseLabel } from '../grid/normalise.ts';
import type { OverviewCell, OverviewLines } from './overview-file.ts';
import type { HeldForm, HeldTable, OverviewYear } from './overview-input.ts';

/** A line of a figure as one year has it. */
export interface RawLine {
  /** The same in both years. */
  readonly key: string;
  readonly label: string;
  /** Decimal text in the overview's unit, null when empty. */
  readonly amount: string | null;
  /** The form it is the amount of. */
  readonly recordId: string | null;
}

/** The key of the line that adds up what is not listed. */
const REST = '';

/** Numbering and 其中 before what a line is called: `一、`, `其中：`. */
const LINE_PREFIX = /^(?:其中[:：])?\s*(?:[一二三四五六七八九十]+、)?/u;

/** The amount of a cell; null where the line, the column's text or an amount in it is missing; undefined without the table. */
export function readCell(year: OverviewYear, cell: OverviewCell, unit: AmountUnit): string | null | undefined {
  const held = year.tables.get(cell.definition);
  return held && cellOf(held, cell.row, cell.column, unit);
}

/**
 * The lines of a figure in one year, those without an amount included.
 * @returns undefined where the year has no such table
 */
export function readLines(lines: OverviewLines, year: OverviewYear, unit: AmountUnit): readonly RawLine[] | undefined {
  if (lines.kind === 'formGroups') return formGroups(formsOf(year, lines.families), unit);
  if (lines.kind === 'largestForms') return largestForms(formsOf(year, lines.families), lines.most, unit);
  const held = year.tables.get(lines.definition);
  const [table] = held?.definition.tables ?? [];
  if (!held || !table) return undefined;
  const line = (key: string, label: string, row: string, column: string): RawLine => ({
    key,
    label,
    amount: cellOf(held, row, column, unit),
    recordId: null,
  });
  switch (lines.kind) {
    case 'rows':
      return lines.rows.map((row) => line(row, lineLabel(table, row, lines.column), row, lines.column));
    case 'columns':
      return lines.columns.map((column) => line(column, columnLabel(table, column), lines.row, column));
    case 'subjects':
      return topSubjects(held, table).map(({ code, name }) => line(code, name, code, lines.column));
  }
}

/** Words for a cell: `《支出总表》“合计”的“项目支出”`. */
export function cellWords({ definition }: HeldTable, cell: OverviewCell): string {
  const [table] = definition.tables;
  if (!table) return `《${definition.name}》`;
  const row = cell.row === TOP_ROW ? (table.tree?.total ?? '合计') : lineLabel(table, cell.row, cell.column);
  return `《${definition.name}》“${row}”的“${columnLabel(table, cell.column)}”`;
}

function cellOf(held: HeldTable, row: string, column: string, unit: AmountUnit): string | null {
  const { definition, answers } = held;
  const [table] = definition.tables;
  if (!table) return null;
  const rows = tableRows(answers, table.id);
  const text = rows[rowIndexOf(table, rows, row)]?.[column] ?? '';
  return convertAmount(text, definition.amountUnit, unit) ?? null;
}

function columnLabel(table: TableDefinition, id: string): string {
  return table.columns.find((column) => column.id === id)?.label ?? id;
}

/** What a fixed line is called on the side of the table that the column is on. */
function lineLabel(table: TableDefinition, row: string, columnId: string): string {
  const texts = table.fixed?.find(({ id }) => id === row)?.texts ?? {};
  const beside = table.columns.find(({ id }) => id === columnId)?.beside;
  const text = beside === undefined ? Object.values(texts)[0] : texts[beside];
  return (text ?? row).replace(LINE_PREFIX, '');
}

function topSubjects(
  held: HeldTable,
  table: TableDefinition,
): readonly { readonly code: string; readonly name: string }[] {
  const { tree } = table;
  if (!tree) return [];
  const rows = tableRows(held.answers, table.id);
  const top = rowIndexOf(table, rows, TOP_ROW);
  const parents = rowParents(table, rows);
  return rows.flatMap((row, index) => {
    const code = (row[tree.code] ?? '').trim();
    if (code === '' || parents[index] !== top) return [];
    return [{ code, name: (row[tree.name] ?? '').trim() || code }];
  });
}

function formsOf(year: OverviewYear, families: readonly string[]): readonly HeldForm[] {
  return year.forms.filter(({ family }) => families.includes(family));
}

function amountIn({ amount, amountUnit }: HeldForm, unit: AmountUnit): string | undefined {
  return amount === null ? undefined : convertAmount(amount, amountUnit, unit);
}

function sumIn(forms: readonly HeldForm[], unit: AmountUnit): string | null {
  const amounts = forms.flatMap((form) => amountIn(form, unit) ?? []);
  return amounts.length === 0 ? null : (addAmounts(amounts) ?? null);
}

function formGroups(forms: readonly HeldForm[], unit: AmountUnit): readonly RawLine[] {
  const definitionIds = [...new Set(forms.map(({ definitionId }) => definitionId))];
  return definitionIds.map((key) => {
    const members = forms.filter(({ definitionId }) => definitionId === key);
    const label = `${members[0]?.definitionName ?? key}（${members.length}张）`;
    return { key, label, amount: sumIn(members, unit), recordId: null };
  });
}

function largestForms(forms: readonly HeldForm[], most: number, unit: AmountUnit): readonly RawLine[] {
  const held = forms.flatMap((form) => {
    const amount = amountIn(form, unit);
    return amount === undefined ? [] : [{ form, amount, name: normaliseLabel(form.title) }];
  });
  const countOf = new Map<string, number>();
  for (const { name } of held) countOf.set(name, (countOf.get(name) ?? 0) + 1);
  const sorted = held.sort((a, b) => compareAmounts(b.amount, a.amount) ?? 0);
  const lines = sorted.map(({ form, amount, name }) => ({
    // Forms of one name cannot be told apart in another year.
    key: countOf.get(name) === 1 ? name : form.recordId,
    label: form.title || '未命名',
    amount,
    recordId: form.recordId,
  }));
  if (lines.length <= most) return lines;
  const others = sorted.slice(most).map(({ amount }) => amount);
  const rest = { key: REST, label: `其他${others.length}个项目`, amount: addAmounts(others) ?? null, recordId: null };
  return [...lines.slice(0, most), rest];
}
