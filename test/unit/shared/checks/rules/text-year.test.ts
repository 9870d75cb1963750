import { describe, expect, it } from 'vitest';
import { textYear } from '../../../../../shared/checks/rules/text-year.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';
import {
  failedPaths,
  findingsOf,
  outcomesOf,
  output,
  soundWith,
  withIndicators,
} from '../../../../support/sample-form.ts';

const goal = (annualGoal: string, period = '2026.01.01-2026.12.31') => soundWith({ annualGoal, period });

describe('text-year', () => {
  it.each([
    '2026年开放图书室。',
    '开放图书室。',
    '自2025年1月1日起，对读者发放借阅卡。',
    '比2025年增加两个图书室。',
    '2025年起逐步开放。',
    '依据《2025年阅读推广方案》开放图书室。',
    '根据2024年印发的办法开放图书室。',
    '在2025年四个图书室的基础上，2026年再开放两个。',
    '按照1998年的标准装修。',
  ])('passes %s', (text) => {
    expect(outcomesOf(textYear, goal(text))).toEqual(['pass']);
  });

  it('fails for the year before, left over', () => {
    expect(findingsOf(textYear, goal('2025年在四个乡镇开放图书室。'))).toMatchObject([
      {
        outcome: 'fail',
        severity: 'warning',
        path: 'annualGoal',
        message: expect.stringMatching(/2025 年.*2026 年度/u),
      },
    ]);
  });

  it('takes the day that figures are of as it is', () => {
    const assets = shippedDefinition('haigang-budget-assets');
    const answers = { reportingUnit: '301示例县卫生健康局', asOf: '2025年12月31日' };
    expect(failedPaths(textYear, answers, assets)).toEqual([]);
  });

  it('looks at targets too', () => {
    const rows = [output('开放时间', '2024年12月底前', '时效指标')];
    expect(failedPaths(textYear, withIndicators(rows))).toEqual(['indicators.0.target']);
  });

  it('takes the years of the term for the form’s own', () => {
    expect(outcomesOf(textYear, goal('2025年在四个乡镇开放图书室。', '2025-2027年'))).toEqual(['pass']);
  });

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(textYear, {})).toEqual(['notApplicable']);
  });
});
