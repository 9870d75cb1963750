import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteAmount,
  addAmounts,
  amountToFen,
  compareAmounts,
  convertAmount,
  groupThousands,
  parseAmount,
  subtractAmounts,
} from '../../../../shared/domain/amount.ts';
import { amountText, nastyText, typedAmount } from '../../../support/arbitraries.ts';

/** The amount times 10^6 as a whole number: what every law below is checked against. */
function millionths(amount: string): bigint {
  const negative = amount.startsWith('-');
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(6, '0'));
  return negative ? -units : units;
}

describe('parseAmount', () => {
  it('keeps the digits as typed', () => {
    expect(parseAmount('5.00')).toBe('5.00');
    expect(parseAmount('0.3')).toBe('0.3');
    expect(parseAmount('+7')).toBe('7');
    expect(parseAmount('1,937.92 ')).toBe('1937.92');
    expect(parseAmount('－３，０００．５')).toBe('-3000.5');
  });

  it.each(['', ' ', '.5', '5.', '1.2.3', '--1', '1e3', '0x10', '12元', '一', '1/2', 'Infinity', '∞'])(
    'does not take %j for an amount',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );

  it('reads what people type as the plain text it stands for, and plain text as itself', () => {
    fc.assert(
      fc.property(typedAmount, ({ typed, plain }) => {
        expect(parseAmount(typed)).toBe(plain);
        expect(parseAmount(plain)).toBe(plain);
      }),
    );
  });

  it('gives plain digits or nothing, whatever the text', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(parseAmount(text) ?? '0').toMatch(/^-?\d+(?:\.\d+)?$/u);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('is exact where floating point is not', () => {
    expect(addAmounts(['0.1', '0.2'])).toBe('0.3');
    expect(subtractAmounts('1937.92', '1937.9')).toBe('0.02');
    expect(addAmounts(['9007199254740993', '0.000001'])).toBe('9007199254740993.000001');
  });

  it('keeps as many decimals as the finest addend', () => {
    expect(addAmounts(['5.00', '1'])).toBe('6.00');
    expect(subtractAmounts('-0.5', '-0.50')).toBe('0.00');
    expect(addAmounts([])).toBe('0');
  });

  it('agrees with whole-number arithmetic, is commutative and associative, and is undone by subtraction', () => {
    fc.assert(
      fc.property(amountText, amountText, amountText, (a, b, c) => {
        const sum = addAmounts([a, b, c]) ?? '';
        expect(millionths(sum)).toBe(millionths(a) + millionths(b) + millionths(c));
        expect(addAmounts([c, a, b])).toBe(sum);
        expect(addAmounts([addAmounts([a, b]) ?? '', c])).toBe(sum);
        expect(millionths(subtractAmounts(addAmounts([a, b]) ?? '', b) ?? '')).toBe(millionths(a));
        expect(compareAmounts(subtractAmounts(a, a) ?? '', '0')).toBe(0);
      }),
    );
  });

  it('compares by value, not by digits', () => {
    expect(compareAmounts('5', '5.00')).toBe(0);
    expect(compareAmounts('-0', '0')).toBe(0);
    expect(compareAmounts('10', '9.99')).toBe(1);
    fc.assert(
      fc.property(amountText, amountText, (a, b) => {
        const [x, y] = [millionths(a), millionths(b)];
        expect(compareAmounts(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });

  it('gives nothing when one of them is no amount', () => {
    expect(addAmounts(['1', 'x'])).toBeUndefined();
    expect(subtractAmounts('x', '1')).toBeUndefined();
    expect(subtractAmounts('1', '')).toBeUndefined();
    expect(compareAmounts('1', '')).toBeUndefined();
  });

  it('drops only the sign of an absolute amount', () => {
    fc.assert(
      fc.property(amountText, (amount) => {
        const absolute = absoluteAmount(amount);
        expect(absolute).toBe(amount.replace('-', ''));
      }),
    );
  });
});

describe('amountToFen and convertAmount', () => {
  it.each([
    ['1', '元', 100n],
    ['1', '万元', 1_000_000n],
    ['0.000001', '万元', 1n],
    ['1.230', '元', 123n],
    ['-5.00', '元', -500n],
  ] as const)('%s %s is %s 分', (amount, unit, fen) => {
    expect(amountToFen(amount, unit)).toBe(fen);
  });

  it('gives nothing for parts of a 分', () => {
    expect(amountToFen('0.001', '元')).toBeUndefined();
    expect(amountToFen('0.0000001', '万元')).toBeUndefined();
    expect(amountToFen('abc', '元')).toBeUndefined();
  });

  it.each([
    ['700000', '元', '万元', '70'],
    ['12345', '元', '万元', '1.2345'],
    ['0.30', '万元', '元', '3000'],
    ['0.12345', '万元', '元', '1234.5'],
    ['-1', '元', '万元', '-0.0001'],
    ['5.00', '元', '元', '5.00'],
  ] as const)('%s %s in %s is %s', (amount, from, to, expected) => {
    expect(convertAmount(amount, from, to)).toBe(expected);
  });

  it('converts there and back without loss', () => {
    fc.assert(
      fc.property(amountText, (amount) => {
        const there = convertAmount(amount, '元', '万元') ?? '';
        expect(compareAmounts(convertAmount(there, '万元', '元') ?? '', amount)).toBe(0);
        expect(amountToFen(there, '万元')).toBe(amountToFen(amount, '元'));
      }),
    );
    expect(convertAmount('x', '元', '万元')).toBeUndefined();
  });
});

describe('groupThousands', () => {
  it.each([
    ['21452.7', '21,452.7'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.891011', '-1,234,567.891011'],
    ['约60', '约60'],
    ['', ''],
  ])('%j is shown as %j', (amount, shown) => {
    expect(groupThousands(amount)).toBe(shown);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(amountText, (amount) => {
        expect(parseAmount(groupThousands(amount))).toBe(amount);
      }),
    );
  });
});
