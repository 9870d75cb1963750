import { tableFormulas } from './arithmetic/cell-formulas.ts';
import { formulaGraph } from './arithmetic/formula-graph.ts';
import type { FormDefinition, TableDefinition } from './definition.ts';
import type { Reference } from './references.ts';
import { columnOf, fieldOf } from './shape.ts';
import type { CellReference, TableFormula } from './table-language.ts';
import { TOP_ROW } from './table-language.ts';

/**
 * The names a budget table uses: of its columns, its lines, its note. Names of other tables' lines cannot be checked
 * here: a definition is read alone.
 */
export function tableReferences(definition: FormDefinition, table: TableDefinition): Reference[] {
  const place = `tables.${table.id}`;
  const column = (name: string): Reference => ({ place, name, isKnown: columnOf(table, name) !== undefined });
  const { tree, groups, fixed = [] } = table;
  const known = new Set(fixed.map(({ id }) => id));
  const line = (name: string): Reference => ({ place, name, isKnown: fixed.length === 0 || known.has(name) });
  const note = table.emptyNote?.field;
  return [
    ...table.columns.flatMap(({ beside }) => (beside === undefined ? [] : [column(beside)])),
    ...(tree ? [tree.code, tree.name, ...(tree.sums ?? [])].map(column) : []),
    ...(groups ? [groups.column, ...(groups.sums ?? [])].map(column) : []),
    ...fixed.flatMap(({ texts, aliases, closed }) =>
      [...Object.keys(texts), ...Object.keys(aliases ?? {}), ...closed].map(column),
    ),
    ...table.formulas.flatMap((formula) => formulaReferences(formula, column, line)),
    ...(note === undefined ? [] : [{ place, name: note, isKnown: fieldOf(definition, note) !== undefined }]),
    ...definition.relations.flatMap(({ left, right, when }) =>
      [...left, ...right, ...(when?.zero ?? [])].flatMap((term) =>
        'amountsOf' in term || term.definition !== undefined ? [] : cellReferences(term, column, line),
      ),
    ),
    ...cycles(table, place),
  ];
}

type Refer = (name: string) => Reference;

function cellReferences(cell: CellReference, column: Refer, line: Refer): Reference[] {
  return [column(cell.column), ...(cell.row === TOP_ROW ? [] : [line(cell.row)])];
}

function formulaReferences(formula: TableFormula, column: Refer, line: Refer): Reference[] {
  switch (formula.kind) {
    case 'columns':
      return [formula.column, ...formula.plus, ...formula.minus].map(column);
    case 'rows':
      return [...formula.columns.map(column), ...[formula.row, ...formula.plus, ...formula.minus].map(line)];
    case 'cell':
      return [
        ...cellReferences(formula, column, line),
        ...[...formula.plus, ...formula.minus].flatMap((cell) =>
          cell.definition === undefined ? cellReferences(cell, column, line) : [],
        ),
      ];
    case 'from':
      return [column(formula.column), ...Object.keys(formula.rows).map(line)];
  }
}

/** An amount that follows from itself can never be worked out. */
function cycles(table: TableDefinition, place: string): Reference[] {
  const rows = (table.fixed ?? [{}]).map(() => ({}));
  const { cycle } = formulaGraph(tableFormulas(table, rows).computing);
  if (cycle === undefined) return [];
  const id = table.columns[cycle % table.columns.length]?.id ?? '';
  const line = table.fixed?.[Math.floor(cycle / table.columns.length)]?.id ?? '';
  return [{ place: `${place}.formulas`, name: `${line}.${id}（由自身算出）`, isKnown: false }];
}
