/** Where one is in a sheet: rows and columns from 0; the row after the last one is the empty row that adds. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The active cell takes what is typed; the range runs from it to `extent`, in any direction. */
export interface SheetSelection {
  readonly active: CellPosition;
  readonly extent: CellPosition;
}

/** A range with its borders in order, all inclusive. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The number of rows (with the empty one) and of columns one can move in. */
export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** The position, brought inside the sheet. */
export function clampPosition(position: CellPosition, size: SheetSize): CellPosition {
  return { row: clamp(position.row, size.rows), column: clamp(position.column, size.columns) };
}

/** A selection of one cell. */
export function selectCell(position: CellPosition): SheetSelection {
  return { active: position, extent: position };
}

/** A selection of whole rows. */
export function selectRows(first: number, last: number, size: SheetSize): SheetSelection {
  return { active: { row: first, column: 0 }, extent: { row: last, column: size.columns - 1 } };
}

/** The selection, brought inside the sheet (rows may have gone). */
export function clampSelection(selection: SheetSelection, size: SheetSize): SheetSelection {
  return { active: clampPosition(selection.active, size), extent: clampPosition(selection.extent, size) };
}

/** The range a selection covers. */
export function rangeOf({ active, extent }: SheetSelection): CellRange {
  return {
    top: Math.min(active.row, extent.row),
    bottom: Math.max(active.row, extent.row),
    left: Math.min(active.column, extent.column),
    right: Math.max(active.column, extent.column),
  };
}

/** True where the range covers its rows from the first to the last column. */
export function coversRows(range: CellRange, columns: number): boolean {
  return range.left === 0 && range.right === columns - 1;
}

/** Moves by rows and columns; `isExtending` (Shift) moves only the far end of the range. */
export function moveBy(
  selection: SheetSelection,
  by: { readonly rows: number; readonly columns: number },
  size: SheetSize,
  isExtending: boolean,
): SheetSelection {
  const from = isExtending ? selection.extent : selection.active;
  const to = clampPosition({ row: from.row + by.rows, column: from.column + by.columns }, size);
  return isExtending ? { active: selection.active, extent: to } : selectCell(to);
}

/**
 * The cell after (`step` 1) or before (-1) in reading order, from the end of a row on to the next row.
 * @returns undefined past the first or the last cell: there the focus leaves the sheet.
 */
export function stepCell({ row, column }: CellPosition, step: 1 | -1, size: SheetSize): CellPosition | undefined {
  const index = row * size.columns + column + step;
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
}
