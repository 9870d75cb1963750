import type { GridRow } from './grid.ts';

/** Rows over columns that are all used, and how the columns before were put together. */
export interface DenseRows {
  readonly rows: readonly GridRow[];
  /** For every column there was, the one it is in now. */
  readonly columns: readonly number[];
}

/**
 * Leaves out the edges between columns at which no cell begins or ends. Word processors keep a grid finer than the
 * table one sees, with an edge for every place a person once moved a line to; columns are compared with a form's by
 * their number, so that only those that are used must count.
 * @param rows rows of one table; rows of kind `line` have no columns and stay as they are
 */
export function denseColumns(rows: readonly GridRow[]): DenseRows {
  const edges = new Set<number>([0]);
  let width = 0;
  for (const { kind, cells } of rows) {
    if (kind === 'line') continue;
    for (const { column, columnSpan } of cells) {
      edges.add(column).add(column + columnSpan);
      width = Math.max(width, column + columnSpan);
    }
  }
  let place = -1;
  const columns = Array.from({ length: width + 1 }, (_, column) => {
    if (edges.has(column)) place += 1;
    return place;
  });
  if (place === width) return { rows, columns };
  const dense = rows.map((row): GridRow => {
    if (row.kind === 'line') return row;
    const cells = row.cells.map((cell) => {
      const column = columns[cell.column] ?? cell.column;
      const end = columns[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
      return { ...cell, column, columnSpan: end - column };
    });
    return { ...row, cells };
  });
  return { rows: dense, columns };
}
