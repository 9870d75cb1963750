import { describe, expect, it } from 'vitest';
import { amountReadable } from '../../../../../shared/checks/rules/amount-readable.ts';
import { findingsOf, outcomesOf, sampleDefinition, soundAnswers, soundWith } from '../../../../support/sample-form.ts';

const withTotal = (text: string) => soundWith({ 'annualFunds.total': text });

describe('amount-readable', () => {
  it.each(['60.25', '1,060.25', '６０．２５', ' 60.25 '])('takes %j for an amount', (text) => {
    expect(outcomesOf(amountReadable, withTotal(text))).toEqual(['pass']);
  });

  it.each(['六十', '60.25.1', '约60', '60-70', '-', '60..5', '1e5', '￥60'])('fails at the cell for %j', (text) => {
    expect(findingsOf(amountReadable, withTotal(text))).toMatchObject([
      { outcome: 'fail', path: 'annualFunds.total', place: '年度金额', message: expect.stringContaining(text) },
    ]);
    expect(findingsOf(amountReadable, withTotal(text))[0]?.fix).toBeUndefined();
  });

  it.each([
    ['70万元', '70'],
    ['700000元', '70'],
    ['１，２３４．５元', '0.12345'],
    ['0.30 万元', '0.30'],
  ])('mends %j to %s', (text, value) => {
    expect(findingsOf(amountReadable, withTotal(text))[0]?.fix).toMatchObject({ path: 'annualFunds.total', value });
  });

  it('converts to the unit of the form', () => {
    const inYuan = { ...sampleDefinition, amountUnit: '元' as const };
    expect(findingsOf(amountReadable, withTotal('0.5万元'), inYuan)[0]?.fix).toMatchObject({ value: '5000' });
  });

  it('does not apply while no amount is filled in', () => {
    expect(outcomesOf(amountReadable, {})).toEqual(['notApplicable']);
    expect(outcomesOf(amountReadable, soundAnswers)).toEqual(['pass']);
  });
});
