import type { Answers } from '../../shared/domain/answers.ts';
import { fieldText, tableRows } from '../../shared/domain/answers.ts';
import { noOtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import { isBudgetTable } from '../../shared/forms/arithmetic/settle.ts';
import { whereFrom } from '../../shared/forms/arithmetic/where-from.ts';
import type { FieldDefinition, FormDefinition, TableDefinition } from '../../shared/forms/definition.ts';
import { fieldOf, tableOf } from '../../shared/forms/shape.ts';
import { BudgetEditing } from '../budget/editing.ts';
import { isNaming, isOpenText } from '../budget/lines.ts';
import { categoryLevels, chooseCategory, exactOption, matchOptions } from '../sheet/categories.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import { repeatedColumns, setTexts } from '../sheet/sheet-rows.ts';
import { words } from '../sheet/words.ts';
import type { WorkingCopy } from './copy/working-copy.ts';

/** A value of a form by its path, as a field of its own: also a cell of a table. */
export interface CellAccess {
  readonly field: FieldDefinition;
  /** The field or table that findings are kept by. */
  readonly owner: string;
  textOf(answers: Answers): string;
  write(copy: WorkingCopy, text: string): void;
}

/** The rows that are one cell on paper with a row, as far as a grouping column goes. */
function mergedRows(table: TableDefinition, rows: Rows, row: number, columnId: string): readonly number[] {
  const depth = table.groupBy.indexOf(columnId);
  const isOneWithAbove = (index: number) => {
    const own = rows[index];
    return own !== undefined && repeatedColumns(table, own, rows[index - 1]) > depth;
  };
  if (depth < 0) return [row];
  let first = row;
  while (isOneWithAbove(first)) first -= 1;
  let last = row;
  while (isOneWithAbove(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/**
 * A cell of a budget table: what follows from it is worked out with it. Cells that follow from others, and texts that say
 * what a line is, are not filled in on the paper.
 */
function budgetCell(
  definition: FormDefinition,
  table: TableDefinition,
  rows: Rows,
  row: number,
  columnId: string,
): CellAccess | undefined {
  const column = table.columns.find(({ id }) => id === columnId);
  const editing = new BudgetEditing(definition, table, noOtherTables);
  const sheet = editing.sheet(rows);
  const path = editing.pathOf(row, columnId);
  const kind = sheet.kindOf(path);
  const own = rows[row];
  const isOpenCell =
    kind === 'text'
      ? own !== undefined && isOpenText(table, own, columnId) && !isNaming(table, columnId)
      : (kind === 'typed' && whereFrom(sheet, path) === '') || kind === 'suggested';
  if (!column || !isOpenCell) return undefined;
  const { beside: _, ...field } = column;
  let type = editing.begin(rows, row, columnId);
  let written = rows;
  return {
    field: { ...field, label: words.cellName(row + 1, column.label) },
    owner: table.id,
    textOf: (answers) => tableRows(answers, table.id)[row]?.[columnId] ?? '',
    write: (copy, text) => {
      const before = tableRows(copy.answers, table.id);
      if (before !== written) type = editing.begin(before, row, columnId);
      const followed = type(text);
      // What is not an amount yet stands in its cell alone.
      written = followed.map((line, index) => (index === row ? { ...line, [columnId]: text } : line));
      copy.setRows(table.id, written, { label: words.edit(column.label), mergeKey: `${table.id}.${row}.${columnId}` });
    },
  };
}

function tableCell(table: TableDefinition, rows: Rows, row: number, columnId: string): CellAccess | undefined {
  const column = table.columns.find(({ id }) => id === columnId);
  if (!column) return undefined;
  const merged = mergedRows(table, rows, row, columnId);
  const levels = categoryLevels(table);
  const depth = table.groupBy.indexOf(columnId);
  const options = levels[depth] ?? [];
  const outer = table.groupBy.slice(0, Math.max(depth, 0)).map((id) => rows[row]?.[id] ?? '');
  const named = outer.filter((name) => name !== '');
  const { beside: _, ...field } = column;
  return {
    field: {
      ...field,
      label: words.cellName(row + 1, column.label),
      ...(options.length === 0 ? {} : { options: matchOptions(options, '', named).map(({ name }) => name) }),
    },
    owner: table.id,
    textOf: (answers) => tableRows(answers, table.id)[row]?.[columnId] ?? '',
    write: (copy, text) => {
      const before = tableRows(copy.answers, table.id);
      if ((before[row]?.[columnId] ?? '') === text) return;
      const option = exactOption(options, text, named);
      const next = merged.reduce((all: Rows, index) => {
        const texts = option ? chooseCategory(table, levels, all[index] ?? {}, option) : { [columnId]: text };
        return setTexts(table, all, index, texts);
      }, before);
      copy.setRows(table.id, next, { label: words.edit(column.label), mergeKey: `${table.id}.${row}.${columnId}` });
    },
  };
}

/**
 * The value at a path, to be filled in wherever its cell stands. Of a merged cell all rows are written.
 * @returns undefined where the form has no such field or column
 */
export function cellAccess(definition: FormDefinition, answers: Answers, path: string): CellAccess | undefined {
  const [head = '', row, columnId] = path.split('.');
  const table = tableOf(definition, head);
  if (table) {
    if (columnId === undefined) return undefined;
    const rows = tableRows(answers, head);
    return isBudgetTable(table)
      ? budgetCell(definition, table, rows, Number(row), columnId)
      : tableCell(table, rows, Number(row), columnId);
  }
  const field = fieldOf(definition, path);
  return (
    field && {
      field,
      owner: path,
      textOf: (current) => fieldText(current, path),
      write: (copy, text) => copy.setText(path, text),
    }
  );
}
