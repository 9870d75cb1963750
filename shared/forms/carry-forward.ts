import { type AnswerRow, type Answers, fieldText, tableRows, withField, withRows } from '../domain/answers.ts';
import { parsePeriod } from '../domain/period.ts';
import type { FormDefinition } from './definition.ts';
import { placedTexts } from './placed-texts.ts';

/** How a form goes over into another year. */
export interface CarryOptions {
  readonly fromYear: number;
  readonly toYear: number;
  /** Whether amounts stay as they are or are to be filled in anew. Targets always stay. */
  readonly amounts: 'keep' | 'clear';
}

/** A place that still names the year the form comes from. */
export interface Leftover {
  readonly path: string;
  /** The mention with a few words around it. */
  readonly text: string;
}

export interface CarriedForm {
  readonly answers: Answers;
  readonly leftovers: readonly Leftover[];
}

/**
 * A form of one year as the beginning of another year's. Terms are moved on by the difference; a term that reaches
 * into the new year stays, the project still runs. A year written in a text is never changed: who wrote it must
 * decide, so it is listed.
 */
export function carryForward(definition: FormDefinition, answers: Answers, options: CarryOptions): CarriedForm {
  let carried = answers;
  for (const { id, type } of definition.fields) {
    const text = fieldText(carried, id);
    if (type === 'period' && text !== '') carried = withField(carried, id, movedTerm(text, options));
    else if (type === 'amount' && options.amounts === 'clear') carried = withField(carried, id, null);
  }
  for (const table of definition.tables) {
    const rows = tableRows(carried, table.id).map((row): AnswerRow => {
      const next: Record<string, string | null> = { ...row };
      for (const { id, type } of table.columns) {
        const text = row[id] ?? '';
        if (type === 'period' && text !== '') next[id] = movedTerm(text, options);
        else if (type === 'amount' && options.amounts === 'clear') next[id] = null;
      }
      return next;
    });
    if (rows.length > 0) carried = withRows(carried, table.id, rows);
  }
  return { answers: carried, leftovers: findLeftovers(definition, carried, options.fromYear) };
}

function movedTerm(text: string, { fromYear, toYear }: CarryOptions): string {
  const period = parsePeriod(text);
  if (period.kind !== 'range' || Number(period.end.slice(0, 4)) >= toYear) return text;
  return shiftPeriod(text, toYear - fromYear);
}

/** A year at the beginning of a date: not part of a longer number, unless that is a day in one piece (`20260101`). */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=\D|$|\d{4}(?!\d))/gu;
const SHORT_LEAP_DAY = /(?<!\d)(0?2[月./-])29(?!\d)/gu;
const COMPACT_LEAP_DAY = /(?<!\d)(\d{4}02)29(?!\d)/gu;

/**
 * Moves the years of a term, and leaves everything else as it was written (`2025.1-12月` by 1 → `2026.1-12月`).
 * A 29th of February that the new year does not have becomes the 28th.
 * @returns the text unchanged where it is no term with dates
 */
export function shiftPeriod(text: string, years: number): string {
  if (parsePeriod(text).kind !== 'range') return text;
  const plain = text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  const moved = plain.replace(YEAR, (year) => String(Number(year) + years));
  const isRange = (candidate: string): boolean => parsePeriod(candidate).kind === 'range';
  if (isRange(moved)) return moved;
  const mended = moved.replace(SHORT_LEAP_DAY, '$128').replace(COMPACT_LEAP_DAY, '$128');
  return isRange(mended) ? mended : text;
}

/** Characters shown before and after a mention. */
const AROUND = 14;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * The texts that name a year, in digits or in words (`二〇二五年`). Amounts and bare figures are no texts.
 * One mention a place: whoever goes there sees the others.
 */
export function findLeftovers(definition: FormDefinition, answers: Answers, year: number): Leftover[] {
  const words = [...String(year)].map((digit) => CHINESE_DIGITS[Number(digit)] ?? '').join('');
  const pattern = new RegExp(`(?<!\\d)${year}(?:\\d{2}){0,2}(?!\\d)|${words.replaceAll('〇', '[〇○零]')}`, 'u');
  return placedTexts(definition, answers).flatMap(({ path, type, text }): Leftover[] => {
    if (type === 'amount' || type === 'figure') return [];
    const plain = text.normalize('NFKC');
    const found = pattern.exec(plain);
    // A term that runs on into the new year names its first year rightly.
    if (!found || (type === 'period' && parsePeriod(text).kind === 'range')) return [];
    const from = Math.max(0, found.index - AROUND);
    const to = found.index + found[0].length + AROUND;
    const around = plain.slice(from, to).replaceAll('\n', ' ');
    return [{ path, text: `${from > 0 ? '…' : ''}${around}${to < plain.length ? '…' : ''}` }];
  });
}
