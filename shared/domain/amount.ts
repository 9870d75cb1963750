/**
 * Amounts of money as decimal text. What a person typed is kept digit by digit
 * (`5.00` stays `5.00`); arithmetic runs on scaled big integers, never on floating point.
 */

/** The unit a form counts money in. 1 万元 = 10,000 元 = 1,000,000 分. */
export type AmountUnit = '元' | '万元';

const AMOUNT = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FEN_DIGITS: Record<AmountUnit, number> = { 元: 2, 万元: 6 };

interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/**
 * Reads an amount as people write it: full-width digits, thousands separators and spaces are taken.
 * @returns decimal text with the digits as typed (`"1,937.92 "` → `"1937.92"`), or undefined when it is no amount.
 */
export function parseAmount(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,、﹐]/gu, '')
    .replace(/−/gu, '-');
  const match = AMOUNT.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction] = match;
  const digits = fraction === undefined ? whole : `${whole}.${fraction}`;
  return sign === '-' ? `-${digits}` : digits;
}

function toScaled(amount: string): Scaled | undefined {
  const parsed = parseAmount(amount);
  if (parsed === undefined) return undefined;
  const [whole = '', fraction = ''] = parsed.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function rescale(value: Scaled, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function fromScaled(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}

/**
 * Adds amounts exactly; the result has as many decimals as the finest addend.
 * @returns undefined when one of them is no amount.
 */
export function addAmounts(amounts: readonly string[]): string | undefined {
  let total: Scaled = { units: 0n, scale: 0 };
  for (const amount of amounts) {
    const value = toScaled(amount);
    if (!value) return undefined;
    const scale = Math.max(total.scale, value.scale);
    total = { units: rescale(total, scale) + rescale(value, scale), scale };
  }
  return fromScaled(total.units, total.scale);
}

/** `a - b`, exactly; undefined when one of them is no amount. */
export function subtractAmounts(a: string, b: string): string | undefined {
  const parsed = parseAmount(b);
  if (parsed === undefined) return undefined;
  return addAmounts([a, parsed.startsWith('-') ? parsed.slice(1) : `-${parsed}`]);
}

/** -1, 0 or 1 as a is below, equal to or above b (`5` equals `5.00`); undefined when one is no amount. */
export function compareAmounts(a: string, b: string): -1 | 0 | 1 | undefined {
  const left = toScaled(a);
  const right = toScaled(b);
  if (!left || !right) return undefined;
  const scale = Math.max(left.scale, right.scale);
  const difference = rescale(left, scale) - rescale(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The absolute value of an amount, digits as typed. */
export function absoluteAmount(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : amount;
}

/**
 * The amount in whole 分.
 * @returns undefined when it is no amount, or finer than a 分.
 */
export function amountToFen(amount: string, unit: AmountUnit): bigint | undefined {
  const value = toScaled(amount);
  if (!value) return undefined;
  const digits = FEN_DIGITS[unit];
  if (value.scale <= digits) return rescale(value, digits);
  const divisor = 10n ** BigInt(value.scale - digits);
  return value.units % divisor === 0n ? value.units / divisor : undefined;
}

/**
 * The same money in another unit, exactly (`700000` 元 → `70` 万元); superfluous zeros after the point are dropped.
 * @returns undefined when it is no amount.
 */
export function convertAmount(amount: string, from: AmountUnit, to: AmountUnit): string | undefined {
  const value = toScaled(amount);
  if (!value || from === to) return parseAmount(amount);
  const shift = FEN_DIGITS[to] - FEN_DIGITS[from];
  const units = shift < 0 ? value.units * 10n ** BigInt(-shift) : value.units;
  const text = fromScaled(units, shift < 0 ? value.scale : value.scale + shift);
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

/** Shows an amount with thousands separators (`21452.7` → `21,452.7`); other text comes back as it is. */
export function groupThousands(amount: string): string {
  const match = AMOUNT.exec(amount);
  if (!match) return amount;
  const [, sign = '', whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** Whole 分 as an amount in a unit, without trailing zeros after the point (`93722000n` in 万元 → `93.722`). */
export function fenToAmount(fen: bigint, unit: AmountUnit): string {
  return fromScaled(fen, FEN_DIGITS[unit]).replace(/0+$/u, '').replace(/\.$/u, '');
}
