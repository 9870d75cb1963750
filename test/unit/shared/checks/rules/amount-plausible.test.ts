import { describe, expect, it } from 'vitest';
import { amountNegative, amountTooFine } from '../../../../../shared/checks/rules/amount-plausible.ts';
import { failedPaths, outcomesOf, sampleDefinition, soundAnswers, soundWith } from '../../../../support/sample-form.ts';

describe('amount-negative', () => {
  it('passes zero and above, fails below', () => {
    expect(outcomesOf(amountNegative, soundWith({ 'annualFunds.other': '0' }))).toEqual(['pass']);
    expect(failedPaths(amountNegative, soundWith({ 'annualFunds.other': '-0.01' }))).toEqual(['annualFunds.other']);
  });

  it('does not apply without amounts, nor to budget tables', () => {
    expect(outcomesOf(amountNegative, {})).toEqual(['notApplicable']);
    const table = { ...sampleDefinition, family: 'budget-table' };
    expect(outcomesOf(amountNegative, soundAnswers, table)).toEqual(['notApplicable']);
  });
});

describe('amount-too-fine', () => {
  it.each([
    ['万元', '0.000001', 'pass'],
    ['万元', '1.0000010', 'pass'],
    ['万元', '0.0000001', 'fail'],
    ['元', '0.01', 'pass'],
    ['元', '0.001', 'fail'],
  ] as const)('in %s: %s is a %s', (amountUnit, amount, outcome) => {
    const answers = { annualFunds: { total: amount } };
    expect(outcomesOf(amountTooFine, answers, { ...sampleDefinition, amountUnit })).toEqual([outcome]);
  });

  it('leaves unreadable amounts to their own rule', () => {
    expect(outcomesOf(amountTooFine, { annualFunds: { total: '六十' } })).toEqual(['notApplicable']);
  });
});
