import { memo } from 'react';
import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import type { SubjectDictionary } from '../../shared/subjects/dictionary.ts';
import { shownAmount } from '../app/amount-text.ts';
import type { RowFindings } from '../sheet/cell-findings.ts';
import { worstSeverity } from '../sheet/cell-findings.ts';
import { cellId, rowRole } from '../sheet/sheet-row.tsx';
import type { ColumnPlace } from './columns.ts';
import { HEAD_WIDTH } from './columns.ts';
import { subjectRemark } from './subject-search.ts';

/** Height of a line, px. */
export const ROW_HEIGHT = 30;
/** What the text of a line under another one is set in, px. */
const INDENT = 14;

export interface BudgetRowProps {
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
  readonly dictionary: SubjectDictionary | null;
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

/** One line of a budget table. Drawn again only when its own contents, marks or selection change. */
export const BudgetRow = memo(function BudgetRow(props: BudgetRowProps) {
  const { table, places, gridId, index, row, selectedFrom, selectedTo, activeColumn } = props;
  const marks = props.marks.split(' ');
  const codeColumn = table.tree?.code;
  const isRemarked = row !== null && subjectRemark(table, row, props.dictionary) !== null;
  const firstText = table.columns.find(({ id, type }) => type !== 'amount' && id !== codeColumn)?.id;
  const isRowSelected = selectedFrom === 0 && selectedTo === table.columns.length - 1;
  return (
    <div
      {...rowRole(index + 2)}
      data-row={index}
      className={['budget-row', ...(props.isSum ? ['is-sum'] : []), ...(row ? [] : ['is-new'])].join(' ')}
      style={{ top: index * ROW_HEIGHT }}
    >
      <div
        {...ROWHEAD_ROLE}
        data-rowhead
        className={isRowSelected ? 'budget-rowhead is-selected' : 'budget-rowhead'}
        style={{ width: HEAD_WIDTH }}
      >
        {row ? index + 1 : '＊'}
      </div>
      {table.columns.map((column, at) => {
        const { type, id } = column;
        const place = places[at];
        const mark = marks[at] ?? 'typed';
        const findings = props.findings?.get(id);
        const severity = findings ? worstSeverity(findings) : null;
        const isSelected = at >= selectedFrom && at <= selectedTo;
        const text = row?.[id] ?? '';
        const classes = [
          'budget-cell',
          `is-${type}`,
          `is-${mark}`,
          ...(place?.isFrozen ? ['is-frozen'] : []),
          ...(isSelected ? ['is-selected'] : []),
          ...(at === activeColumn ? ['is-active'] : []),
          ...(severity === null ? [] : [`is-${severity}`]),
          ...(isRemarked && id === codeColumn ? ['is-remarked'] : []),
        ];
        const isLead = id === firstText && props.indent > 0;
        return (
          <div
            key={id}
            id={cellId(gridId, index, at)}
            data-column={at}
            {...cellRole(isSelected, !LOCKED.includes(mark), severity === 'error')}
            className={classes.join(' ')}
            style={{
              width: place?.width,
              ...(place?.isFrozen ? { left: place.left } : {}),
              ...(isLead ? { paddingLeft: 8 + INDENT * props.indent } : {}),
            }}
          >
            {type === 'amount' ? shownAmount(text) : text}
          </div>
        );
      })}
    </div>
  );
});
