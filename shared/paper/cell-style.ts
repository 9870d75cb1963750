import type { Binding, CellRole, GridCell, GridRow } from '../grid/grid.ts';
import { DENSE_ROW_MM, MIN_ROW_MM, TEXT_PT } from './geometry.ts';

/** How text stands in its cell. `block`: centred while it is one line, from two lines on left and top. */
export type CellAlign = 'left' | 'center' | 'right' | 'block';

const ROLE_ALIGN: Record<CellRole, CellAlign> = {
  title: 'center',
  part: 'left',
  paragraph: 'left',
  line: 'left',
  label: 'center',
  side: 'center',
  heading: 'center',
  text: 'block',
  short: 'center',
  amount: 'right',
};

/** The alignment of a cell: what its definition says, else what its role asks for. */
export function cellAlign(cell: GridCell): CellAlign {
  return cell.align ?? ROLE_ALIGN[cell.role ?? 'short'];
}

/** True for the line under the title (`（2026年度）`): alone in its row and centred. */
export function isSubtitle(row: GridRow): boolean {
  const [only, ...others] = row.cells;
  return row.kind === 'line' && others.length === 0 && only?.role === 'line' && cellAlign(only) === 'center';
}

/** Size of a cell's text in pt. */
export function cellTextPt(row: GridRow, cell: GridCell): number {
  if (cell.role === 'title' || cell.role === 'part' || cell.role === 'paragraph') return TEXT_PT[cell.role];
  return isSubtitle(row) ? TEXT_PT.subtitle : rowTextPt(row);
}

/** Size of the text of a row in pt, titles and the like apart. */
export function rowTextPt(row: GridRow): number {
  return row.isDense ? TEXT_PT.dense : TEXT_PT.body;
}

/** Least height of a row in mm; 0 outside the ruled table. */
export function leastRowMm(row: GridRow): number {
  if (row.kind !== 'table') return 0;
  return row.isDense ? DENSE_ROW_MM : MIN_ROW_MM;
}

/**
 * The css classes of a cell on paper, as `paperCss` knows them.
 * @param isLong whether the text takes two lines or more
 */
export function cellClasses(row: GridRow, cell: GridCell, isLong: boolean): string {
  const classes = [`paper-${cellAlign(cell)}`];
  if (cell.role === 'title') classes.push('paper-title');
  if (isSubtitle(row)) classes.push('paper-subtitle');
  if (cell.role === 'side' || cell.role === 'part' || cell.role === 'paragraph') classes.push(`paper-${cell.role}`);
  if (isLong) classes.push('paper-long');
  return classes.join(' ');
}

/**
 * Whether a cell shows what stands at a path. A merged cell of a repeated table shows its column in all of its rows:
 * `indicators.2.level1` to row 4 holds `indicators.3.level1`.
 */
export function isBoundTo(binding: Binding, path: string): boolean {
  if (binding.path === path || binding.also?.some((other) => isBoundTo(other, path)) === true) return true;
  if (binding.lastRow === undefined) return false;
  const [table, first, column] = binding.path.split('.');
  const [otherTable, row, otherColumn] = path.split('.');
  return (
    table === otherTable && column === otherColumn && Number(first) <= Number(row) && Number(row) <= binding.lastRow
  );
}

/** Whether two cells show the same places. */
export function isSameBinding(a: Binding | undefined, b: Binding | undefined): boolean {
  if (a?.path !== b?.path || a?.lastRow !== b?.lastRow || a?.also?.length !== b?.also?.length) return false;
  return a?.also?.every((other, index) => isSameBinding(other, b?.also?.[index])) ?? true;
}
