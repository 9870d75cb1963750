import type { Quote } from './quote.ts';
import { changeInWords, type QuotedTables, quotedValue } from './quoted-value.ts';

/** What stands where a figure is not known, for a person to fill in. */
export const UNKNOWN_FIGURE = '＿＿＿';

/**
 * A text from its draft wording: `{fiscalYear}`, `{lastYear}` and the figures by their quotes' ids; a change with its
 * word (`较上年{incomeChange}万元` → `较上年减少5.00万元`, `较上年持平`).
 */
export function writeDraft(draft: string, fiscalYear: number, quotes: readonly Quote[], tables: QuotedTables): string {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  return draft.replace(/\{(\w+)\}(万元)?/gu, (whole, name: string, unit = '') => {
    if (name === 'fiscalYear') return `${fiscalYear}${unit}`;
    if (name === 'lastYear') return `${fiscalYear - 1}${unit}`;
    const quote = byId.get(name);
    if (!quote) return whole;
    const value = quotedValue(quote, tables);
    if (!value) return `${UNKNOWN_FIGURE}${unit}`;
    if (!quote.isChange) return `${value.amount}${unit}`;
    return value.sign === 0 ? changeInWords(value) : `${changeInWords(value)}${unit}`;
  });
}
