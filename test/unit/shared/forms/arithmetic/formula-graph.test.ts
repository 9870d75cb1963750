import { describe, expect, it } from 'vitest';
import type { CellFormula } from '../../../../../shared/forms/arithmetic/cell-formulas.ts';
import { dependents, formulaGraph } from '../../../../../shared/forms/arithmetic/formula-graph.ts';

function formulas(...parts: readonly (readonly [number, readonly number[]])[]): Map<number, CellFormula> {
  const bare = { source: 'cell', minus: [], otherPlus: [], otherMinus: [], mayDiffer: false } as const;
  return new Map(parts.map(([cell, plus]) => [cell, { ...bare, cell, plus }]));
}

describe('formulaGraph', () => {
  it('puts every cell behind those it uses', () => {
    const graph = formulaGraph(formulas([9, [8, 7]], [8, [1, 2]], [7, [8, 3]]));
    expect(dependents(graph, 1)).toEqual([8, 7, 9]);
    expect(dependents(graph, 3)).toEqual([7, 9]);
    expect(dependents(graph, 9)).toEqual([]);
    expect(graph.cycle).toBeUndefined();
  });

  it('finds a cell that follows from itself, and comes to an end all the same', () => {
    const graph = formulaGraph(formulas([1, [2]], [2, [3]], [3, [1]]));
    expect(graph.cycle).toBeDefined();
    expect(dependents(graph, 1).toSorted()).toEqual([2, 3]);
  });
});
