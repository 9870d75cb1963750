import { describe, expect, it } from 'vitest';
import { indicatorTwice } from '../../../../../shared/checks/rules/indicator-twice.ts';
import { findingsOf, outcomesOf, output, soundAnswers, withIndicators } from '../../../../support/sample-form.ts';

describe('indicator-twice', () => {
  it('passes different names, and the same name under different categories', () => {
    expect(outcomesOf(indicatorTwice, soundAnswers)).toEqual(['pass']);
    const rows = [output('图书室管理', '≥1次'), output('图书室管理', '规范', '质量指标')];
    expect(outcomesOf(indicatorTwice, withIndicators(rows))).toEqual(['pass']);
  });

  it('names the row it repeats, whatever its target', () => {
    const rows = [output('借阅人次', '≥300人次'), output('开放天数', '≥200天'), output('借阅 人次', '≥400人次')];
    expect(findingsOf(indicatorTwice, withIndicators(rows))).toMatchObject([
      { outcome: 'fail', path: 'indicators.2.level3', message: expect.stringContaining('绩效指标第1行') },
    ]);
  });

  it('does not count 无, and does not apply to a single indicator', () => {
    const none = [output('借阅人次', '≥3次'), output('无', '无', '质量指标'), output('无', '无', '质量指标')];
    expect(outcomesOf(indicatorTwice, withIndicators(none))).toEqual(['notApplicable']);
    expect(outcomesOf(indicatorTwice, {})).toEqual(['notApplicable']);
  });
});
