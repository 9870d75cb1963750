/** What is told of the runs of one figure. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** How many runs. */
  readonly runs: number;
}

/**
 * The value below which a share of all values lies, by nearest rank: always one of the values, never one in between.
 * @param share 0.5 for the median of an odd number of values, 0.99 for p99
 * @throws {RangeError} where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/**
 * Median, least and most of some runs. The median of an even number of runs lies between the two in the middle.
 * @throws {RangeError} where there are no values
 */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const above = sorted[Math.floor(sorted.length / 2)];
  const below = sorted[Math.ceil(sorted.length / 2) - 1];
  const min = sorted[0];
  const max = sorted.at(-1);
  if (above === undefined || below === undefined || min === undefined || max === undefined) {
    throw new RangeError('no values');
  }
  return { median: (above + below) / 2, min, max, runs: values.length };
}
