import { describe, expect, it } from 'vitest';
import { denseColumns } from '../../../../shared/grid/dense-columns.ts';
import type { GridRow } from '../../../../shared/grid/grid.ts';

/** A row from `text column span` triples. */
function row(...cells: readonly (readonly [string, number, number])[]): GridRow {
  return {
    kind: 'table',
    cells: cells.map(([text, column, columnSpan]) => ({ text, column, columnSpan, rowSpan: 1 })),
  };
}

describe('denseColumns', () => {
  it('leaves out edges at which no cell begins or ends', () => {
    const { rows, columns } = denseColumns([
      row(['甲', 0, 1], ['乙', 1, 11], ['丙', 12, 6]),
      row(['甲', 0, 5], ['丁', 5, 7], ['丙', 12, 6]),
    ]);
    expect(rows).toEqual([
      row(['甲', 0, 1], ['乙', 1, 2], ['丙', 3, 1]),
      row(['甲', 0, 2], ['丁', 2, 1], ['丙', 3, 1]),
    ]);
    expect(columns[0]).toBe(0);
    expect(columns[12]).toBe(3);
    expect(columns.at(-1)).toBe(4);
  });

  it('keeps the columns that a gap between cells leaves', () => {
    const gap = [row(['甲', 0, 1], ['乙', 2, 1])];
    expect(denseColumns(gap).rows).toBe(gap);
  });

  it('gives rows that use all of their columns back as they are, and lines too', () => {
    const rows: GridRow[] = [
      { kind: 'line', cells: [{ text: '标题', column: 0, columnSpan: 9, rowSpan: 1 }] },
      row(['甲', 0, 1], ['乙', 1, 1]),
    ];
    expect(denseColumns(rows).rows).toBe(rows);
    expect(denseColumns([]).rows).toEqual([]);
  });
});
