import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../shared/checks/rule.ts';
import {
  approximate,
  doubledBound,
  fullRate,
  percentInWords,
  percentWithoutNumber,
  rateTooHigh,
  targetAndNameSwapped,
  targetReadable,
  targetRepeatsName,
} from '../../../../../shared/checks/rules/target-form.ts';
import { findingsOf, outcomesOf, output, withIndicators } from '../../../../support/sample-form.ts';

type Case = readonly [name: string, target: string];
/** With the text the fix sets; null where the rule fails without a fix. */
type FailingCase = readonly [...Case, fix: string | null];

interface RuleCases {
  readonly rule: Rule;
  readonly passes: readonly Case[];
  readonly fails: readonly FailingCase[];
  /** The rule looks at numbers only. */
  readonly onlyMeasures?: boolean;
}

const cases: readonly RuleCases[] = [
  {
    rule: targetReadable,
    passes: [
      ['借阅人次', '≥300人次'],
      ['开放时间', '2026年6月底前'],
      ['条件', '逐步改善'],
      ['补助', '城区5元/人，乡镇8元/人'],
      ['比例', '≥%'],
    ],
    fails: [
      ['借阅人次', '≥3-5次', null],
      ['开放时间', '≤2026年6月30日', null],
      ['人次', '≥≥90', null],
      ['合格率', '≥九成', null],
    ],
  },
  {
    rule: percentWithoutNumber,
    passes: [
      ['合格率', '≥90%'],
      ['合格率', '百分之九十'],
      ['合格率', '90 %'],
      ['条件', '改善'],
    ],
    fails: [
      ['合格率', '≥%', null],
      ['合格率', '%', null],
      ['合格率', '达到％以上', null],
    ],
  },
  {
    rule: percentInWords,
    passes: [
      ['合格率', '≥96%'],
      ['合格率', '提高三个百分点'],
      ['合格率', '百分之九十'],
    ],
    fails: [
      ['合格率', '96百分比', '96%'],
      ['合格率', '百分之９６', '96%'],
      ['合格率', '≥95.5百分点', '≥95.5%'],
    ],
  },
  {
    rule: approximate,
    passes: [
      ['费用', '≤60元/人'],
      ['约定书', '签订'],
      ['节约率', '5%'],
      ['位置', '左右两侧'],
    ],
    fails: [
      ['费用', '约45元/次', null],
      ['费用', '大约 ６０ 元', null],
      ['人次', '300人次左右', null],
    ],
  },
  {
    rule: doubledBound,
    passes: [
      ['合格率', '≥90%'],
      ['合格率', '90%以上'],
      ['费用', '5元以下'],
    ],
    fails: [
      ['合格率', '≥90%以上', '≥90%'],
      ['费用', '不超过5元以内', '≤5元'],
      ['合格率', '≥90%以下', null],
    ],
    onlyMeasures: true,
  },
  {
    rule: fullRate,
    passes: [
      ['合格率', '=100%'],
      ['合格率', '100%'],
      ['收入增长率', '≥100%'],
      ['图书室数量', '≥100个'],
      ['合格率', '≥99%'],
    ],
    fails: [
      ['合格率', '≥100%', '=100%'],
      ['满意度', '>100.0%', '=100%'],
    ],
    onlyMeasures: true,
  },
  {
    rule: rateTooHigh,
    passes: [
      ['合格率', '≤100%'],
      ['合格率', '=100.00'],
      ['收入增长率', '≥120%'],
      ['人次', '≥120%'],
      ['开放频率', '365次'],
    ],
    fails: [
      ['合格率', '≥101%', null],
      ['满意度', '950', null],
      ['覆盖率（按户）', '=100.5%', null],
    ],
    onlyMeasures: true,
  },
  {
    rule: targetRepeatsName,
    passes: [
      ['居民阅读条件', '逐步改善'],
      ['无', '无'],
      ['居民阅读条件', ''],
    ],
    fails: [
      ['改善阅读条件', '改善阅读条件', null],
      ['改善阅读条件', '改善 阅读条件', null],
    ],
  },
  {
    rule: targetAndNameSwapped,
    passes: [
      ['借阅人次', '≥300人次'],
      ['2026', '完成'],
      ['12345热线办结', '及时'],
      ['300人次', '≥300人次'],
    ],
    fails: [
      ['≥300人次', '借阅人次', null],
      ['95%', '培训合格率', null],
    ],
  },
];

const run = (rule: Rule, [name, target]: Case) => findingsOf(rule, withIndicators([output(name, target)]));

describe.each(cases)('$rule.id', ({ rule, passes, fails, onlyMeasures }) => {
  it.each(passes)('says nothing of %s: %s', (name, target) => {
    expect(run(rule, [name, target]).map(({ outcome }) => outcome)).not.toContain('fail');
  });

  it.each(fails)('fails for %s: %s', (name, target, fix) => {
    const [finding] = run(rule, [name, target]);
    expect(finding?.outcome).toBe('fail');
    expect(finding?.path).toMatch(/^indicators\.0\.(?:target|level3)$/u);
    expect(finding?.fix?.value ?? null).toBe(fix);
  });

  it('does not apply without what it looks at', () => {
    expect(outcomesOf(rule, {})).toEqual(['notApplicable']);
    const words = withIndicators([output('条件', '改善')]);
    expect(outcomesOf(rule, words)).toEqual([onlyMeasures ? 'notApplicable' : 'pass']);
  });
});
