import type { GridRow } from '../../shared/grid/grid.ts';

/** A cell as it can be told from outside: its text, and the rows and columns it takes. */
export interface ShapeCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/**
 * What a file keeps of a grid: rows with any text, with their cells; spans count only rows that are kept. Texts as
 * `textOf` has them (what a format cannot hold is taken out).
 */
export function shapeOf(rows: readonly GridRow[], textOf = (text: string): string => text): ShapeCell[][] {
  const isKept = rows.map((row) => row.cells.some((cell) => textOf(cell.text).trim() !== ''));
  return rows.flatMap((row, index) => {
    if (!isKept[index]) return [];
    const cells = row.cells.map(({ text, column, columnSpan, rowSpan }) => ({
      text: textOf(text),
      column,
      columnSpan,
      rowSpan: isKept.slice(index, index + rowSpan).filter(Boolean).length,
    }));
    return [cells];
  });
}
