import { describe, expect, it } from 'vitest';
import { formatClock, formatMoment } from '../../../../renderer/app/format-time.ts';

const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
const now = at(2026, 0, 2, 9, 5);

describe('formatMoment', () => {
  it('says the day as people do', () => {
    expect(formatMoment(at(2026, 0, 2, 8, 3), now)).toBe('今天 08:03');
    expect(formatMoment(at(2026, 0, 1, 23, 59), now)).toBe('昨天 23:59');
    expect(formatMoment(at(2025, 11, 31, 14, 2), now)).toBe('2025年12月31日');
    expect(formatMoment(at(2026, 2, 9, 14, 2), at(2026, 10, 1, 9, 0))).toBe('3月9日 14:02');
  });

  it('writes the clock with two digits', () => {
    expect(formatClock(at(2026, 0, 2, 9, 5))).toBe('09:05');
  });
});
