/**
 * Terms of projects (项目实施期, 项目期限) as people write them: `2026.01.01-2026.12.31`, `2026年1-12月`, `2025-2027年`,
 * `3年`, `长期`. Dates are ISO text (`2026-01-01`), so that comparing texts compares days.
 */
export type Period =
  | {
      readonly kind: 'range';
      /** First and last day, as written: the end may lie before the start. */
      readonly start: string;
      readonly end: string;
    }
  /** A length without dates. */
  | { readonly kind: 'length'; readonly months: number }
  /** Words for "no fixed end". */
  | { readonly kind: 'open' }
  | { readonly kind: 'unreadable'; readonly reason: 'noDate' | 'impossibleDate' };

interface Point {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const YEAR = '(?:19|20)\\d{2}';
const FULL_DAY = `(?<Y>${YEAR})(?:(?<s>[./-])(?<M>\\d{1,2})\\k<s>(?<D>\\d{1,2})|年(?<M2>\\d{1,2})月(?<D2>\\d{1,2})[日号]?|(?<M3>\\d{2})(?<D3>\\d{2}))`;
const FULL_MONTH = `(?<Y>${YEAR})[年./-](?<M>\\d{1,2})月?(?:份)?`;
const FULL_YEAR = `(?<Y>${YEAR})(?:年度?)?`;
const POINTS = [FULL_DAY, FULL_MONTH, FULL_YEAR].map((pattern) => new RegExp(`^${pattern}$`, 'u'));
/** An end that leaves the year to the start: 12月31日, 12.31, 12月, 12. */
const SHORT_DAY = /^(?<M>\d{1,2})[月./-](?<D>\d{1,2})[日号]?$/u;
const SHORT_MONTH = /^(?<M>\d{1,2})(?:月份?)?$/u;
const DASHES = /[-~至到]/gu;

const OPEN = /^(?:长期|持续|常年|永久|经常性|长期持续|长期实施|持续实施|无固定期限)(?:项目|性)?$/u;
const LENGTH = /^(?<count>\d{1,3}|[一二两三四五六七八九十]|半)(?:个)?(?<unit>年|月)(?:期|度)?$/u;
const CHINESE_DIGITS = '零一二三四五六七八九十';

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[—–−－～―]+|--+/gu, (dash) => (dash === '～' ? '~' : '-'))
    .replace(/\([^()]*\)$/u, '')
    .replace(/^[自从]|[止底末]$|全年$/gu, '');
}

function pointOf(groups: { [name: string]: string | undefined }, year?: number): Point {
  const pick = (...names: readonly string[]): number | undefined => {
    const found = names.map((name) => groups[name]).find((group) => group !== undefined);
    return found === undefined ? undefined : Number(found);
  };
  return { year: pick('Y') ?? year ?? 0, month: pick('M', 'M2', 'M3'), day: pick('D', 'D2', 'D3') };
}

function readPoint(text: string): Point | undefined {
  for (const pattern of POINTS) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return pointOf(groups);
  }
  return undefined;
}

function readEnd(text: string, start: Point): Point | undefined {
  const whole = readPoint(text);
  if (whole) return whole;
  if (start.month === undefined) return undefined;
  const pattern = start.day === undefined ? SHORT_MONTH : SHORT_DAY;
  const groups = pattern.exec(text)?.groups;
  return groups && pointOf(groups, start.year);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPossible({ year, month, day }: Point): boolean {
  if (month === undefined) return true;
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysIn(year, month)));
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function rangeOf(start: Point, end: Point): Period {
  if (!isPossible(start) || !isPossible(end)) return { kind: 'unreadable', reason: 'impossibleDate' };
  const lastMonth = end.month ?? 12;
  return {
    kind: 'range',
    start: isoDate(start.year, start.month ?? 1, start.day ?? 1),
    end: isoDate(end.year, lastMonth, end.day ?? daysIn(end.year, lastMonth)),
  };
}

function lengthOf(count: string, unit: string): Period {
  const months = unit === '年' ? 12 : 1;
  if (count === '半') return { kind: 'length', months: months / 2 };
  const digit = CHINESE_DIGITS.indexOf(count === '两' ? '二' : count);
  return { kind: 'length', months: months * (/^\d/u.test(count) ? Number(count) : digit) };
}

/** Reads a term; full-width digits, spaces, and all usual dashes are taken. */
export function parsePeriod(text: string): Period {
  const written = plain(text);
  if (OPEN.test(written)) return { kind: 'open' };
  const length = LENGTH.exec(written)?.groups;
  if (length) return lengthOf(length.count ?? '', length.unit ?? '');
  const single = readPoint(written);
  if (single) return rangeOf(single, single);
  for (const { index } of written.matchAll(DASHES)) {
    const start = readPoint(written.slice(0, index));
    const end = start && readEnd(written.slice(index + 1), start);
    if (start && end) return rangeOf(start, end);
  }
  return { kind: 'unreadable', reason: 'noDate' };
}
