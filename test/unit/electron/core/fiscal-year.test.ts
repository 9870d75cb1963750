import { expect, test } from 'vitest';
import { likelyFiscalYear } from '../../../../electron/core/fiscal-year.ts';

test.each([
  [new Date(2026, 0, 1), 2026],
  [new Date(2026, 5, 30), 2026],
  [new Date(2026, 6, 1), 2027],
  [new Date(2026, 11, 31), 2027],
])('on %s forms are most likely for %i', (day, year) => {
  expect(likelyFiscalYear(day)).toBe(year);
});
