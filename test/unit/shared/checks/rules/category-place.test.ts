import { describe, expect, it } from 'vitest';
import {
  categoryMisplaced,
  categoryUnknown,
  nameIsCategory,
} from '../../../../../shared/checks/rules/category-place.ts';
import {
  failedPaths,
  findingsOf,
  indicator,
  outcomesOf,
  output,
  soundAnswers,
  withIndicators,
} from '../../../../support/sample-form.ts';

describe('category-misplaced', () => {
  it('passes categories at their places', () => {
    expect(outcomesOf(categoryMisplaced, soundAnswers)).toEqual(['pass']);
  });

  it.each([
    ['成本指标', '', 'indicators.0.level1', '“产出指标”之下'],
    ['产出指标', '社会效益指标', 'indicators.0.level2', '“效益指标”之下'],
    ['产出指标', '效益指标', 'indicators.0.level2', '最外层'],
  ])('fails for %s over %s', (level1, level2, path, belongs) => {
    expect(
      findingsOf(categoryMisplaced, withIndicators([indicator(level1, level2, '借阅人次', '≥3次')])),
    ).toMatchObject([{ outcome: 'fail', path, message: expect.stringContaining(belongs) }]);
  });

  it('leaves unknown categories to their own rule, and does not apply without indicators', () => {
    expect(outcomesOf(categoryMisplaced, withIndicators([output('a', 'b', '其他指标')]))).toEqual(['pass']);
    expect(outcomesOf(categoryMisplaced, {})).toEqual(['notApplicable']);
  });
});

describe('category-unknown', () => {
  it('passes known categories, also with a code', () => {
    expect(outcomesOf(categoryUnknown, soundAnswers)).toEqual(['pass']);
    expect(outcomesOf(categoryUnknown, withIndicators([output('a', 'b', '11-数量指标')]))).toEqual(['pass']);
  });

  it('gives a hint at one the definition does not have', () => {
    expect(findingsOf(categoryUnknown, withIndicators([output('a', 'b', '进度指标')]))).toMatchObject([
      { outcome: 'fail', severity: 'hint', path: 'indicators.0.level2', message: expect.stringContaining('进度指标') },
    ]);
  });

  it('does not apply without indicators', () => {
    expect(outcomesOf(categoryUnknown, {})).toEqual(['notApplicable']);
  });
});

describe('indicator-name-is-category', () => {
  it('passes real names, also one that is a category without its ending', () => {
    expect(outcomesOf(nameIsCategory, soundAnswers)).toEqual(['pass']);
    expect(outcomesOf(nameIsCategory, withIndicators([output('服务对象满意度', '≥90%')]))).toEqual(['pass']);
  });

  it('fails for the name of a category', () => {
    const rows = [output('借阅人次', '≥3次'), output('经济效益指标', '增加收入')];
    expect(failedPaths(nameIsCategory, withIndicators(rows))).toEqual(['indicators.1.level3']);
  });

  it('does not apply without indicators', () => {
    expect(outcomesOf(nameIsCategory, {})).toEqual(['notApplicable']);
  });
});
