import { absoluteAmount, groupThousands } from '../../shared/domain/amount.ts';

/** Stands where there is no amount. */
const NOTHING = '—';

/** An amount with thousands separators. */
export function amountText(amount: string | null): string {
  return amount === null ? NOTHING : groupThousands(amount);
}

/** A change with its sign: `+1,200.00`, `-3.5`, `0`. */
export function changeText(change: string | null): string {
  if (change === null) return NOTHING;
  return change.startsWith('-') || /^[0.]+$/u.test(change) ? groupThousands(change) : `+${groupThousands(change)}`;
}

/** A share: `33.3%`. */
export function percentText(percent: string | null): string {
  return percent === null ? NOTHING : `${percent}%`;
}

/** A change in percent, with its sign. */
export function changePercentText(percent: string | null): string {
  return percent === null ? NOTHING : `${changeText(percent)}%`;
}

/**
 * As much of a text as fits, the rest as an ellipsis.
 * @param width in characters; digits and Latin letters count half
 */
export function shortened(text: string, width: number): string {
  const widthOf = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1);
  const characters = [...text];
  if (characters.reduce((sum, character) => sum + widthOf(character), 0) <= width) return text;
  let left = width - 1;
  const kept = characters.findIndex((character) => {
    left -= widthOf(character);
    return left < 0;
  });
  return `${characters.slice(0, kept).join('')}…`;
}

export const words = {
  noLast: '上年没有数据',
  waiting: (table: string) => `填好《${table}》后显示`,
  differing: (sum: string, place: string, stated: string, difference: string, unit: string) =>
    `各项合计 ${amountText(sum)} ${unit}，${place}为 ${amountText(stated)} ${unit}，相差 ${amountText(absoluteAmount(difference))} ${unit}。`,
};
