import { tableFormulas } from '../arithmetic/cell-formulas.ts';
import { formulaGraph } from '../arithmetic/formula-graph.ts';
import type { FormDefinition, TableDefinition } from '../definition.ts';
import { columnOf, fieldOf } from '../shape.ts';
import { type CellReference, type TableFormula, TOP_ROW } from '../table-language.ts';
import { type DataPath, errorAt, type Fault } from './problem.ts';

/** A name at a place: a column, or a line of the table. */
type Refer = (path: DataPath, name: string) => Fault[];

/**
 * Names in budget tables that name no column, line or field, and amounts that follow from themselves. Names of other
 * forms' lines cannot be checked here: a definition is read alone.
 */
export function tableFaults(definition: FormDefinition): Fault[] {
  return [
    ...definition.tables.flatMap((table, index) => ownFaults(definition, table, ['tables', index])),
    ...relationFaults(definition),
  ];
}

const columnOfTable =
  (table: TableDefinition): Refer =>
  (path, name) =>
    columnOf(table, name) === undefined ? [errorAt(path, `表格“${table.id}”没有编号为“${name}”的列`)] : [];

/** Lines by subject or in groups have no names that a definition could know. */
const lineOfTable =
  ({ id, fixed = [] }: TableDefinition): Refer =>
  (path, name) =>
    fixed.length === 0 || fixed.some((line) => line.id === name)
      ? []
      : [errorAt(path, `表格“${id}”没有编号为“${name}”的固定行`)];

function ownFaults(definition: FormDefinition, table: TableDefinition, path: DataPath): Fault[] {
  const column = columnOfTable(table);
  const line = lineOfTable(table);
  const listed = (at: DataPath, names: readonly string[] = []): Fault[] =>
    names.flatMap((name, index) => column([...at, index], name));
  const { tree, groups, fixed = [], emptyNote } = table;
  return [
    ...table.columns.flatMap(({ beside }, index) =>
      beside === undefined ? [] : column([...path, 'columns', index, 'beside'], beside),
    ),
    ...(tree === undefined
      ? []
      : [
          ...column([...path, 'tree', 'code'], tree.code),
          ...column([...path, 'tree', 'name'], tree.name),
          ...listed([...path, 'tree', 'sums'], tree.sums),
        ]),
    ...(groups === undefined
      ? []
      : [
          ...column([...path, 'groups', 'column'], groups.column),
          ...listed([...path, 'groups', 'sums'], groups.sums),
          ...Object.entries(groups.limit ?? {}).flatMap(([key, name]) =>
            column([...path, 'groups', 'limit', key], name),
          ),
        ]),
    ...fixed.flatMap(({ texts, aliases, closed }, index) => {
      const at = [...path, 'fixed', index];
      return [
        ...Object.keys(texts).flatMap((name) => column([...at, 'texts', name], name)),
        ...Object.keys(aliases ?? {}).flatMap((name) => column([...at, 'aliases', name], name)),
        ...listed([...at, 'closed'], closed),
      ];
    }),
    ...table.formulas.flatMap((formula, index) => formulaFaults(formula, [...path, 'formulas', index], column, line)),
    ...(emptyNote === undefined || fieldOf(definition, emptyNote.field) !== undefined
      ? []
      : [errorAt([...path, 'emptyNote', 'field'], `没有编号为“${emptyNote.field}”的项目`)]),
    ...cycleFaults(table, [...path, 'formulas']),
  ];
}

function cellFaults(cell: CellReference, path: DataPath, column: Refer, line: Refer): Fault[] {
  if (cell.definition !== undefined) return [];
  const row = cell.row === TOP_ROW ? [] : line([...path, 'row'], cell.row);
  return [...column([...path, 'column'], cell.column), ...row];
}

function formulaFaults(formula: TableFormula, path: DataPath, column: Refer, line: Refer): Fault[] {
  const listed = (key: string, names: readonly string[], refer: Refer): Fault[] =>
    names.flatMap((name, index) => refer([...path, key, index], name));
  switch (formula.kind) {
    case 'columns':
      return [
        ...column([...path, 'column'], formula.column),
        ...listed('plus', formula.plus, column),
        ...listed('minus', formula.minus, column),
      ];
    case 'rows':
      return [
        ...line([...path, 'row'], formula.row),
        ...listed('columns', formula.columns, column),
        ...listed('plus', formula.plus, line),
        ...listed('minus', formula.minus, line),
      ];
    case 'cell':
      return [
        ...cellFaults({ row: formula.row, column: formula.column }, path, column, line),
        ...formula.plus.flatMap((cell, index) => cellFaults(cell, [...path, 'plus', index], column, line)),
        ...formula.minus.flatMap((cell, index) => cellFaults(cell, [...path, 'minus', index], column, line)),
      ];
    case 'from':
      return [
        ...column([...path, 'column'], formula.column),
        ...Object.keys(formula.rows).flatMap((name) => line([...path, 'rows', name], name)),
      ];
  }
}

/** An amount that follows from itself can never be worked out. */
function cycleFaults(table: TableDefinition, path: DataPath): Fault[] {
  const rows = (table.fixed ?? [{}]).map(() => ({}));
  const { cycle } = formulaGraph(tableFormulas(table, rows).computing);
  if (cycle === undefined) return [];
  const id = table.columns[cycle % table.columns.length]?.id ?? '';
  const line = table.fixed?.[Math.floor(cycle / table.columns.length)]?.id;
  return [errorAt(path, `${line === undefined ? '' : `行“${line}”的`}列“${id}”由自身算出，永远算不出来`)];
}

/** A relation speaks of any table of the form; what it says of other forms is theirs to know. */
function relationFaults({ tables, relations }: FormDefinition): Fault[] {
  const any =
    (refers: readonly Refer[]): Refer =>
    (path, name) => {
      const faults = refers.map((refer) => refer(path, name));
      return faults.some((each) => each.length === 0) ? [] : (faults[0] ?? []);
    };
  const column = any(tables.map(columnOfTable));
  const line = any(tables.map(lineOfTable));
  return relations.flatMap(({ left, right, when }, index) => {
    const path = ['relations', index];
    const terms = { left, right };
    return [
      ...Object.entries(terms).flatMap(([side, cells]) =>
        cells.flatMap((term, at) => ('amountsOf' in term ? [] : cellFaults(term, [...path, side, at], column, line))),
      ),
      ...(when?.zero ?? []).flatMap((cell, at) => cellFaults(cell, [...path, 'when', 'zero', at], column, line)),
    ];
  });
}
