import type { CellFormula } from './cell-formulas.ts';

/** Which computed cells follow from which cells, and in which order they are to be worked out. */
export interface FormulaGraph {
  /** Computed cells that use a cell. */
  readonly usersOf: ReadonlyMap<number, readonly number[]>;
  /** Position of each computed cell in an order in which every cell comes after those it uses. */
  readonly rank: ReadonlyMap<number, number>;
  /** A cell that follows from itself; undefined when all is well. */
  readonly cycle: number | undefined;
}

/** Builds the graph of a table's formulas. */
export function formulaGraph(computing: ReadonlyMap<number, CellFormula>): FormulaGraph {
  const usersOf = new Map<number, number[]>();
  const rank = new Map<number, number>();
  const open = new Set<number>();
  let cycle: number | undefined;
  const visit = (cell: number): void => {
    const formula = computing.get(cell);
    if (!formula || rank.has(cell)) return;
    if (open.has(cell)) {
      cycle = cell;
      return;
    }
    open.add(cell);
    for (const input of inputsOf(formula)) visit(input);
    open.delete(cell);
    rank.set(cell, rank.size);
  };
  for (const [cell, formula] of computing) {
    visit(cell);
    for (const input of inputsOf(formula)) {
      const users = usersOf.get(input);
      if (users) users.push(cell);
      else usersOf.set(input, [cell]);
    }
  }
  return { usersOf, rank, cycle };
}

/** The cells of its own table a formula uses. */
export function inputsOf(formula: CellFormula): readonly number[] {
  return formula.minus.length === 0 ? formula.plus : [...formula.plus, ...formula.minus];
}

/** Everything that may change with a cell, in the order in which it is to be worked out. */
export function dependents(graph: FormulaGraph, cell: number): number[] {
  const found = new Set<number>();
  const waiting = [cell];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const user of graph.usersOf.get(next) ?? []) {
      if (user === cell || found.has(user)) continue;
      found.add(user);
      waiting.push(user);
    }
  }
  return [...found].sort((a, b) => (graph.rank.get(a) ?? 0) - (graph.rank.get(b) ?? 0));
}
