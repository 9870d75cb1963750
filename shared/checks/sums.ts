import { absoluteAmount, addAmounts, compareAmounts, parseAmount, subtractAmounts } from '../domain/amount.ts';
import { fieldText } from '../domain/answers.ts';
import type { FormRule } from '../forms/definition.ts';
import { fieldOf } from '../forms/shape.ts';
import type { CheckContext } from './context.ts';

type SumRule = Extract<FormRule, { kind: 'sum' }>;

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
export function sumState({ content }: CheckContext, rule: SumRule): SumState {
  const totalText = fieldText(content.answers, rule.total).trim();
  const given = rule.parts
    .map((path) => ({ path, text: fieldText(content.answers, path).trim() }))
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
    return { kind: 'different', path: rule.total, total: null, sum, difference: sum, isRounding: false };
  const total = parseAmount(totalText);
  if (total === undefined) return { kind: 'unreadable', path: rule.total };
  const difference = absoluteAmount(subtractAmounts(total, sum) ?? '0');
  if (compareAmounts(difference, '0') === 0) return { kind: 'equal' };
  return {
    kind: 'different',
    path: rule.total,
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

/** The sums a definition states. */
export function sumRules({ definition }: CheckContext): SumRule[] {
  return definition.rules.filter((rule) => rule.kind === 'sum');
}
