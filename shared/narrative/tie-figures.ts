import { addAmounts, compareAmounts, convertAmount } from '../domain/amount.ts';
import { normaliseLabel } from '../grid/normalise.ts';
import { type Figure, figuresIn } from './figures.ts';
import type { Quote } from './quote.ts';
import { CHANGE_WORDS } from './quote.ts';
import { type QuotedTables, type QuotedValue, quotedValue } from './quoted-value.ts';

/** A figure of a text, known to stand for a cell. */
export interface Tie {
  readonly figure: Figure;
  readonly quote: Quote;
  /** What the tables say; undefined where they, or last year's, are not there. */
  readonly expected: QuotedValue | undefined;
  /** Undefined where nothing can be said. */
  readonly agrees: boolean | undefined;
}

/** Words as they are compared: without quotation marks, width and spaces. */
const plain = (words: string): string => normaliseLabel(words).replace(/["“”'‘’「」]/gu, '');

/** What may stand in front of a label without making it the name of something else (基本公卫项目支出 is no 项目支出). */
const LEADING_IN =
  /^(?:其中|包括|以及|和|及|与|我|本|部门|单位|地区|当年|本年|全年|年初|年|一般|日常|财政|拨款|安排|的|中|共)*$/u;

/** The quote whose label ends the words in front of a figure; the longest label says most. */
function quoteOf(figure: Figure, quotes: readonly Quote[]): Quote | undefined {
  const lead = plain(figure.lead);
  let best: { readonly quote: Quote; readonly length: number } | undefined;
  for (const quote of quotes) {
    if (quote.isChange !== (figure.change !== null)) continue;
    for (const label of quote.labels.map(plain)) {
      if (label.length <= (best?.length ?? 0) || !lead.endsWith(label)) continue;
      if (LEADING_IN.test(lead.slice(0, -label.length))) best = { quote, length: label.length };
    }
  }
  return best?.quote;
}

const YI_IN_WAN = 4;

/** The stated amount in 万元, exactly. */
function statedAmount({ amount, unit }: Figure): string | undefined {
  if (unit !== '亿元') return convertAmount(amount, unit, '万元');
  const [whole = '', fraction = ''] = amount.split('.');
  const shifted = fraction.padEnd(YI_IN_WAN, '0');
  return addAmounts([`${whole}${shifted.slice(0, YI_IN_WAN)}.${shifted.slice(YI_IN_WAN) || '0'}`]);
}

function isSame(figure: Figure, expected: QuotedValue): boolean {
  const stated = statedAmount(figure);
  if (stated === undefined || compareAmounts(stated, expected.amount) !== 0) return false;
  return figure.change === null || expected.sign === 0 || figure.change.sign === expected.sign;
}

/** Ties the figures of a text to the cells they quote. Figures that quote nothing known are left out. */
export function tieFigures(text: string, quotes: readonly Quote[], tables: QuotedTables): Tie[] {
  return figuresIn(text).flatMap((figure) => {
    const quote = quoteOf(figure, quotes);
    if (!quote) return [];
    const expected = quotedValue(quote, tables);
    return [{ figure, quote, expected, agrees: expected && isSame(figure, expected) }];
  });
}

/** The text with figures put right that do not agree; words of more and less follow the sign. */
export function correctFigures(text: string, ties: readonly Tie[]): string {
  let corrected = text;
  for (const { figure, expected, agrees } of [...ties].reverse()) {
    if (agrees !== false || expected === undefined) continue;
    const amount = figure.unit === '元' ? convertAmount(expected.amount, '万元', '元') : expected.amount;
    // A text in 亿元 rounds as its author saw fit.
    if (amount === undefined || figure.unit === '亿元') continue;
    corrected = corrected.slice(0, figure.start) + amount + corrected.slice(figure.end);
    if (figure.change === null || expected.sign === 0) continue;
    const word = expected.sign > 0 ? CHANGE_WORDS.more : CHANGE_WORDS.less;
    if (figure.change.sign !== expected.sign) {
      corrected = corrected.slice(0, figure.change.start) + word + corrected.slice(figure.change.end);
    }
  }
  return corrected;
}
