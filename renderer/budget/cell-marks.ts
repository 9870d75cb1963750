import type { AnswerRow } from '../../shared/domain/answers.ts';
import type { BudgetSheet } from '../../shared/forms/arithmetic/budget-sheet.ts';
import { hasOpenLines, isOpenText } from './lines.ts';

/**
 * What is to be seen of a cell. `held`: computed, but it says something else; `differing`: a suggestion was typed over;
 * `printed`: a text of the form itself.
 */
export type CellMark = 'typed' | 'computed' | 'held' | 'suggested' | 'differing' | 'closed' | 'text' | 'printed';

/** The marks of a row's cells, one for each column. */
export function rowMarks(sheet: BudgetSheet, row: AnswerRow | null, index: number): CellMark[] {
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
