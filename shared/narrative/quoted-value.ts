import { addAmounts, fenToAmount } from '../domain/amount.ts';
import type { CellValue, OtherTables } from '../forms/arithmetic/other-tables.ts';
import { otherValue } from '../forms/arithmetic/other-tables.ts';
import { CHANGE_WORDS, type Quote } from './quote.ts';

/** The tables a text may quote: those of its unit and year, and of the year before. */
export interface QuotedTables {
  readonly now: OtherTables;
  readonly before: OtherTables;
}

/** What the tables say a quoted figure is. */
export interface QuotedValue {
  /** In 万元, with two decimals or more, as budgets are printed; without a sign where it is a change. */
  readonly amount: string;
  /** Of a change; 0 where the figure is none. */
  readonly sign: -1 | 0 | 1;
}

function printed(fen: bigint): string {
  const amount = fenToAmount(fen, '万元');
  return addAmounts([amount, '0.00']) ?? amount;
}

/** The value a quote stands for; an empty cell is nothing. Undefined where the tables, or last year's, are not there. */
export function quotedValue(quote: Quote, { now, before }: QuotedTables): QuotedValue | undefined {
  const value = otherValue(now, quote.cell);
  if (value === undefined) return undefined;
  if (!quote.isChange) return { amount: printed(value ?? 0n), sign: 0 };
  const last: CellValue = otherValue(before, quote.cell);
  if (last === undefined) return undefined;
  const difference = (value ?? 0n) - (last ?? 0n);
  const size = difference < 0n ? -difference : difference;
  return { amount: printed(size), sign: difference > 0n ? 1 : difference < 0n ? -1 : 0 };
}

/** A change in words: 增加5.00, 减少5.00, 持平. */
export function changeInWords({ amount, sign }: QuotedValue): string {
  if (sign === 0) return CHANGE_WORDS.none;
  return `${sign > 0 ? CHANGE_WORDS.more : CHANGE_WORDS.less}${amount}`;
}
