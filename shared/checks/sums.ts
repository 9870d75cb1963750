import { absoluteAmount, addAmounts, compareAmounts, parseAmount, subtractAmounts } from '../domain/amount.ts';
import { answerAt } from '../domain/answers.ts';
import { fieldOf } from '../forms/shape.ts';
import { sumTerm } from '../forms/sum-terms.ts';
import type { CheckContext } from './context.ts';

/** A total and its parts in one form, as paths (see `answerAt`). */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** How one total stands to its parts. Amounts are decimal text in the form's unit. */
export type SumState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly path: string }
  | { readonly kind: 'equal' }
  | {
      readonly kind: 'different';
      readonly path: string;
      /** `null` when the total is not filled in. */
      readonly total: string | null;
      readonly sum: string;
      /** Absolute difference. */
      readonly difference: string;
      /** True where the difference can come from rounding the parts, see `couldBeRounding`. */
      readonly isRounding: boolean;
    };

/** What rounding to two decimals can move: 0.01 in the form's unit per rounded addend. */
const ROUNDING_STEP = '0.01';

function decimals(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/**
 * Digits suggest rounding when total and at least two parts are all written with exactly two decimals; then each
 * part may be off by `ROUNDING_STEP`. Everything else must hold exactly.
 */
function couldBeRounding(total: string, parts: readonly string[], difference: string): boolean {
  const addends = parts.filter((part) => compareAmounts(part, '0') !== 0);
  if (addends.length < 2 || [total, ...addends].some((amount) => decimals(amount) !== 2)) return false;
  const tolerance = addAmounts(addends.map(() => ROUNDING_STEP)) ?? '0';
  return compareAmounts(difference, tolerance) !== 1;
}

/** Compares a total with its parts, exactly; empty parts are 0 as soon as one part is given. */
export function sumState({ content }: CheckContext, { total: totalPath, parts }: Sum): SumState {
  const totalText = answerAt(content.answers, totalPath).trim();
  const given = parts
    .map((path) => ({ path, text: answerAt(content.answers, path).trim() }))
    .filter(({ text }) => text !== '');
  if (given.length === 0) return { kind: 'empty' };
  const amounts: string[] = [];
  for (const { path, text } of given) {
    const amount = parseAmount(text);
    if (amount === undefined) return { kind: 'unreadable', path };
    amounts.push(amount);
  }
  const sum = addAmounts(amounts) ?? '0';
  if (totalText === '')
    return { kind: 'different', path: totalPath, total: null, sum, difference: sum, isRounding: false };
  const total = parseAmount(totalText);
  if (total === undefined) return { kind: 'unreadable', path: totalPath };
  const difference = absoluteAmount(subtractAmounts(total, sum) ?? '0');
  if (compareAmounts(difference, '0') === 0) return { kind: 'equal' };
  return {
    kind: 'different',
    path: totalPath,
    total,
    sum,
    difference,
    isRounding: couldBeRounding(total, amounts, difference),
  };
}

/** The label of a field; its id when the definition does not have it. */
export function fieldLabel({ definition }: CheckContext, id: string): string {
  return fieldOf(definition, id)?.label ?? id;
}

/**
 * The sums a definition states, for the rows that are there, one list per rule: a total that is a column is the sum of
 * each row; a part that is a column stands for all of its rows.
 */
export function statedSums({ definition, rowsOf }: CheckContext): Sum[][] {
  const rowPaths = (table: string): string[] =>
    (rowsOf.get(table) ?? []).filter((row) => row.hasContents).map(({ index }) => `${table}.${index}`);
  return definition.rules.flatMap((rule): Sum[][] => {
    if (rule.kind !== 'sum') return [];
    const whole = sumTerm(definition, rule.total);
    if (whole?.kind === 'column') {
      const columns = rule.parts.flatMap((part) => {
        const term = sumTerm(definition, part);
        return term?.kind === 'column' && term.table === whole.table ? [term.column.id] : [];
      });
      const inRow = (row: string): Sum => ({
        total: `${row}.${whole.column.id}`,
        parts: columns.map((column) => `${row}.${column}`),
      });
      return [rowPaths(whole.table.id).map(inRow)];
    }
    const parts = rule.parts.flatMap((part) => {
      const term = sumTerm(definition, part);
      return term?.kind === 'column' ? rowPaths(term.table.id).map((row) => `${row}.${term.column.id}`) : [part];
    });
    return [[{ total: rule.total, parts }]];
  });
}
