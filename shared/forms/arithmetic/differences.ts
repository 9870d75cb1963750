import type { AnswerCell } from '../../domain/answers.ts';
import type { BudgetSheet } from './budget-sheet.ts';
import type { CellFormula } from './cell-formulas.ts';
import { formulaWords } from './where-from.ts';

/** A cell that says something else than what it follows from. */
export interface Difference {
  readonly path: string;
  /** As the record keeps it; null where nothing stands there. */
  readonly printed: AnswerCell;
  readonly computed: AnswerCell;
  /** The absolute difference, decimal text in the form's unit. */
  readonly difference: string;
  /** The formula in words. */
  readonly words: string;
  /** How many amounts went into it: each may have been rounded. */
  readonly addends: number;
  /** True where the cell is computed by this formula, and can be corrected by it. */
  readonly isOwn: boolean;
  /** True where a person may let the two differ. */
  readonly mayDiffer: boolean;
  /** True where the formula uses other tables. */
  readonly isFromOthers: boolean;
}

/** A cell that could not be compared, and why. */
export interface Unchecked {
  readonly path: string;
  readonly words: string;
  readonly isFromOthers: boolean;
}

export interface Comparison {
  readonly compared: number;
  readonly differences: readonly Difference[];
  readonly unchecked: readonly Unchecked[];
}

/** Holds every cell that follows from others against its formulas. Empty and 0 are the same. */
export function compareSheet(sheet: BudgetSheet): Comparison {
  const differences: Difference[] = [];
  const unchecked: Unchecked[] = [];
  let compared = 0;
  const compare = (formula: CellFormula, isOwn: boolean): void => {
    const printed = sheet.valueOf(formula.cell);
    const computed = sheet.evaluate(formula);
    const path = sheet.pathOf(formula.cell);
    const words = formulaWords(sheet, formula);
    const isFromOthers = formula.otherPlus.length + formula.otherMinus.length > 0;
    if (printed === undefined || computed === undefined) {
      unchecked.push({ path, words, isFromOthers });
      return;
    }
    compared += 1;
    const apart = (printed ?? 0n) - (computed ?? 0n);
    if (apart === 0n) return;
    const text = sheet.textIn(formula.cell);
    differences.push({
      path,
      printed: text === '' ? null : text,
      computed: sheet.textFor(computed),
      difference: sheet.textFor(apart < 0n ? -apart : apart) ?? '0',
      words,
      addends: formula.plus.length + formula.minus.length + formula.otherPlus.length + formula.otherMinus.length,
      isOwn,
      mayDiffer: formula.mayDiffer,
      isFromOthers,
    });
  };
  for (const formula of sheet.formulas.computing.values()) compare(formula, true);
  for (const formula of sheet.formulas.checking) compare(formula, false);
  return { compared, differences, unchecked };
}
