import { saysNone } from '../../shared/checks/indicators.ts';
import { fillDown } from '../../shared/forms/shape.ts';
import { fillRow, formCategory } from '../../shared/indicators/fill-row.ts';
import { type IndicatorColumns, innermostCategory } from '../../shared/indicators/indicator-columns.ts';
import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { standardCategory } from '../../shared/indicators/standard-category.ts';
import { insertRow, type Rows, sameCategory, setTexts } from '../sheet/sheet-rows.ts';

/** The rows of a form with an indicator put in, and the cell where the person goes on. */
export interface InsertedIndicator {
  readonly rows: Rows;
  readonly row: number;
  readonly column: string;
}

/**
 * Puts an indicator of the library into a form: behind the last one of its category, or in that one's place where it
 * says nothing (empty, 无).
 * @returns undefined where the table is full
 */
export function insertIndicator(
  columns: IndicatorColumns,
  rows: Rows,
  indicator: LibraryIndicator,
  fiscalYear: number,
): InsertedIndicator | undefined {
  const { table, categories, name, target } = columns;
  const filled = fillDown(categories, rows);
  const last = filled.findLastIndex((row) => standardCategory(innermostCategory(columns, row)) === indicator.level2);
  const like = filled[last];
  const text = (like?.[name] ?? '').trim();
  const isFree = like !== undefined && (text === '' || saysNone(text));
  if (!isFree && rows.length >= table.maxRows) return undefined;
  const category = like ? sameCategory(table, like) : formCategory(table, indicator.level2);
  const at = isFree ? last : last < 0 ? rows.length : last + 1;
  // A form that prints 无 for an empty category has it in the target too.
  const emptied = target.kind === 'whole' ? { [target.column]: '' } : {};
  const begun = isFree ? setTexts(table, rows, at, emptied) : insertRow(table, rows, at, category);
  const filling = fillRow(columns, begun[at] ?? {}, indicator, fiscalYear);
  return { rows: setTexts(table, begun, at, filling.texts), row: at, column: filling.begin?.column ?? name };
}
