import { describe, expect, it } from 'vitest';
import { amountScale, costAboveBudget } from '../../../../../shared/checks/rules/scale.ts';
import type { Answers } from '../../../../../shared/domain/answers.ts';
import { withField } from '../../../../../shared/domain/answers.ts';
import { findingsOf, outcomesOf, output, sampleDefinition, withIndicators } from '../../../../support/sample-form.ts';

/** One indicator beside a budget of 36.58 万元. */
function beside(category: string, name: string, target: string, budget: string | null = '36.58'): Answers {
  return withField(withIndicators([output(name, target, category)]), 'annualFunds.total', budget);
}

describe('amount-scale', () => {
  it.each([
    ['成本指标', '图书室经费', '≤36.58万元'],
    ['成本指标', '图书室经费', '365800元'],
    ['成本指标', '图书室经费', '36.58'],
    ['数量指标', '读者', '365800人次'],
    ['数量指标', '读者', '365800'],
    ['成本指标', '补助标准', '36.58元'],
    ['成本指标', '借阅', '36.58元/次'],
    ['成本指标', '借阅', '每次36.58元'],
    ['效益指标', '读书条件', '改善'],
  ])('passes %s %s: %s', (category, name, target) => {
    expect(outcomesOf(amountScale, beside(category, name, target))).toEqual(['pass']);
  });

  it.each([
    ['成本指标', '图书室开支', '365800', '365800', '一万倍'],
    ['质量指标', '拨付图书资金', '≥365800', '365800', '一万倍'],
    ['成本指标', '图书室开支', '≤365,800万元', '365,800万元', '一万倍'],
    ['成本指标', '图书室开支', '36.58元', '36.58元', '万分之一'],
    ['效益指标', '发放资金', '全年发放３６．５８元。', '36.58元', '万分之一'],
  ])('fails for %s %s: %s', (category, name, target, written, scale) => {
    expect(findingsOf(amountScale, beside(category, name, target))).toMatchObject([
      {
        outcome: 'fail',
        path: 'indicators.0.target',
        message: `“${written}”是“年度金额” 36.58 万元的${scale}，可能是元和万元弄错了，请核对。`,
      },
    ]);
  });

  it('looks into the name too', () => {
    expect(findingsOf(amountScale, beside('质量指标', '拨付36.58元', '按时'))).toMatchObject([
      { outcome: 'fail', path: 'indicators.0.level3' },
    ]);
  });

  it('works in a form in 元', () => {
    const inYuan = { ...sampleDefinition, amountUnit: '元' } as const;
    const found = (target: string) => outcomesOf(amountScale, beside('成本指标', '开支', target, '365800'), inYuan);
    expect(found('36.58万元')).toEqual(['pass']);
    expect(found('36.58元')).toEqual(['fail']);
    expect(found('36.58')).toEqual(['fail']);
    expect(found('365800万元')).toEqual(['fail']);
  });
});

describe('cost-above-budget', () => {
  it.each([
    ['成本指标', '图书室开支', '≤36.58万元'],
    ['成本指标', '图书室开支', '365800元'],
    ['成本指标', '图书室开支', '40'],
    ['成本指标', '每个图书室开支', '40万元'],
    ['成本指标', '图书室开支', '40万元/年'],
    ['质量指标', '捐赠', '40万元'],
    ['成本指标', '图书室开支', '≤365800万元'],
  ])('passes %s %s: %s', (category, name, target) => {
    expect(outcomesOf(costAboveBudget, beside(category, name, target))).toEqual(['pass']);
  });

  it.each(['≤36.59万元', '365800.01元'])('fails for %s', (target) => {
    const written = target.replace('≤', '');
    expect(findingsOf(costAboveBudget, beside('成本指标', '图书室开支', target))).toMatchObject([
      {
        outcome: 'fail',
        path: 'indicators.0.target',
        message: `成本指标“图书室开支”为 ${written}，超过“年度金额” 36.58 万元，请核对。`,
      },
    ]);
  });
});

describe.each([amountScale, costAboveBudget])('$id', (rule) => {
  it('does not apply without indicators or without a budget', () => {
    expect(outcomesOf(rule, { annualFunds: { total: '5' } })).toEqual(['notApplicable']);
    expect(outcomesOf(rule, beside('成本指标', '开支', '5万元', null))).toEqual(['notApplicable']);
    expect(outcomesOf(rule, beside('成本指标', '开支', '5万元', '0.00'))).toEqual(['notApplicable']);
    const { amount: _, ...summary } = sampleDefinition.summary;
    expect(outcomesOf(rule, beside('成本指标', '开支', '5万元'), { ...sampleDefinition, summary })).toEqual([
      'notApplicable',
    ]);
  });

  it('could not run on a budget that is no number', () => {
    expect(findingsOf(rule, beside('成本指标', '开支', '5万元', '若干'))).toMatchObject([
      { outcome: 'couldNotRun', path: 'annualFunds.total' },
    ]);
  });
});
