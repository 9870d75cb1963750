import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../shared/checks/rule.ts';
import {
  moneyUnitCut,
  quantityWithoutUnit,
  rateWithoutPercent,
  unitUnsuitable,
} from '../../../../../shared/checks/rules/target-unit.ts';
import { findingsOf, outcomesOf, output, withIndicators } from '../../../../support/sample-form.ts';

type Case = readonly [category: string, name: string, target: string];
/** With the text the fix sets; null where the rule fails without a fix. */
type FailingCase = readonly [...Case, fix: string | null];

const cases: readonly { rule: Rule; passes: readonly Case[]; fails: readonly FailingCase[] }[] = [
  {
    rule: rateWithoutPercent,
    passes: [
      ['质量指标', '合格率', '≥90%'],
      ['质量指标', '合格率', '≥90‰'],
      ['数量指标', '借阅人次', '≥90'],
      ['数量指标', '开放频率', '4'],
    ],
    fails: [
      ['质量指标', '合格率', '≥90', '≥90%'],
      ['质量指标', '读者满意度', '95', '95%'],
      ['质量指标', '合格率', '≥0.9', null],
      ['质量指标', '合格率', '1', null],
    ],
  },
  {
    rule: quantityWithoutUnit,
    passes: [
      ['数量指标', '图书室数量', '≥4个'],
      ['数量指标', '图书室数量（个）', '4'],
      ['质量指标', '合格率', '≥90'],
    ],
    fails: [['数量指标', '图书室数量', '≥4', null]],
  },
  {
    rule: unitUnsuitable,
    passes: [
      ['数量指标', '培训人数', '≥8人'],
      ['数量指标', '服务人数', '≥1万人次'],
      ['数量指标', '培训人数', '≥8'],
      ['成本指标', '图书室费用', '≤3万元'],
      ['数量指标', '图书室数量', '≥4个'],
    ],
    fails: [
      ['数量指标', '培训人数', '≥8个', null],
      ['质量指标', '合格率', '≥90元', null],
      ['数量指标', '购书', '≥5万元', null],
    ],
  },
  {
    rule: moneyUnitCut,
    passes: [
      ['成本指标', '图书室费用', '≤3万元'],
      ['数量指标', '服务人次', '≥3万'],
      ['成本指标', '图书室费用', '3万元/年'],
    ],
    fails: [
      ['成本指标', '图书室开支', '≤3万', '≤3万元'],
      ['成本指标', '运行费', '3 万/年', '3 万元/年'],
      ['数量指标', '购书经费', '≥3万', '≥3万元'],
    ],
  },
];

const run = (rule: Rule, [category, name, target]: Case) =>
  findingsOf(rule, withIndicators([output(name, target, category)]));

describe.each(cases)('$rule.id', ({ rule, passes, fails }) => {
  it.each(passes)('passes %s %s: %s', (category, name, target) => {
    expect(run(rule, [category, name, target]).map(({ outcome }) => outcome)).toEqual(['pass']);
  });

  it.each(fails)('fails for %s %s: %s', (category, name, target, fix) => {
    const [finding] = run(rule, [category, name, target]);
    expect(finding).toMatchObject({ outcome: 'fail', path: 'indicators.0.target' });
    expect(finding?.fix?.value ?? null).toBe(fix);
  });

  it('does not apply while no target is a number', () => {
    expect(outcomesOf(rule, withIndicators([output('条件', '改善')]))).toEqual(['notApplicable']);
    expect(outcomesOf(rule, {})).toEqual(['notApplicable']);
  });
});
