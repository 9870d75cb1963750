import type { AmountUnit } from '../../shared/domain/amount.ts';
import { addAmounts, groupThousands, parseAmount } from '../../shared/domain/amount.ts';
import { amountInCapitals } from '../../shared/domain/capitals.ts';

/** What stands in an amount field. */
export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly amount: string }
  /** A small sum (`=12.5+3`); `amount` is what it comes to, undefined while it is not finished or no sum. */
  | { readonly kind: 'sum'; readonly amount: string | undefined }
  | { readonly kind: 'words' };

const ADDEND = /([+-]?)([^+-]+)/gu;

function addUp(expression: string): string | undefined {
  const plain = expression.normalize('NFKC').replace(/[−–—]/gu, '-').replace(/\s/gu, '');
  if (!/^[+-]?[^+-]+([+-][^+-]+)*$/u.test(plain)) return undefined;
  const addends = [...plain.matchAll(ADDEND)].map(([, sign = '', digits = '']) => {
    const amount = parseAmount(digits);
    return amount === undefined ? undefined : `${sign === '-' ? '-' : ''}${amount}`;
  });
  return addends.every((addend) => addend !== undefined) ? addAmounts(addends) : undefined;
}

/** Reads what was typed into an amount field: an amount, a sum that begins with `=`, or neither. */
export function readAmount(text: string): AmountReading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  if (/^[=＝]/u.test(trimmed)) return { kind: 'sum', amount: addUp(trimmed.slice(1)) };
  const amount = parseAmount(trimmed);
  return amount === undefined ? { kind: 'words' } : { kind: 'amount', amount };
}

/** What is entered when the field is left: digits of an amount, the result of a sum, any other text as it is. */
export function settledAmount(text: string): string {
  const reading = readAmount(text);
  if (reading.kind === 'amount') return reading.amount;
  if (reading.kind === 'sum') return reading.amount ?? text;
  return reading.kind === 'empty' ? '' : text;
}

/** How the field shows its text while one is elsewhere: with thousands separators. */
export function shownAmount(text: string): string {
  const reading = readAmount(text);
  return reading.kind === 'amount' ? groupThousands(reading.amount) : text;
}

/** What there is to say about what was typed: an amount in capitals, what a finished sum comes to; null for the rest. */
export function amountRemark(text: string, unit: AmountUnit): string | null {
  const reading = readAmount(text);
  if (reading.kind === 'amount') return amountInCapitals(reading.amount, unit) ?? null;
  if (reading.kind !== 'sum' || reading.amount === undefined) return null;
  return `合计 ${groupThousands(reading.amount)} ${unit}`;
}
