import { tableRows } from '../domain/answers.ts';
import { type BudgetSheet, openSheet } from '../forms/arithmetic/budget-sheet.ts';
import { type Comparison, compareSheet } from '../forms/arithmetic/differences.ts';
import { isBudgetTable } from '../forms/arithmetic/settle.ts';
import { keptRows, shapeAnswers } from '../forms/shape.ts';
import type { CheckContext } from './context.ts';

/** A table with arithmetic as rules look at it, and its cells held against their formulas. */
export interface CheckedSheet {
  readonly sheet: BudgetSheet;
  readonly comparison: Comparison;
  /** A path of the shaped table as a path of the answers as given; the table's for a line that shaping adds. */
  ownPath(path: string): string;
}

const known = new WeakMap<CheckContext, readonly CheckedSheet[]>();

/** The tables with arithmetic of a form; several rules look at them. */
export function checkedSheets(context: CheckContext): readonly CheckedSheet[] {
  const before = known.get(context);
  if (before) return before;
  const made = makeSheets(context);
  known.set(context, made);
  return made;
}

function makeSheets({ definition, content, surroundings }: CheckContext): CheckedSheet[] {
  const budgets = definition.tables.filter(isBudgetTable);
  if (budgets.length === 0) return [];
  const shaped = shapeAnswers(definition, content.answers);
  return budgets.flatMap((table) => {
    const sheet = openSheet(definition, table.id, shaped, surroundings.tables);
    if (!sheet) return [];
    const kept = keptRows(table, tableRows(content.answers, table.id));
    const ownPath = (path: string): string => {
      const [head = '', row = '', column = ''] = path.split('.');
      const index = kept[Number(row)] ?? -1;
      return index < 0 ? head : `${head}.${index}.${column}`;
    };
    return [{ sheet, comparison: compareSheet(sheet), ownPath }];
  });
}
