import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountRemark, readAmount, settledAmount, shownAmount } from '../../../../renderer/app/amount-text.ts';
import { addAmounts } from '../../../../shared/domain/amount.ts';

const amount = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 6 })).map(([units, decimals]) => {
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
});

describe('amount fields', () => {
  it('take amounts as people write them', () => {
    expect(settledAmount('１，９３７．９２')).toBe('1937.92');
    expect(settledAmount(' 5.00 ')).toBe('5.00');
    expect(settledAmount('')).toBe('');
  });

  it('enter the result of a small sum', () => {
    expect(settledAmount('=12.5+3')).toBe('15.5');
    expect(settledAmount('＝１２．５＋３－０．２')).toBe('15.3');
    expect(settledAmount('=0.1+0.2')).toBe('0.3');
    expect(settledAmount('=1,000 + 2')).toBe('1002');
  });

  it('leave text that is no amount as it is', () => {
    for (const text of ['约十万', '=12.5+', '=甲+1', '12..5', '=']) expect(settledAmount(text)).toBe(text);
    expect(readAmount('=12.5+')).toEqual({ kind: 'sum', amount: undefined });
    expect(readAmount('约十万')).toEqual({ kind: 'words' });
  });

  it('show thousands separators around amounts only', () => {
    expect(shownAmount('1234567.5')).toBe('1,234,567.5');
    expect(shownAmount('约1234')).toBe('约1234');
  });

  it('say an amount in capitals, and what a sum comes to', () => {
    expect(amountRemark('１２．５', '万元')).toBe('壹拾贰万伍仟元整');
    expect(amountRemark('=1000+200.5', '元')).toBe('合计 1,200.5 元');
    for (const text of ['', '=1+', '约十万', '0.001']) expect(amountRemark(text, '元')).toBeNull();
  });

  it('sum exactly', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), (amounts) => {
        expect(settledAmount(`=${amounts.join('+')}`)).toBe(addAmounts(amounts));
      }),
    );
  });

  it('settle to what they would settle to again', () => {
    fc.assert(
      fc.property(fc.oneof(amount, fc.string(), fc.stringMatching(/^=[\d.+-]{0,8}$/u)), (text) => {
        const settled = settledAmount(text);
        if (readAmount(settled).kind !== 'sum') expect(settledAmount(settled)).toBe(settled);
      }),
    );
  });
});
