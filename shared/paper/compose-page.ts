import type { Grid, GridCell, GridRow } from '../grid/grid.ts';
import type { PagePlan, RowPart } from './paginate.ts';

/** A cell on a page. A merged cell that was cut is on each of its pages, with its text. */
export interface PageCell {
  readonly cell: GridCell;
  /** Row of the grid in which the cell begins. */
  readonly row: number;
  /** Rows of this page that it covers. */
  readonly rowSpan: number;
  /** Its text, or the part of it that is on this page. */
  readonly text: string;
  /** Whether the whole text takes two lines or more. */
  readonly isLong: boolean;
}

/** What composing needs to know of cells beside the grid. */
export interface CellLook {
  readonly textOf: (cell: GridCell, row: number, part: RowPart) => string;
  readonly isLong: (cell: GridCell, row: number) => boolean;
}

/** A row of a page. */
export interface PageRow {
  readonly part: RowPart;
  readonly source: GridRow;
  readonly cells: readonly PageCell[];
}

interface Owner {
  readonly cell: GridCell;
  readonly row: number;
}
type Owners = readonly (readonly (Owner | undefined)[])[];

/** For each row and column of a grid, the cell that covers it. */
function ownersOf(grid: Grid): Owners {
  const owners: (Owner | undefined)[][] = grid.rows.map(() => []);
  for (const [row, { cells }] of grid.rows.entries()) {
    for (const cell of cells) {
      const owner = { cell, row };
      for (let r = row; r < Math.min(row + cell.rowSpan, owners.length); r += 1) {
        for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1) {
          const line = owners[r];
          if (line) line[c] = owner;
        }
      }
    }
  }
  return owners;
}

/** Lays the planned rows out as tables, one list of rows per page: merged cells are cut where the page ends. */
export function composePages(grid: Grid, plan: readonly PagePlan[], look: CellLook): readonly (readonly PageRow[])[] {
  const owners = ownersOf(grid);
  return plan.map((page) => composePage(grid, page, owners, look));
}

function composePage(grid: Grid, page: PagePlan, owners: Owners, look: CellLook): PageRow[] {
  const rows: PageRow[] = [];
  for (const [index, part] of page.entries()) {
    const source = grid.rows[part.row];
    const line = owners[part.row];
    if (!source || !line) continue;
    const above = page[index - 1];
    const cells: PageCell[] = [];
    for (let column = 0; column < line.length; column += 1) {
      const owner = line[column];
      if (!owner || column !== owner.cell.column) continue;
      if (above && owners[above.row]?.[column] === owner) continue;
      cells.push({
        ...owner,
        rowSpan: runLength(page, owners, index, owner),
        text: look.textOf(owner.cell, owner.row, part),
        isLong: look.isLong(owner.cell, owner.row),
      });
    }
    rows.push({ part, source, cells });
  }
  return rows;
}

/** Over how many rows of the page, from `start` on, a cell reaches. */
function runLength(page: PagePlan, owners: Owners, start: number, owner: Owner): number {
  let end = start + 1;
  while (end < page.length && owners[page[end]?.row ?? -1]?.[owner.cell.column] === owner) end += 1;
  return end - start;
}
