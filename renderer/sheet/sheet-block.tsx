import { memo } from 'react';
import type { AmountUnit } from '../../shared/domain/amount.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { RowFindings } from './cell-findings.ts';
import type { CellPosition, CellRange } from './selection.ts';
import { SheetRow } from './sheet-row.tsx';
import type { Rows } from './sheet-rows.ts';
import { repeatedColumns } from './sheet-rows.ts';

/** Rows of one block. A key costs a look at every block and at the rows of one, instead of at all rows. */
export const BLOCK_ROWS = 12;

export interface SheetBlockProps {
  readonly table: TableDefinition;
  readonly amountUnit: AmountUnit;
  /** Prefix of the cells' element ids. */
  readonly gridId: string;
  /** Index of the block's first row. */
  readonly first: number;
  /** How many rows the block has; the empty one at the end counts. */
  readonly count: number;
  /** All rows of the sheet. */
  readonly rows: Rows;
  readonly findings: ReadonlyMap<number, RowFindings>;
  readonly range: CellRange;
  readonly active: CellPosition;
}

const isInBlock = (props: SheetBlockProps, row: number): boolean =>
  row >= props.first && row < props.first + props.count;

/** Columns of a row that are selected, inclusive; -1 where none is. */
function selectedIn(range: CellRange, row: number): readonly [from: number, to: number] {
  return row >= range.top && row <= range.bottom ? [range.left, range.right] : [-1, -1];
}

function isSameSelection(a: SheetBlockProps, b: SheetBlockProps): boolean {
  const wasActive = isInBlock(a, a.active.row) ? a.active : null;
  const isActive = isInBlock(b, b.active.row) ? b.active : null;
  if (wasActive?.row !== isActive?.row || wasActive?.column !== isActive?.column) return false;
  for (let row = a.first; row < a.first + a.count; row += 1) {
    const [from, to] = selectedIn(a.range, row);
    const [nextFrom, nextTo] = selectedIn(b.range, row);
    if (from !== nextFrom || to !== nextTo) return false;
  }
  return true;
}

function isSameContent(a: SheetBlockProps, b: SheetBlockProps): boolean {
  // The row above counts: repeated categories are drawn paler.
  if (a.rows !== b.rows && a.rows[a.first - 1] !== b.rows[a.first - 1]) return false;
  for (let row = a.first; row < a.first + a.count; row += 1) {
    if (a.rows[row] !== b.rows[row] || a.findings.get(row) !== b.findings.get(row)) return false;
  }
  return true;
}

const areEqual = (a: SheetBlockProps, b: SheetBlockProps): boolean =>
  a.table === b.table &&
  a.gridId === b.gridId &&
  a.first === b.first &&
  a.count === b.count &&
  isSameContent(a, b) &&
  isSameSelection(a, b);

const BLOCK_ROLE = { role: 'rowgroup' } as const;

/** Some rows of the sheet, drawn again only when one of them changes; the browser leaves it out while it is out of sight. */
export const SheetBlock = memo(function SheetBlock(props: SheetBlockProps) {
  const { table, amountUnit, gridId, first, count, rows, findings, range, active } = props;
  return (
    <div className="sheet-block" {...BLOCK_ROLE}>
      {Array.from({ length: count }, (_, at) => {
        const index = first + at;
        const row = rows[index] ?? null;
        const [selectedFrom, selectedTo] = selectedIn(range, index);
        return (
          <SheetRow
            // Rows have no identity of their own; they are what stands at a place.
            key={String(index)}
            table={table}
            amountUnit={amountUnit}
            gridId={gridId}
            index={index}
            row={row}
            repeated={row ? repeatedColumns(table, row, rows[index - 1]) : 0}
            findings={findings.get(index)}
            selectedFrom={selectedFrom}
            selectedTo={selectedTo}
            activeColumn={index === active.row ? active.column : -1}
          />
        );
      })}
    </div>
  );
}, areEqual);
