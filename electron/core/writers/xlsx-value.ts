import { writableText } from './xml-text.ts';

/** Excel keeps 15 digits of a number. */
const EXACT_DIGITS = 15;
/** Longer texts in a cell formatted as text are shown as ##### by older Excels. */
const MOST_TEXT_FORMAT = 255;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/u;

/** What goes into a cell, and its number format if it needs one. */
export interface XlsxValue {
  readonly value: string | number | null;
  readonly format?: string;
}

/** Excel's longest text in a cell, in utf-16 units. */
export const MOST_CELL_CHARACTERS = 32_767;

/**
 * An amount as a number that shows just the digits typed, so that people can add it up; undefined where a number
 * cannot keep them (more than 15 digits, leading zeros, `-0`).
 */
export function exactNumber(text: string): XlsxValue | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const fraction = match[1] ?? '';
  const digits = text.replace(/\D/gu, '').replace(/^0+/u, '').length;
  const value = Number(text);
  if (digits > EXACT_DIGITS || fraction.length > EXACT_DIGITS || value.toFixed(fraction.length) !== text)
    return undefined;
  return { value, format: fraction === '' ? '0' : `0.${'0'.repeat(fraction.length)}` };
}

/** A text as a cell that stays text, also when it is edited in Excel: `=1+1`, `-`, `@`. */
export function textValue(text: string): XlsxValue {
  const clean = writableText(text);
  if (clean === '') return { value: null };
  const looksLikeFormula = /^[=+\-@]/u.test(clean) && clean.length <= MOST_TEXT_FORMAT;
  return looksLikeFormula ? { value: clean, format: '@' } : { value: clean };
}
