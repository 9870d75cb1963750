import type { AnswerCell, AnswerRow, Answers } from '../domain/answers.ts';
import { tableRows, withRows } from '../domain/answers.ts';
import type {
  FieldDefinition,
  FormDefinition,
  LayoutBlock,
  RepeatRow,
  StaticRow,
  TableDefinition,
} from './definition.ts';
import type { FixedRow } from './table-language.ts';
import { rowLabel } from './table-rows.ts';

/**
 * Budget tables as paper has them: every fixed line a row of its own with its printed texts, line numbers (序号) as
 * texts like any other. Laying out and recognising work on this reading of a definition; answers go in by `spread` and
 * come back by `gather`.
 */
export interface PrintedLines {
  readonly definition: FormDefinition;
  spread(answers: Answers): Answers;
  gather(answers: Answers): Answers;
  /** The path in the record of a place of the printed form; undefined for a line number. */
  ownPath(path: string): string | undefined;
}

/** Column and groups of fields that hold what paper has and records have not. */
const NUMBER_COLUMN = 'lineNumber';
const numbersOf = (table: string): string => `${table}Numbers`;
const valuesOf = (table: string): string => `${table}Values`;

/**
 * The line number a field or column of the printed reading stands for: that of its line, `""` where any may stand;
 * undefined for anything else.
 */
export function lineNumberOf(id: string): string | undefined {
  if (id === NUMBER_COLUMN) return '';
  const match = /^[A-Za-z0-9]+Numbers\.n(\d+)$/u.exec(id);
  return match === null ? undefined : String(Number(match[1]) + 1);
}

const known = new WeakMap<FormDefinition, PrintedLines | null>();

/**
 * The printed lines of a form.
 * @returns undefined where a form prints nothing but what its records hold
 */
export function printedLines(definition: FormDefinition): PrintedLines | undefined {
  const found = known.get(definition);
  if (found !== undefined) return found ?? undefined;
  const made = definition.tables.some((table) => table.fixed || isNumbered(definition, table))
    ? makePrintedLines(definition)
    : null;
  known.set(definition, made);
  return made ?? undefined;
}

function repeatRows(rows: readonly (StaticRow | RepeatRow | LayoutBlock)[]): RepeatRow[] {
  return rows.flatMap((row) => ('side' in row ? repeatRows(row.rows) : 'repeat' in row ? [row] : []));
}

/** True where the lines of a table are printed with numbers that blank lines do not have. */
function isNumbered(definition: FormDefinition, table: TableDefinition): boolean {
  return repeatRows(definition.layout.rows).some(
    (row) => row.repeat[0] === table.id && row.cells.some((cell) => 'number' in cell && cell.onlyFilled),
  );
}

function makePrintedLines(own: FormDefinition): PrintedLines {
  const fixed = own.tables.filter((table) => table.fixed);
  const numbered = own.tables.filter((table) => !table.fixed && isNumbered(own, table));
  return {
    definition: {
      ...own,
      fields: [...own.fields, ...fixed.flatMap(lineFields)],
      tables: own.tables.filter((table) => !fixed.includes(table)).map((table) => withNumbers(table, numbered)),
      layout: { ...own.layout, rows: own.layout.rows.flatMap((row) => printedRows(own, row)) },
    },
    spread: (answers) => {
      let spread = answers;
      for (const table of fixed) spread = spreadLines(table, spread);
      for (const { id } of numbered) {
        const rows = tableRows(spread, id).map((row, index) => ({ ...row, [NUMBER_COLUMN]: String(index + 1) }));
        spread = withRows(spread, id, rows);
      }
      return spread;
    },
    gather: (answers) => {
      let gathered = answers;
      for (const table of fixed) gathered = gatherLines(table, gathered);
      for (const { id } of numbered) {
        const rows = tableRows(gathered, id).map(({ [NUMBER_COLUMN]: _number, ...row }) => row);
        gathered = withRows(gathered, id, rows);
      }
      return gathered;
    },
    ownPath: (path) => ownPath(fixed, path),
  };
}

function withNumbers(table: TableDefinition, numbered: readonly TableDefinition[]): TableDefinition {
  if (!numbered.includes(table)) return table;
  const column = { id: NUMBER_COLUMN, label: '序号', type: 'figure', required: false } as const;
  return { ...table, columns: [column, ...table.columns] };
}

/** The columns whose texts the form prints. */
function printedColumns({ fixed = [] }: TableDefinition): Set<string> {
  return new Set(fixed.flatMap(({ texts }) => Object.keys(texts)));
}

function lineFields(table: TableDefinition): FieldDefinition[] {
  const printed = printedColumns(table);
  return (table.fixed ?? []).flatMap((_line, index) => [
    { id: `${numbersOf(table.id)}.n${index}`, label: '序号', type: 'figure', required: false },
    ...table.columns
      .filter(({ id }) => !printed.has(id))
      .map(
        ({ id, label, type, required }): FieldDefinition => ({
          id: `${valuesOf(table.id)}.r${index}${id}`,
          label: `${rowLabel(table, undefined, index)} ${label}`,
          type,
          required,
        }),
      ),
  ]);
}

function printedRows<R extends StaticRow | RepeatRow | LayoutBlock>(
  own: FormDefinition,
  row: R,
): (R | StaticRow | RepeatRow | LayoutBlock)[] {
  if ('side' in row) {
    const inner = row.rows.flatMap((below) => printedRows(own, below)) as (StaticRow | RepeatRow)[];
    return [{ ...row, rows: inner }];
  }
  if (!('repeat' in row)) return [row];
  const table = own.tables.find(({ id }) => id === row.repeat[0]);
  if (table?.fixed) return table.fixed.map((line, index) => fixedLine(table, row, line, index));
  const cells = row.cells.map((cell) => {
    if (!('number' in cell) || !cell.onlyFilled) return cell;
    const { number: _number, onlyFilled: _only, ...place } = cell;
    return { ...place, column: NUMBER_COLUMN };
  });
  return [{ ...row, cells }];
}

function fixedLine(table: TableDefinition, row: RepeatRow, line: FixedRow, index: number): StaticRow {
  const printed = printedColumns(table);
  const cells = row.cells.flatMap((cell): StaticRow['cells'] => {
    const place = { columnSpan: cell.columnSpan, rowSpan: 1, ...(cell.align ? { align: cell.align } : {}) };
    if ('number' in cell) return [{ ...place, field: `${numbersOf(table.id)}.n${index}` }];
    if (!('column' in cell)) return [];
    if (!printed.has(cell.column)) return [{ ...place, field: `${valuesOf(table.id)}.r${index}${cell.column}` }];
    const text = line.texts[cell.column] ?? '';
    const label = text === '' ? '' : `${'　'.repeat(line.indent)}${text}`;
    return [{ align: 'left', ...place, label, aliases: line.aliases?.[cell.column] ?? [] }];
  });
  return { kind: 'table', cells, stamp: false, runsOn: false, optional: false, onlyFilled: false };
}

function spreadLines(table: TableDefinition, answers: Answers): Answers {
  const printed = printedColumns(table);
  const { [table.id]: _lines, ...others } = answers;
  const numbers: Record<string, AnswerCell> = {};
  const values: Record<string, AnswerCell> = {};
  for (const [index, row] of tableRows(answers, table.id).entries()) {
    numbers[`n${index}`] = String(index + 1);
    for (const { id } of table.columns) if (!printed.has(id)) values[`r${index}${id}`] = row[id] ?? null;
  }
  return { ...others, [numbersOf(table.id)]: numbers, [valuesOf(table.id)]: values };
}

function gatherLines(table: TableDefinition, answers: Answers): Answers {
  const { [numbersOf(table.id)]: _numbers, [valuesOf(table.id)]: values, ...others } = answers;
  const rows: AnswerRow[] = (table.fixed ?? []).map(() => ({}));
  for (const [name, text] of Object.entries(isGroup(values) ? values : {})) {
    const [index, column] = lineAndColumn(name);
    rows[index] = { ...rows[index], [column]: text };
  }
  return { ...others, [table.id]: rows };
}

function isGroup(value: Answers[string] | undefined): value is { readonly [part: string]: AnswerCell } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineAndColumn(name: string): readonly [number, string] {
  const match = /^r(\d+)(.+)$/u.exec(name);
  return [Number(match?.[1] ?? 0), match?.[2] ?? ''];
}

function ownPath(fixed: readonly TableDefinition[], path: string): string | undefined {
  const [head = '', name = '', column] = path.split('.');
  if (column === NUMBER_COLUMN) return undefined;
  for (const { id } of fixed) {
    if (head === numbersOf(id)) return undefined;
    if (head !== valuesOf(id)) continue;
    const [index, ownColumn] = lineAndColumn(name);
    return `${id}.${index}.${ownColumn}`;
  }
  return path;
}
