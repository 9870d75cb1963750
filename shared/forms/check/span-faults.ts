import type { FormDefinition } from '../definition.ts';
import { type LayoutRow, layoutRows } from './layout-walk.ts';
import { type DataPath, errorAt, type Fault } from './problem.ts';

/** Spans that do not make a table: rows with gaps or too many cells, cells that overlap or hang over. */
export function spanFaults(definition: FormDefinition): Fault[] {
  const width = definition.layout.columnWidths.length;
  const rows = layoutRows(definition);
  const hanging = rows.flatMap(overhangs);
  // Spans beyond the table make no sense of the rows after them; the rest is told once they are mended.
  const wide = rows.flatMap((row) => tooWide(row, width));
  return wide.length > 0 ? [...hanging, ...wide] : [...hanging, ...gaps(rows, width)];
}

/** A cell may only reach down over ordinary rows that follow; how many rows a repeated one makes is not known. */
function overhangs({ row, path, index, siblings }: LayoutRow): Fault[] {
  if ('repeat' in row) {
    return row.cells.flatMap((cell, at) =>
      cell.rowSpan > 1
        ? [errorAt([...path, 'cells', at, 'rowSpan'], '重复行的格子不能跨行，相同内容由合并列合并')]
        : [],
    );
  }
  return row.cells.flatMap((cell, at) => {
    const below = siblings.slice(index + 1, index + cell.rowSpan);
    const isCovered =
      below.length === cell.rowSpan - 1 && below.every((each) => 'cells' in each && !('repeat' in each));
    return isCovered ? [] : [errorAt([...path, 'cells', at, 'rowSpan'], '跨行超出了后面的普通行')];
  });
}

function tooWide({ row, path, block, index }: LayoutRow, width: number): Fault[] {
  const side = block !== null && index === 0 && block.side.columnSpan > width;
  return [
    ...(side ? [errorAt([...path.slice(0, -2), 'side', 'columnSpan'], `版面只有 ${width} 列`)] : []),
    ...row.cells.flatMap((cell, at) =>
      cell.columnSpan > width ? [errorAt([...path, 'cells', at, 'columnSpan'], `版面只有 ${width} 列`)] : [],
    ),
  ];
}

/** Lays the cells out column by column, as the paper does. */
function gaps(rows: readonly LayoutRow[], width: number): Fault[] {
  /** For each column, the number of rows from the present one on that a cell above covers. */
  let covered: number[] = Array.from({ length: width }, () => 0);
  return rows.flatMap(({ row, path, block, index }) => {
    covered = covered.map((left) => Math.max(0, left - 1));
    if (block !== null && index === 0) covered.fill(block.rows.length, 0, block.side.columnSpan);
    const faults: Fault[] = [];
    let column = 0;
    for (const [at, cell] of row.cells.entries()) {
      while (column < width && (covered[column] ?? 0) > 0) column += 1;
      const end = column + cell.columnSpan;
      const fault = cellFault([...path, 'cells', at], covered.slice(column, end), cell.columnSpan);
      if (fault !== undefined) return [fault];
      covered.fill(cell.rowSpan, column, end);
      column = end;
    }
    const free = covered.filter((left) => left === 0).length;
    if (free > 0) faults.push(errorAt(path, `这一行还空 ${free} 列，各格跨列合计应为版面的 ${width} 列`));
    return faults;
  });
}

function cellFault(path: DataPath, below: readonly number[], columnSpan: number): Fault | undefined {
  if (below.length < columnSpan) return errorAt(path, '这一格超出了版面的最后一列');
  return below.some((left) => left > 0) ? errorAt(path, '这一格与上面跨行的格子重叠') : undefined;
}
