/** What placing needs to know of a cell. */
export interface Spanning {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Gives every cell its column: the first one from the left that no cell above still covers. */
export function placeColumns<C extends Spanning>(
  rows: readonly (readonly C[])[],
): (C & { readonly column: number })[][] {
  const coveredUntil: number[] = [];
  return rows.map((cells, index) => {
    let column = 0;
    return cells.map((cell) => {
      while ((coveredUntil[column] ?? 0) > index) column += 1;
      const placed = { ...cell, column };
      for (let c = column; c < column + cell.columnSpan; c += 1) coveredUntil[c] = index + cell.rowSpan;
      column += cell.columnSpan;
      return placed;
    });
  });
}
