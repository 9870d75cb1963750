import type { AmountUnit } from './amount.ts';
import { amountToFen } from './amount.ts';

/**
 * Amounts in Chinese capitals (大写金额), by the rules for filling in bills, 支付结算办法 (银发〔1997〕393号) annex 1:
 * several zeros in a row are one 零; whole 元 and whole 角 end in 整, 分 does not; a missing 角 before 分 is 零.
 * Where the rules leave a 零 to choice (the place before it was 0, the one after is not), it is left out.
 */

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['仟', '佰', '拾', ''];
/** From here on (10^16 元) there is no unambiguous common writing. */
const LIMIT_YUAN = 10n ** 16n;

/** 1 to 9999. A zero inside is 零 once; zeros at the end are silent. */
function upToThousands(value: bigint): string {
  let text = '';
  let hasGap = false;
  for (const [index, digit] of [...value.toString().padStart(4, '0')].entries()) {
    if (digit === '0') {
      hasGap = text !== '';
      continue;
    }
    text += `${hasGap ? '零' : ''}${DIGITS[Number(digit)] ?? ''}${PLACES[index] ?? ''}`;
    hasGap = false;
  }
  return text;
}

/** A whole number above 0, cut at 亿 and 万; a lower part that does not reach its highest place begins with 零. */
function wholeNumber(value: bigint): string {
  for (const [size, name] of [
    [10n ** 8n, '亿'],
    [10n ** 4n, '万'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const gap = rest > 0n && rest < size / 10n ? '零' : '';
    return `${wholeNumber(value / size)}${name}${gap}${rest > 0n ? wholeNumber(rest) : ''}`;
  }
  return upToThousands(value);
}

/**
 * An amount in capitals: `1937.92` 万元 → 壹仟玖佰叁拾柒万玖仟贰佰元整, `-0.05` 元 → 负伍分.
 * @param amount decimal text in `unit`.
 * @returns undefined when it is no amount, finer than a 分, or 10^16 元 and more.
 */
export function amountInCapitals(amount: string, unit: AmountUnit): string | undefined {
  const signed = amountToFen(amount, unit);
  if (signed === undefined) return undefined;
  const fen = signed < 0n ? -signed : signed;
  const yuan = fen / 100n;
  if (yuan >= LIMIT_YUAN) return undefined;
  if (fen === 0n) return '零元整';
  const jiaoDigit = Number((fen / 10n) % 10n);
  const fenDigit = Number(fen % 10n);
  const whole = yuan === 0n ? '' : `${wholeNumber(yuan)}元`;
  const jiao = jiaoDigit === 0 ? '' : `${DIGITS[jiaoDigit] ?? ''}角`;
  const gap = whole !== '' && jiaoDigit === 0 && fenDigit !== 0 ? '零' : '';
  const tail = fenDigit === 0 ? '整' : `${gap}${DIGITS[fenDigit] ?? ''}分`;
  return `${signed < 0n ? '负' : ''}${whole}${jiao}${tail}`;
}
