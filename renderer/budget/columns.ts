import type { ColumnDefinition, TableDefinition } from '../../shared/forms/definition.ts';

/** Where a column stands, px from the left edge of the table. */
export interface ColumnPlace {
  readonly left: number;
  readonly width: number;
  /** True where it stays in sight while the others are scrolled. */
  readonly isFrozen: boolean;
}

/** Width of the line numbers, px. */
export const HEAD_WIDTH = 44;
const WIDTHS: Partial<Record<ColumnDefinition['type'], number>> = { amount: 116, code: 92, figure: 84 };
const TEXT_WIDTH = 196;
const WIDEST_TEXT = 360;
/** Columns that stay in sight leave the greater part to the others. */
const FROZEN_SHARE = 0.55;

/**
 * Places the columns: by what they hold, texts the wider the more room there is. The texts in front of the first amount
 * stay in sight as far as they leave enough to the rest.
 * @param roomPx what can be seen at once
 */
export function placeColumns({ columns }: TableDefinition, roomPx: number): ColumnPlace[] {
  const natural = columns.map(({ type }) => WIDTHS[type] ?? TEXT_WIDTH);
  const sum = natural.reduce((all, width) => all + width, HEAD_WIDTH);
  const texts = columns.filter(({ type }) => WIDTHS[type] === undefined).length;
  const spare = Math.max(0, roomPx - sum);
  const more = texts === 0 ? 0 : Math.min(spare / texts, WIDEST_TEXT - TEXT_WIDTH);
  const firstAmount = columns.findIndex(({ type }) => type === 'amount');
  let left = HEAD_WIDTH;
  return columns.map(({ type }, index) => {
    const width = Math.floor((natural[index] ?? 0) + (WIDTHS[type] === undefined ? more : 0));
    const place = { left, width, isFrozen: index < firstAmount && left + width <= roomPx * FROZEN_SHARE };
    left += width;
    return place;
  });
}
