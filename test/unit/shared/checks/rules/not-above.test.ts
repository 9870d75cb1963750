import { describe, expect, it } from 'vitest';
import { notAbove } from '../../../../../shared/checks/rules/not-above.ts';
import { findingsOf, outcomesOf, sampleDefinition } from '../../../../support/sample-form.ts';

const funds = (annual: string | null, period: string | null) => ({
  annualFunds: { total: annual },
  periodFunds: { total: period },
});

describe('not-above', () => {
  it.each([
    ['60', '120'],
    ['120', '120.00'],
    ['0', '0'],
  ])('passes %s of %s', (annual, period) => {
    expect(outcomesOf(notAbove, funds(annual, period))).toEqual(['pass']);
  });

  it('says both figures and by how much', () => {
    expect(findingsOf(notAbove, funds('120.5', '120'))).toMatchObject([
      {
        outcome: 'fail',
        path: 'annualFunds.total',
        message: '“年度金额”为 120.5 万元，“实施期金额”为 120 万元，前者多出 0.5 万元，请核对。',
      },
    ]);
  });

  it('does not apply while one is empty, or where the form has no such rule', () => {
    expect(outcomesOf(notAbove, funds('5', null))).toEqual(['notApplicable']);
    expect(outcomesOf(notAbove, funds(null, '5'))).toEqual(['notApplicable']);
    expect(outcomesOf(notAbove, funds('9', '5'), { ...sampleDefinition, rules: [] })).toEqual(['notApplicable']);
  });

  it('could not run on what is no amount', () => {
    expect(findingsOf(notAbove, funds('5', '见附件'))).toMatchObject([
      { outcome: 'couldNotRun', path: 'periodFunds.total' },
    ]);
    expect(findingsOf(notAbove, funds('若干', '5'))).toMatchObject([
      { outcome: 'couldNotRun', path: 'annualFunds.total' },
    ]);
  });
});
