import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, decimalText } from '../../../../../electron/core/readers/cell-text.ts';

describe('cellText', () => {
  it('shows a number as its format shows it', () => {
    expect(cellText({ t: 'n', v: 5, z: '0.00', w: '5.00' })).toBe('5.00');
    expect(cellText({ t: 'n', v: 1937.92, z: '_ * #,##0.00_ ', w: ' 1,937.92 ' })).toBe('1,937.92');
    expect(cellText({ t: 'n', v: 46023, z: 'yyyy-mm-dd', w: '2026-01-01' })).toBe('2026-01-01');
    expect(cellText({ t: 'n', v: 46023, z: 'm/d/yy', w: '1/1/26' })).toBe('2026/1/1');
    expect(cellText({ t: 'n', v: 44561, z: 'm/d/yy', w: '1/1/26' }, true)).toBe('2026/1/1');
  });

  it('gives all digits of a number without a format', () => {
    expect(cellText({ t: 'n', v: 4487600.123456, z: 'General', w: '4487600.123' })).toBe('4487600.123456');
    expect(cellText({ t: 'n', v: 0.1 + 0.2, z: 'General', w: '0.3' })).toBe('0.3');
    expect(cellText({ t: 'n', v: 130302250001321, z: 'General', w: '1.30302E+14' })).toBe('130302250001321');
  });

  it('gives texts, truth values and errors as they are', () => {
    expect(cellText({ t: 's', v: '=1+1\r\n第二行' })).toBe('=1+1\n第二行');
    expect(cellText({ t: 'b', v: true })).toBe('TRUE');
    expect(cellText({ t: 'e', v: 42, w: '#N/A' })).toBe('#N/A');
    expect(cellText({ t: 'z' })).toBe('');
  });
});

describe('decimalText', () => {
  it('writes no exponents', () => {
    expect(decimalText(1e21)).toBe('1000000000000000000000');
    expect(decimalText(1e-7)).toBe('0.0000001');
    expect(decimalText(-2.5e-9)).toBe('-0.0000000025');
    expect(decimalText(Number.NaN)).toBe('');
  });

  it('gives back every amount of up to 15 digits', () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(amount, ([digits, scale]) => {
        const text = decimalText(Number(`${digits}e-${scale}`));
        expect(Number(text)).toBe(Number(`${digits}e-${scale}`));
        expect(text).toMatch(/^\d+(\.\d*[1-9])?$/u);
      }),
    );
  });
});
