import type { AnswerRow } from '../../domain/answers.ts';
import type { TableDefinition } from '../definition.ts';
import type { CellReference, FixedRow, TableFormula } from '../table-language.ts';
import { isClosedCell } from '../table-rows.ts';
import { rowParents } from './row-parents.ts';

/** How the amount of one cell follows from others. Cells of the table are numbered line by line. */
export interface CellFormula {
  readonly cell: number;
  /** `below`: from the lines under this one; the others as the definition states them. */
  readonly source: 'below' | TableFormula['kind'];
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly otherPlus: readonly CellReference[];
  readonly otherMinus: readonly CellReference[];
  /** True where a person may type something else. */
  readonly mayDiffer: boolean;
}

/** The formulas of a table as it stands. */
export interface TableFormulas {
  /** The one a cell is computed by. What adds up lines comes before what adds up columns. */
  readonly computing: ReadonlyMap<number, CellFormula>;
  /** Others that must hold as well. */
  readonly checking: readonly CellFormula[];
}

/** Works out which cells of a table follow from others, and how. */
export function tableFormulas(table: TableDefinition, rows: readonly AnswerRow[]): TableFormulas {
  const computing = new Map<number, CellFormula>();
  const checking: CellFormula[] = [];
  const formulas = [...definedCells(table), ...linesBelow(table, rows), ...rowSums(table, rows)];
  for (const formula of formulas) {
    if (computing.has(formula.cell)) checking.push(formula);
    else computing.set(formula.cell, formula);
  }
  return { computing, checking };
}

/** Finds the number of a cell by line and column. */
class CellNumbers {
  readonly width: number;
  private readonly columns: ReadonlyMap<string, number>;

  constructor(table: TableDefinition) {
    this.width = table.columns.length;
    this.columns = new Map(table.columns.map(({ id }, index) => [id, index]));
  }

  at(row: number, column: string): number {
    return row * this.width + (this.columns.get(column) ?? 0);
  }
}

const bare = { minus: [], otherPlus: [], otherMinus: [], mayDiffer: false } as const;

/** Formulas a definition gives for single cells and lines of a fixed table. */
function definedCells(table: TableDefinition): CellFormula[] {
  const fixed = table.fixed ?? [];
  const numbers = new CellNumbers(table);
  const lineOf = new Map(fixed.map(({ id }, index) => [id, index]));
  const place: FixedPlaces = {
    cell: (row, column) => numbers.at(lineOf.get(row) ?? 0, column),
    isOpen: (row, column) => {
      const line = fixed[lineOf.get(row) ?? -1];
      return line !== undefined && !isClosedCell(table, line, column);
    },
  };
  return table.formulas.flatMap((formula) => definedFormulas(formula, place));
}

interface FixedPlaces {
  cell(row: string, column: string): number;
  isOpen(row: string, column: string): boolean;
}

function definedFormulas(formula: TableFormula, { cell, isOpen }: FixedPlaces): CellFormula[] {
  switch (formula.kind) {
    case 'columns':
      return [];
    case 'rows':
      return formula.columns
        .filter((column) => isOpen(formula.row, column))
        .map((column) => ({
          ...bare,
          cell: cell(formula.row, column),
          source: 'rows',
          plus: formula.plus.map((row) => cell(row, column)),
          minus: formula.minus.map((row) => cell(row, column)),
        }));
    case 'cell': {
      const own = (references: readonly CellReference[]): number[] =>
        references.flatMap(({ definition, row, column }) => (definition === undefined ? [cell(row, column)] : []));
      const other = (references: readonly CellReference[]): CellReference[] =>
        references.filter(({ definition }) => definition !== undefined);
      return [
        {
          cell: cell(formula.row, formula.column),
          source: 'cell',
          plus: own(formula.plus),
          minus: own(formula.minus),
          otherPlus: other(formula.plus),
          otherMinus: other(formula.minus),
          mayDiffer: formula.mayDiffer,
        },
      ];
    }
    case 'from':
      return Object.entries(formula.rows).map(([row, otherRow]) => ({
        ...bare,
        cell: cell(row, formula.column),
        source: 'from',
        plus: [],
        otherPlus: [{ definition: formula.definition, row: otherRow, column: formula.source }],
        mayDiffer: formula.mayDiffer,
      }));
  }
}

/** The columns whose lines are added up. */
function summedColumns(table: TableDefinition): string[] {
  const sums = table.tree?.sums ?? table.groups?.sums;
  return sums ?? table.columns.filter(({ type }) => type === 'amount').map(({ id }) => id);
}

/** Sums of subjects and groups: every line that others are added to. */
function linesBelow(table: TableDefinition, rows: readonly AnswerRow[]): CellFormula[] {
  if (!table.tree && !table.groups) return [];
  const numbers = new CellNumbers(table);
  const below = new Map<number, number[]>();
  for (const [row, parent] of rowParents(table, rows).entries()) {
    if (parent < 0) continue;
    const lines = below.get(parent);
    if (lines) lines.push(row);
    else below.set(parent, [row]);
  }
  return [...below].flatMap(([row, lines]) =>
    summedColumns(table).map(
      (column): CellFormula => ({
        ...bare,
        cell: numbers.at(row, column),
        source: 'below',
        plus: lines.map((line) => numbers.at(line, column)),
      }),
    ),
  );
}

/** Columns that follow from other columns of the same line. */
function rowSums(table: TableDefinition, rows: readonly AnswerRow[]): CellFormula[] {
  const numbers = new CellNumbers(table);
  const isOpen = (row: number, column: string): boolean => {
    const line: FixedRow | undefined = table.fixed?.[row];
    return line === undefined || !isClosedCell(table, line, column);
  };
  return table.formulas.flatMap((formula) => {
    if (formula.kind !== 'columns') return [];
    return rows.flatMap((_row, row): CellFormula[] => {
      if (!isOpen(row, formula.column)) return [];
      return [
        {
          ...bare,
          cell: numbers.at(row, formula.column),
          source: 'columns',
          plus: formula.plus.map((column) => numbers.at(row, column)),
          minus: formula.minus.map((column) => numbers.at(row, column)),
        },
      ];
    });
  });
}
