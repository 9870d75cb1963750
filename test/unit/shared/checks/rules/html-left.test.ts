import { describe, expect, it } from 'vitest';
import { htmlLeft } from '../../../../../shared/checks/rules/html-left.ts';
import { findingsOf, outcomesOf, output, soundWith, withIndicators } from '../../../../support/sample-form.ts';

describe('html-left', () => {
  it.each(['增长率<5%且>1%', '指标<A类>', 'a<b', '《方案》', 'R&D 投入', '<PM2.5>'])('passes %s', (text) => {
    expect(outcomesOf(htmlLeft, soundWith({ annualGoal: text }))).toEqual(['pass']);
  });

  it.each([
    ['<p>开放图书室。</p>', '开放图书室。'],
    ['<p>第一项</p><p style="color:red">第二项</p>', '第一项\n第二项'],
    ['第一项<br/>第二项<BR>', '第一项\n第二项'],
    ['开放&nbsp;4&nbsp;个图书室', '开放 4 个图书室'],
    ['<span class="a">甲</span>、<b>乙</b>', '甲、乙'],
  ])('fails for %s and removes it', (text, value) => {
    expect(findingsOf(htmlLeft, soundWith({ annualGoal: text }))).toMatchObject([
      {
        outcome: 'fail',
        severity: 'warning',
        path: 'annualGoal',
        place: '年度目标',
        fix: { path: 'annualGoal', value },
      },
    ]);
  });

  it('looks at table cells too', () => {
    expect(findingsOf(htmlLeft, withIndicators([output('<p>借阅人次</p>', '≥3次')]))).toMatchObject([
      { path: 'indicators.0.level3', fix: { value: '借阅人次' } },
    ]);
  });

  it('does not apply to a form without texts', () => {
    expect(outcomesOf(htmlLeft, { annualFunds: { total: '1' } })).toEqual(['notApplicable']);
  });
});
