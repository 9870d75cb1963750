import type { AnswerRow, Answers } from '../domain/answers.ts';
import { tableRows } from '../domain/answers.ts';
import type { Binding, GridCell } from '../grid/grid.ts';
import type { ColumnCell, FormDefinition, ItemCell, RepeatRow, TableDefinition } from './definition.ts';
import type { LooseCell, LooseRow } from './loose-rows.ts';
import { VALUE_ROLE } from './loose-rows.ts';
import { columnOf, tableOf } from './shape.ts';
import { fillTemplate } from './template.ts';

/** A table of a repeated row with its answers. */
interface Printed {
  readonly id: string;
  readonly table: TableDefinition | undefined;
  readonly rows: readonly AnswerRow[];
}

/** One printed row: for each table the row of it that stands there; null where it has none beside the others. */
interface Slot {
  readonly rowOf: ReadonlyMap<string, number | null>;
  /** Printed rows from this one on that share their categories; 0 within them, 1 where nothing is shared. */
  readonly sharedRows: number;
}

/** How many rows from `start` on are one merged cell in the column at `depth` of the grouping columns. */
function groupLength(rows: readonly AnswerRow[], groupBy: readonly string[], depth: number, start: number): number {
  const columns = groupBy.slice(0, depth + 1);
  const own = rows[start]?.[groupBy[depth] ?? ''] ?? '';
  if (own === '') return 1;
  let end = start + 1;
  while (end < rows.length && columns.every((column) => rows[end]?.[column] === rows[start]?.[column])) end += 1;
  return end - start;
}

/** Rows of one table that follow one another with the same shared categories. */
interface Run {
  readonly key: string;
  readonly isBlank: boolean;
  readonly first: number;
  readonly length: number;
}

function runsOf({ table, rows }: Printed): Run[] {
  const columns = table?.shares ?? [];
  const runs: Run[] = [];
  for (const [index, row] of rows.entries()) {
    const texts = columns.map((column) => row[column] ?? '');
    const key = JSON.stringify(texts);
    const last = runs.at(-1);
    if (last?.key === key) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ key, isBlank: texts.every((text) => text === ''), first: index, length: 1 });
  }
  return runs;
}

/**
 * Rows of tables that share columns, side by side: runs with the same categories stand beside each other, in the order
 * of the tables as far as they agree.
 */
function sharedSlots(tables: readonly Printed[]): Slot[] {
  const waiting = tables.map(runsOf);
  const slots: Slot[] = [];
  for (;;) {
    const heads = waiting.flatMap((runs) => runs.slice(0, 1));
    // Rows without a category come first in every table. A run that stands further down in another one waits for it.
    const next =
      heads.find(({ isBlank }) => isBlank) ??
      heads.find(({ key }) => !waiting.some((runs) => runs.slice(1).some((run) => run.key === key))) ??
      heads[0];
    if (!next) return slots;
    const taken = waiting.map((runs) => (runs[0]?.key === next.key ? runs.shift() : undefined));
    const count = Math.max(...taken.map((run) => run?.length ?? 0));
    for (let offset = 0; offset < count; offset += 1) {
      const rowOf = new Map(
        tables.map(({ id }, position) => {
          const run = taken[position];
          return [id, run && offset < run.length ? run.first + offset : null];
        }),
      );
      slots.push({ rowOf, sharedRows: next.isBlank ? 1 : offset === 0 ? count : 0 });
    }
  }
}

function slotsOf(row: RepeatRow, tables: readonly Printed[]): Slot[] {
  const shares = tables.some(({ table }) => (table?.shares.length ?? 0) > 0);
  const slots = shares ? sharedSlots(tables) : [];
  const count = Math.max(row.minRows, ...(shares ? [] : tables.map(({ rows }) => rows.length)));
  for (let index = slots.length; index < count; index += 1) {
    // Empty rows belong to the row that would be written there.
    const blank = index - slots.length;
    const rowOf = new Map(tables.map(({ id, rows }) => [id, shares ? rows.length + blank : index]));
    slots.push({ rowOf, sharedRows: 1 });
  }
  return slots;
}

/** Lays out a repeated row: as many rows as the tables have, or the least the form prints. */
export function layOutRepeat(definition: FormDefinition, answers: Answers, row: RepeatRow): LooseRow[] {
  const tables = row.repeat.map(
    (id): Printed => ({ id, table: tableOf(definition, id), rows: tableRows(answers, id) }),
  );
  const coveredUntil = row.cells.map(() => 0);
  return slotsOf(row, tables).flatMap((slot, index): LooseRow[] => {
    const cells: LooseCell[] = [];
    for (const [position, cell] of row.cells.entries()) {
      if (index < (coveredUntil[position] ?? 0)) continue;
      const printed = tables.find(({ id }) => id === (cell.table ?? row.repeat[0]));
      if (!printed) continue;
      const place = { columnSpan: cell.columnSpan, ...(cell.align === undefined ? {} : { align: cell.align }) };
      if ('number' in cell) {
        cells.push({ ...place, text: cell.number.replace('{n}', String(index + 1)), rowSpan: 1, role: 'label' });
      } else if ('item' in cell) {
        return itemRows(printed, cell, slot.rowOf.get(printed.id) ?? 0).map((own) => ({
          cells: [{ ...place, ...own }],
          kind: row.kind,
        }));
      } else {
        const value = isShared(printed, cell)
          ? sharedCell(tables, cell, slot)
          : columnCell(printed, cell, slot.rowOf.get(printed.id) ?? null);
        coveredUntil[position] = index + value.rowSpan;
        cells.push({ ...place, ...value });
      }
    }
    return [{ cells, kind: row.kind }];
  });
}

function isShared({ table }: Printed, cell: ColumnCell): boolean {
  return table?.shares.includes(cell.column) === true;
}

type Value = Pick<GridCell, 'text' | 'rowSpan' | 'role' | 'bind'>;

/** One cell of a repeated table; in a grouping column it stands for all rows of its group. */
function columnCell({ id, table, rows }: Printed, { column }: ColumnCell, index: number | null): Value {
  const type = (table && columnOf(table, column)?.type) ?? 'text';
  const role = type === 'text' ? 'text' : VALUE_ROLE[type];
  if (index === null) return { text: '', rowSpan: 1, role };
  const depth = table?.groupBy.indexOf(column) ?? -1;
  const rowSpan = depth >= 0 && table ? groupLength(rows, table.groupBy, depth, index) : 1;
  return { text: rows[index]?.[column] ?? '', rowSpan, role, bind: bindingOf(id, column, index, rowSpan) };
}

function bindingOf(table: string, column: string, first: number, length: number): Binding {
  return { path: `${table}.${first}.${column}`, ...(length > 1 ? { lastRow: first + length - 1 } : {}) };
}

/** A cell of all tables of the row. */
function sharedCell(tables: readonly Printed[], { column }: ColumnCell, slot: Slot): Value {
  const rowSpan = Math.max(1, slot.sharedRows);
  const own = tables.flatMap((printed) => {
    const index = slot.rowOf.get(printed.id) ?? null;
    if (index === null) return [];
    const length = printed.table ? groupLength(printed.rows, printed.table.groupBy, 0, index) : 1;
    return [{ text: printed.rows[index]?.[column] ?? '', bind: bindingOf(printed.id, column, index, length) }];
  });
  const [first, ...others] = own;
  const bind = first && {
    ...first.bind,
    ...(others.length > 0 ? { also: others.map((other) => other.bind) } : {}),
  };
  return { text: first?.text ?? '', rowSpan, role: 'short', ...(bind ? { bind } : {}) };
}

/** A numbered paragraph of a list, and the paragraphs that go on with it. */
function itemRows({ id, rows }: Printed, { item }: ItemCell, index: number): Value[] {
  const row = rows[index];
  let column = '';
  const text = fillTemplate(item, (field) => {
    if (field === 'n') return String(index + 1);
    column = field;
    return row?.[field] ?? '';
  });
  const bind = { path: `${id}.${index}.${column}` };
  return text.split('\n').map((paragraph) => ({ text: paragraph, rowSpan: 1, role: 'paragraph', bind }));
}
