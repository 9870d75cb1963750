import { memo } from 'react';
import type { AmountUnit } from '../../shared/domain/amount.ts';
import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ColumnDefinition, TableDefinition } from '../../shared/forms/definition.ts';
import { amountRemark, shownAmount } from '../app/amount-text.ts';
import type { RowFindings } from './cell-findings.ts';
import { worstSeverity } from './cell-findings.ts';
import { words } from './words.ts';

export interface SheetRowProps {
  readonly table: TableDefinition;
  readonly amountUnit: AmountUnit;
  /** Prefix of the cells' element ids. */
  readonly gridId: string;
  readonly index: number;
  /** Null for the empty row at the end. */
  readonly row: AnswerRow | null;
  /** How many grouping columns repeat the row above. */
  readonly repeated: number;
  readonly findings: RowFindings | undefined;
  /** Selected columns, inclusive; -1 where none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
}

const NO_FINDINGS: readonly Finding[] = [];

/** The element id of a cell. */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

interface CellProps {
  readonly column: ColumnDefinition;
  readonly text: string;
  readonly isNewRow: boolean;
  readonly isRepeat: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly findings: readonly Finding[];
}

function cellClass({ column, text, isNewRow, isRepeat, isSelected, isActive, findings }: CellProps): string {
  const severity = worstSeverity(findings);
  const isMissing = column.required && text === '' && !isNewRow && severity === null;
  return [
    'sheet-cell',
    `is-${column.type}`,
    ...(isRepeat ? ['is-repeat'] : []),
    ...(isSelected ? ['is-selected'] : []),
    ...(isActive ? ['is-active'] : []),
    ...(severity === null ? [] : [`is-${severity}`]),
    ...(isMissing ? ['is-missing'] : []),
  ].join(' ');
}

/**
 * The sheet is a grid in the sense of ARIA. It is not a `table`: the browser lays a table out and paints it as a
 * whole at every key, rows of their own one by one.
 */
export function rowRole(rowIndex: number) {
  return { role: 'row', 'aria-rowindex': rowIndex } as const;
}
const ROWHEAD_ROLE = { role: 'rowheader' } as const;

function cellRole(isSelected: boolean, findings: readonly Finding[]) {
  return {
    role: 'gridcell',
    'aria-selected': isSelected,
    ...(worstSeverity(findings) === 'error' ? { 'aria-invalid': true } : {}),
  } as const;
}

/** What a cell says when the mouse rests on it: its findings, an amount in capitals. */
function hoverText(
  { type }: ColumnDefinition,
  text: string,
  amountUnit: AmountUnit,
  findings: readonly Finding[],
): string | undefined {
  const remark = type === 'amount' ? amountRemark(text, amountUnit) : null;
  const lines = [...findings.map((finding) => finding.message), ...(remark === null ? [] : [remark])];
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** One row of the sheet. Drawn again only when its own contents, findings or selection change. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { table, gridId, index, row } = props;
  const isNewRow = row === null;
  const isRowSelected = props.selectedFrom === 0 && props.selectedTo === table.columns.length - 1;
  return (
    <div {...rowRole(index + 2)} data-row={index} className={isNewRow ? 'sheet-row is-new' : 'sheet-row'}>
      <div {...ROWHEAD_ROLE} data-rowhead className={isRowSelected ? 'sheet-rowhead is-selected' : 'sheet-rowhead'}>
        <span className="sheet-rownumber">{isNewRow ? '＊' : index + 1}</span>
        {isNewRow ? null : (
          <span className="sheet-rowmenu" title={words.rowMenu}>
            ⋮
          </span>
        )}
      </div>
      {table.columns.map((column, at) => {
        const isSelected = at >= props.selectedFrom && at <= props.selectedTo;
        const findings = props.findings?.get(column.id) ?? NO_FINDINGS;
        const text = row?.[column.id] ?? '';
        const depth = table.groupBy.indexOf(column.id);
        const isRepeat = depth >= 0 && depth < props.repeated;
        const isActive = at === props.activeColumn;
        return (
          <div
            key={column.id}
            id={cellId(gridId, index, at)}
            data-column={at}
            {...cellRole(isSelected, findings)}
            title={hoverText(column, text, props.amountUnit, findings)}
            className={cellClass({ column, text, isNewRow, isRepeat, isSelected, isActive, findings })}
          >
            {column.type === 'amount' ? shownAmount(text) : text}
            {isActive && column.type === 'category' ? <span className="sheet-open" aria-hidden="true" /> : null}
          </div>
        );
      })}
    </div>
  );
});
