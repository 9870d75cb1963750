import type { AnswerRow } from '../../shared/domain/answers.ts';
import { rowParents } from '../../shared/forms/arithmetic/row-parents.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { emptyRow } from '../../shared/forms/shape.ts';
import { isTopRow } from '../../shared/forms/table-rows.ts';
import { type Rows, removeRows } from '../sheet/sheet-rows.ts';

/** How a line of a budget table is shown. */
export interface LineShape {
  /** How many lines it stands under, the grand total not counted; of a fixed line what the form prints. */
  readonly indent: number;
  /** True where it adds up lines below it. */
  readonly isSum: boolean;
}

const NONE = -1;

/** The shape of every line. */
export function lineShapes(table: TableDefinition, rows: Rows): LineShape[] {
  if (table.fixed) {
    const sums = new Set(table.formulas.flatMap((formula) => (formula.kind === 'rows' ? [formula.row] : [])));
    return table.fixed.map(({ id, indent }) => ({ indent, isSum: sums.has(id) }));
  }
  const parents = rowParents(table, rows);
  const haveLines = new Set(parents);
  return rows.map((row, index) => {
    const isTop = isTopRow(table, row);
    let indent = 0;
    let above = parents[index] ?? NONE;
    while (above !== NONE && !isTopRow(table, rows[above] ?? {})) {
      indent += 1;
      above = parents[above] ?? NONE;
    }
    return { indent, isSum: isTop || haveLines.has(index) };
  });
}

/** True where lines can be added and removed. */
export function hasOpenLines(table: TableDefinition): boolean {
  return table.fixed === undefined;
}

/** True where a column says what a line is, so that lines have to be put in order when it is changed. */
export function isNaming(table: TableDefinition, columnId: string): boolean {
  const { tree, groups } = table;
  return columnId === tree?.code || columnId === tree?.name || columnId === groups?.column;
}

/** True where a text may be typed: not where the form prints it, nor what makes a line the grand total. */
export function isOpenText(table: TableDefinition, row: AnswerRow, columnId: string): boolean {
  if (table.fixed) return !table.fixed.some(({ texts }) => columnId in texts);
  return !(isNaming(table, columnId) && isTopRow(table, row));
}

function topRow(table: TableDefinition): AnswerRow | undefined {
  const { tree, groups } = table;
  const column = tree?.name ?? groups?.column;
  const total = tree?.total ?? groups?.total;
  return column === undefined ? undefined : { ...emptyRow(table), [column]: total ?? '' };
}

/** The lines as they are edited: with the grand total in front, also before there is anything to add up. */
export function shownLines(table: TableDefinition, rows: Rows): Rows {
  const top = topRow(table);
  if (!top || rows.some((row) => isTopRow(table, row))) return rows;
  return [top, ...rows];
}

const codeOf = (table: TableDefinition, row: AnswerRow | undefined): string =>
  (row?.[table.tree?.code ?? ''] ?? '').trim();

/** Index of the line of a subject; -1 where there is none. */
export function lineOfCode(table: TableDefinition, rows: Rows, code: string): number {
  return rows.findIndex((row) => codeOf(table, row) === code);
}

/** The codes a code stands under, outermost first; none for a code of no usual length. */
function codesAbove(table: TableDefinition, code: string): string[] {
  const levels = table.tree?.levels ?? [];
  if (!/^\d+$/u.test(code) || !levels.includes(code.length)) return [];
  return levels.filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** Where the line of a code belongs: by code, among the lines under the nearest subject above it. */
function placeOfCode(table: TableDefinition, rows: Rows, code: string): number {
  const codes = rows.map((row) => codeOf(table, row));
  for (let length = code.length - 1; length > 0; length -= 1) {
    const above = code.slice(0, length);
    const parent = codes.indexOf(above);
    if (parent < 0) continue;
    let place = parent + 1;
    while (codes[place]?.startsWith(above) && (codes[place] ?? '') < code) place += 1;
    return place;
  }
  const next = codes.findIndex((own) => own > code);
  return next < 0 ? rows.length : next;
}

const withLine = (rows: Rows, place: number, line: AnswerRow): Rows => [
  ...rows.slice(0, place),
  line,
  ...rows.slice(place),
];

/** Lines with one more, where it stands now, and the subjects above it that were missing. */
export interface PlacedLine {
  readonly rows: Rows;
  readonly index: number;
  readonly added: readonly string[];
}

/**
 * Puts a line of a subject in its place by code, with the lines of the subjects above it where they are missing.
 * @param nameOf the name of a subject, for the lines that are added; `""` where nobody knows it
 */
export function placeLine(
  table: TableDefinition,
  rows: Rows,
  line: AnswerRow,
  nameOf: (code: string) => string,
): PlacedLine {
  const { tree } = table;
  const code = codeOf(table, line);
  if (!tree || code === '') return { rows: [...rows, line], index: rows.length, added: [] };
  const missing = codesAbove(table, code).filter((above) => lineOfCode(table, rows, above) < 0);
  const blank = emptyRow(table);
  const withParents = missing.reduce((all: Rows, above) => {
    const parent = { ...blank, [tree.code]: above, [tree.name]: nameOf(above) };
    return withLine(all, placeOfCode(table, all, above), parent);
  }, rows);
  const index = placeOfCode(table, withParents, code);
  return { rows: withLine(withParents, index, line), index, added: missing };
}

/**
 * Removes the lines from `first` to `last`; of a table by subject also what stands below them and what is left above
 * them with nothing to add up. The grand total stays, without amounts once it is alone.
 */
export function removeLines(table: TableDefinition, rows: Rows, first: number, last: number): Rows {
  if (!table.tree) return keepTop(table, rows, removeRows(rows, first, last));
  const parents = rowParents(table, rows);
  const gone = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const isChosen = index >= first && index <= last;
    if (isTopRow(table, row)) continue;
    let at = index;
    while (at !== NONE && !(at >= first && at <= last && !isTopRow(table, rows[at] ?? {}))) at = parents[at] ?? NONE;
    if (isChosen || at !== NONE) gone.add(index);
  }
  return withoutEmptied(table, rows, parents, gone);
}

/** Takes away the lines that are gone, and the sums that have lost all their lines with them. */
function withoutEmptied(
  table: TableDefinition,
  rows: Rows,
  parents: readonly number[],
  removed: ReadonlySet<number>,
): Rows {
  const gone = new Set(removed);
  let isMore = true;
  while (isMore) {
    isMore = false;
    for (const [index, row] of rows.entries()) {
      if (gone.has(index) || isTopRow(table, row)) continue;
      const below = parents.flatMap((parent, at) => (parent === index ? [at] : []));
      if (below.length === 0 || !below.every((at) => gone.has(at))) continue;
      gone.add(index);
      isMore = true;
    }
  }
  const kept = rows.filter((_, index) => !gone.has(index));
  return keepTop(table, rows, kept);
}

/** Without the line at an index and without sums that it leaves empty; what stands below it stays. */
export function takeLine(table: TableDefinition, rows: Rows, index: number): Rows {
  const parents = rowParents(table, rows);
  const hasBelow = parents.includes(index);
  return hasBelow ? removeRows(rows, index, index) : withoutEmptied(table, rows, parents, new Set([index]));
}

function keepTop(table: TableDefinition, before: Rows, after: Rows): Rows {
  const top = before.find((row) => isTopRow(table, row));
  if (!top) return after;
  const others = after.filter((row) => !isTopRow(table, row));
  if (others.length === 0) return [topRow(table) ?? top];
  return others.length === after.length ? [top, ...after] : after;
}
