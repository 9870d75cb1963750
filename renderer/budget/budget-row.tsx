import { memo } from 'react';
import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { KnownTable } from '../../shared/subjects/known-subjects.ts';
import { subjectRemark } from '../../shared/subjects/subject-remark.ts';
import { shownAmount } from '../app/amount-text.ts';
import type { RowFindings } from '../sheet/cell-findings.ts';
import { worstSeverity } from '../sheet/cell-findings.ts';
import { cellId, rowRole } from '../sheet/sheet-row.tsx';
import type { ColumnPlace } from './columns.ts';
import { frozenCount, HEAD_WIDTH, mayBeCut } from './columns.ts';

/** Height of a line, px. */
export const ROW_HEIGHT = 30;
/** What the text of a line under another one is set in, px. */
const INDENT = 14;

/** What stays in sight of the lines, and what is scrolled beside it. */
export const SIDES = ['frozen', 'scrolled'] as const;
export type RowSide = (typeof SIDES)[number];

/** The class of what holds one side of the lines or of their headings. */
export const sideClass = (side: RowSide) => (side === 'frozen' ? 'budget-side is-frozen' : 'budget-side');

export interface BudgetRowProps {
  readonly side: RowSide;
  readonly table: TableDefinition;
  readonly places: readonly ColumnPlace[];
  readonly gridId: string;
  readonly index: number;
  /** Null for the new line at the end. */
  readonly row: AnswerRow | null;
  /** The marks of its cells, one word for each. */
  readonly marks: string;
  readonly indent: number;
  readonly isSum: boolean;
  /** The subject table that codes are held against. */
  readonly subjects: KnownTable | null;
  readonly findings: RowFindings | undefined;
  /** Selected columns, inclusive; -1 where none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
}

const ROWHEAD_ROLE = { role: 'rowheader' } as const;

function cellRole(isSelected: boolean, isOpen: boolean, isInvalid: boolean) {
  return {
    role: 'gridcell',
    'aria-selected': isSelected,
    ...(isOpen ? {} : { 'aria-readonly': true }),
    ...(isInvalid ? { 'aria-invalid': true } : {}),
  } as const;
}

const LOCKED = ['computed', 'held', 'closed', 'printed'];

/** The element id of the scrolled side of a line. */
const scrolledId = (gridId: string, index: number) => `${gridId}-${index}-scrolled`;

/**
 * To a screen reader a line is one row: its frozen side, which owns the scrolled one.
 * @returns the attributes of a side
 */
function sideRole({ side, gridId, index }: BudgetRowProps) {
  const scrolled = scrolledId(gridId, index);
  return side === 'frozen'
    ? { ...rowRole(index + 2), 'aria-owns': scrolled }
    : ({ role: 'presentation', id: scrolled } as const);
}

/**
 * One side of a line of a budget table. Drawn again only when the line's own contents, marks or selection change.
 *
 * The sides stand in panes of their own: cells that stick each by themselves are each a layer to the browser, and it
 * takes some milliseconds of every key to put a hundred of them together. For the same reason a cell is clipped only
 * where its text may not have room.
 */
export const BudgetRow = memo(function BudgetRow(props: BudgetRowProps) {
  const { side, table, places, gridId, index, row, selectedFrom, selectedTo, activeColumn } = props;
  const marks = props.marks.split(' ');
  const codeColumn = table.tree?.code;
  const isRemarked = row !== null && subjectRemark(table, row, props.subjects) !== null;
  const firstText = table.columns.find(({ id, type }) => type !== 'amount' && id !== codeColumn)?.id;
  const isRowSelected = selectedFrom === 0 && selectedTo === table.columns.length - 1;
  const isFrozenSide = side === 'frozen';
  const frozen = frozenCount(places);
  const from = isFrozenSide ? 0 : frozen;
  const columns = isFrozenSide ? table.columns.slice(0, frozen) : table.columns.slice(frozen);
  return (
    <div
      {...sideRole(props)}
      data-row={index}
      className={['budget-row', ...(props.isSum ? ['is-sum'] : []), ...(row ? [] : ['is-new'])].join(' ')}
    >
      {isFrozenSide ? (
        <div
          {...ROWHEAD_ROLE}
          data-rowhead
          className={isRowSelected ? 'budget-rowhead is-selected' : 'budget-rowhead'}
          style={{ width: HEAD_WIDTH }}
        >
          {row ? index + 1 : '＊'}
        </div>
      ) : null}
      {columns.map(({ type, id }, offset) => {
        const at = from + offset;
        const width = places[at]?.width ?? 0;
        const mark = marks[at] ?? 'typed';
        const findings = props.findings?.get(id);
        const severity = findings ? worstSeverity(findings) : null;
        const isSelected = at >= selectedFrom && at <= selectedTo;
        const text = type === 'amount' ? shownAmount(row?.[id] ?? '') : (row?.[id] ?? '');
        const indentPx = id === firstText ? INDENT * props.indent : 0;
        const classes = [
          'budget-cell',
          `is-${type}`,
          `is-${mark}`,
          ...(mayBeCut(text, width - indentPx) ? ['is-clipped'] : []),
          ...(isSelected ? ['is-selected'] : []),
          ...(at === activeColumn ? ['is-active'] : []),
          ...(severity === null ? [] : [`is-${severity}`]),
          ...(isRemarked && id === codeColumn ? ['is-remarked'] : []),
        ];
        return (
          <div
            key={id}
            id={cellId(gridId, index, at)}
            data-column={at}
            {...cellRole(isSelected, !LOCKED.includes(mark), severity === 'error')}
            className={classes.join(' ')}
            style={{ width, ...(indentPx > 0 ? { paddingLeft: 8 + indentPx } : {}) }}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
});
