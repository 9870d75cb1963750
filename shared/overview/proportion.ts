import { amountToFen } from '../domain/amount.ts';

/**
 * Which share of a whole a part is, in percent with one digit after the point, rounded half up from exact amounts.
 * @param part amount as decimal text, in the unit of `whole`
 * @returns `"33.3"`; undefined when the whole is not above 0 or one of them is no amount in whole 分
 */
export function percentOf(part: string, whole: string): string | undefined {
  const partFen = amountToFen(part, '万元');
  const wholeFen = amountToFen(whole, '万元');
  if (partFen === undefined || wholeFen === undefined || wholeFen <= 0n) return undefined;
  const isNegative = partFen < 0n;
  const tenths = ((isNegative ? -partFen : partFen) * 2000n + wholeFen) / (2n * wholeFen);
  return `${isNegative && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`;
}
