import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, textValue } from '../../../../../electron/core/writers/xlsx-value.ts';
import { amountText } from '../../../../support/arbitraries.ts';

describe('exactNumber', () => {
  it('makes numbers that show the digits typed', () => {
    expect(exactNumber('5.00')).toEqual({ value: 5, format: '0.00' });
    expect(exactNumber('1937.92')).toEqual({ value: 1937.92, format: '0.00' });
    expect(exactNumber('-3')).toEqual({ value: -3, format: '0' });
  });

  it.each(['', '007', '-0', '-0.00', '1,937.92', '12345678901234.567', '五', '1e5', '.5', '5.'])(
    'leaves %j text',
    (text) => {
      expect(exactNumber(text)).toBeUndefined();
    },
  );

  it('loses no digit of any amount', () => {
    fc.assert(
      fc.property(amountText, (text) => {
        const number = exactNumber(text);
        fc.pre(number !== undefined);
        const decimals = (number?.format ?? '').split('.')[1]?.length ?? 0;
        expect(Number(number?.value).toFixed(decimals)).toBe(text);
      }),
    );
  });
});

describe('textValue', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)'])('keeps %j a text also when it is edited', (text) => {
    expect(textValue(text)).toEqual({ value: text, format: '@' });
  });

  it('leaves out what xml cannot hold', () => {
    expect(textValue('a\u0000\u001fb\r\nc\ufffe')).toEqual({ value: 'ab\nc' });
    expect(textValue('\ud83d').value).toBe('\ufffd');
    expect(textValue('')).toEqual({ value: null });
  });
});
