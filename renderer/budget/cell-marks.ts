import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { BudgetSheet } from '../../shared/forms/arithmetic/budget-sheet.ts';
import { hasOpenLines, isOpenText } from './lines.ts';

/**
 * What is to be seen of a cell. `held`: computed, but it says something else; `differing`: a suggestion was typed over;
 * `printed`: a text of the form itself.
 */
export type CellMark = 'typed' | 'computed' | 'held' | 'suggested' | 'differing' | 'closed' | 'text' | 'printed';

interface Known {
  readonly sheet: BudgetSheet;
  readonly index: number;
  readonly marks: string;
}

/**
 * The marks of rows, remembered as long as a row stays the same. What does not hold is looked at again every time: it
 * comes to hold when others change.
 */
export class RowMarks {
  readonly #known = new WeakMap<AnswerRow, Known>();

  /** The marks of a row's cells, one word for each column. */
  of(sheet: BudgetSheet, row: AnswerRow | null, index: number): string {
    const known = row === null ? undefined : this.#known.get(row);
    if (known?.sheet === sheet && known.index === index) return known.marks;
    const own = rowMarks(sheet, row, index);
    const marks = own.join(' ');
    if (row && !own.some((mark) => mark === 'held' || mark === 'differing'))
      this.#known.set(row, { sheet, index, marks });
    return marks;
  }
}

function rowMarks(sheet: BudgetSheet, row: AnswerRow | null, index: number): CellMark[] {
  const { table } = sheet;
  if (row === null) return table.columns.map(({ type }) => (type === 'amount' && table.tree ? 'closed' : 'typed'));
  return table.columns.map(({ id, type }): CellMark => {
    if (type !== 'amount') return isOpenText(table, row, id) ? 'text' : hasOpenLines(table) ? 'text' : 'printed';
    const path = `${table.id}.${index}.${id}`;
    const kind = sheet.kindOf(path) ?? 'closed';
    if (kind === 'computed') return sheet.isHeld(path) ? 'held' : kind;
    return kind === 'suggested' && sheet.isHeld(path) ? 'differing' : kind;
  });
}
