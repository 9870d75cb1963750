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

/** How many columns stay in sight: the first ones. */
export function frozenCount(places: readonly ColumnPlace[]): number {
  return places.filter(({ isFrozen }) => isFrozen).length;
}

/** Width of what stays in sight, the line numbers among it, px. */
export function frozenWidth(places: readonly ColumnPlace[]): number {
  return places.reduce((all, { isFrozen, width }) => all + (isFrozen ? width : 0), HEAD_WIDTH);
}

/** The most that a character of a cell is wide, px: one as wide as a Chinese one, and one of half its width in bold. */
const FULL_WIDTH = 14;
const HALF_WIDTH = 9;
/** What a cell has beside its text: padding on both sides and a line. */
const CELL_EDGES = 17;
const HALF_WIDE = /[\d.,:%()/\-–—\s]/u;

/**
 * Whether a text may be wider than its cell, judged without measuring it.
 * @param widthPx the width of the cell
 */
export function mayBeCut(text: string, widthPx: number): boolean {
  let room = widthPx - CELL_EDGES;
  for (const character of text) room -= HALF_WIDE.test(character) ? HALF_WIDTH : FULL_WIDTH;
  return room < 0;
}
