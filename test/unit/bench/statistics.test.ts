import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/measurement.ts';
import { percentile, summarise } from '../../bench/statistics.ts';

describe('summarise', () => {
  test('takes the middle one of an odd number, the middle between two of an even number', () => {
    expect(summarise([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9, runs: 3 });
    expect(summarise([10, 2, 4, 3])).toEqual({ median: 3.5, min: 2, max: 10, runs: 4 });
    expect(summarise([7])).toEqual({ median: 7, min: 7, max: 7, runs: 1 });
  });

  test('sorts by size, not by spelling', () => {
    expect(summarise([100, 20, 3]).median).toBe(20);
  });

  test('refuses to make a figure of nothing', () => {
    expect(() => summarise([])).toThrow(RangeError);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('percentile', () => {
  const upTo100 = Array.from({ length: 100 }, (_, index) => 100 - index);

  test('is the value at the nearest rank', () => {
    expect(percentile(upTo100, 0.99)).toBe(99);
    expect(percentile(upTo100, 0.95)).toBe(95);
    expect(percentile(upTo100, 0.5)).toBe(50);
    expect(percentile([4, 1], 0.99)).toBe(4);
    expect(percentile([4, 1], 0)).toBe(1);
  });
});

describe('judge', () => {
  const limit = { what: 'bare', values: [2, 4] };

  test('holds the ratio of the medians against a ratio', () => {
    const measured = { what: 'ours', unit: 'ms', values: [6, 6, 60], limit } as const;
    expect(judge({ ...measured, target: { kind: 'ratio', value: 2 } })).toMatchObject({ ratio: 2, isMet: true });
    expect(judge({ ...measured, target: { kind: 'ratio', value: 1.9 } }).isMet).toBe(false);
  });

  test('holds the median itself against a most', () => {
    const measured = { what: 'ours', unit: 'MB', values: [150] } as const;
    expect(judge({ ...measured, target: { kind: 'most', value: 150 } })).toMatchObject({ ratio: null, isMet: true });
    expect(judge({ ...measured, limit, target: { kind: 'most', value: 149 } })).toMatchObject({
      ratio: 50,
      isMet: false,
    });
  });

  test('says neither where no target is set', () => {
    expect(judge({ what: 'ours', unit: 'kB', values: [1], limit }).isMet).toBeNull();
  });
});
