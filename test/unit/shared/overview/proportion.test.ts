import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../../shared/overview/proportion.ts';

describe('percentOf', () => {
  it('rounds half up from the exact amounts', () => {
    expect(percentOf('1', '3')).toBe('33.3');
    expect(percentOf('2', '3')).toBe('66.7');
    expect(percentOf('0.0005', '1')).toBe('0.1');
    expect(percentOf('0.000499', '1')).toBe('0.0');
    expect(percentOf('5.00', '5')).toBe('100.0');
  });

  it('keeps the sign of a part, and none on nothing', () => {
    expect(percentOf('-1', '4')).toBe('-25.0');
    expect(percentOf('-0.01', '1000')).toBe('0.0');
  });

  it('knows no share of nothing, of less than nothing, or of words', () => {
    expect(percentOf('1', '0')).toBeUndefined();
    expect(percentOf('1', '-4')).toBeUndefined();
    expect(percentOf('略', '4')).toBeUndefined();
    expect(percentOf('0.0000001', '4')).toBeUndefined();
  });

  it('is exact where floating point is not: every tenth of a whole, however large', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 1000 }), (unit, tenths) => {
        const part = `${unit * BigInt(tenths)}`;
        expect(percentOf(part, `${unit * 1000n}`)).toBe(`${Math.floor(tenths / 10)}.${tenths % 10}`);
      }),
    );
  });
});
