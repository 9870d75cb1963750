import type { AnswerRow } from '../domain/answers.ts';

/** A row before, the row it became; null where there is none. */
export type RowPair = readonly [before: number | null, after: number | null];

/** Above this many comparisons rows are paired by their number: the alignment would take too long to wait for. */
const MAX_COMPARISONS = 4_000_000;

/**
 * Pairs the rows of two states of a table, so that a row put in between does not make all rows below it look changed.
 * Rows that are the same are paired first (a longest common subsequence); what lies between them by likeness.
 * @param columns the columns that are compared
 * @param groupBy those of them that say little about which row it is (categories)
 * @returns pairs in the order of the rows
 */
export function alignRows(
  before: readonly AnswerRow[],
  after: readonly AnswerRow[],
  columns: readonly string[],
  groupBy: readonly string[],
): RowPair[] {
  const keyOf = (row: AnswerRow): string => JSON.stringify(columns.map((column) => row[column] ?? ''));
  const keysBefore = before.map(keyOf);
  const keysAfter = after.map(keyOf);
  const own = columns.filter((column) => !groupBy.includes(column));
  const isAlike = (b: number, a: number): boolean =>
    own.some((column) => (before[b]?.[column] ?? '') !== '' && before[b]?.[column] === after[a]?.[column]);
  const pairs: RowPair[] = [];
  let fromBefore = 0;
  let fromAfter = 0;
  for (const [b, a] of [...commonRows(keysBefore, keysAfter), [before.length, after.length] as const]) {
    pairs.push(...pairGap(range(fromBefore, b), range(fromAfter, a), isAlike));
    if (b < before.length) pairs.push([b, a]);
    fromBefore = b + 1;
    fromAfter = a + 1;
  }
  return pairs;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);

/** Rows between two that stayed: as many as before are the same rows changed, otherwise likeness decides. */
function pairGap(before: number[], after: number[], isAlike: (b: number, a: number) => boolean): RowPair[] {
  if (before.length === after.length) return before.map((b, index): RowPair => [b, after[index] ?? null]);
  const pairs: RowPair[] = [];
  let next = 0;
  for (const a of after) {
    const found = before.findIndex((b, index) => index >= next && isAlike(b, a));
    if (found < 0) {
      pairs.push([null, a]);
      continue;
    }
    for (const b of before.slice(next, found)) pairs.push([b, null]);
    pairs.push([before[found] ?? null, a]);
    next = found + 1;
  }
  for (const b of before.slice(next)) pairs.push([b, null]);
  return pairs;
}

/** The longest run of rows, in order, that both have. */
function commonRows(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length);
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = longestCommon(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...range(0, start).map((index) => [index, index] as const),
    ...middle.map(([b, a]) => [b + start, a + start] as const),
    ...range(0, end).map((index) => [before.length - end + index, after.length - end + index] as const),
  ];
}

function longestCommon(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length === 0 || after.length === 0 || before.length * after.length > MAX_COMPARISONS) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (b: number, a: number): number => lengths[b * width + a] ?? 0;
  for (let b = before.length - 1; b >= 0; b -= 1) {
    for (let a = after.length - 1; a >= 0; a -= 1) {
      lengths[b * width + a] = before[b] === after[a] ? at(b + 1, a + 1) + 1 : Math.max(at(b + 1, a), at(b, a + 1));
    }
  }
  const common: (readonly [number, number])[] = [];
  for (let b = 0, a = 0; b < before.length && a < after.length; ) {
    if (before[b] === after[a]) {
      common.push([b, a]);
      b += 1;
      a += 1;
    } else if (at(b + 1, a) >= at(b, a + 1)) b += 1;
    else a += 1;
  }
  return common;
}
