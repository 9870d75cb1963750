import { describe, expect, test } from 'vitest';
import type { TargetPattern } from '../../../../shared/indicators/target-pattern.ts';
import {
  beginTarget,
  completeTarget,
  kindOfPattern,
  patternOf,
  usualPattern,
} from '../../../../shared/indicators/target-pattern.ts';

const figure = (operator: '=' | '≥' | '≤' | null, unit: string): TargetPattern => ({ form: 'figure', operator, unit });
const percent = figure('≥', '%');

describe('patternOf', () => {
  test.each([
    ['≥90%', percent],
    ['不低于 90 ％', percent],
    ['=83人', figure('=', '人')],
    ['12', figure(null, '')],
    ['2025年9月底前', { form: 'words', words: ['{year}年9月底前'] }],
    ['逐步提高', { form: 'words', words: ['逐步提高'] }],
    ['无', null],
    [' ', null],
  ])('%s', (text, pattern) => {
    expect(patternOf(text)).toEqual(pattern);
  });
});

describe('kindOfPattern', () => {
  test.each([
    ['≥90%', 'rate'],
    ['≤8‰', 'rate'],
    ['≤23.3万元', 'money'],
    ['=89元/人', 'money'],
    ['≤30分钟', 'duration'],
    ['≥16人次', 'count'],
    ['2026年9月底前', 'date'],
    ['每月10日前', 'date'],
    ['控制在年初预算以内', 'words'],
  ])('%s is a %s', (text, kind) => {
    const pattern = patternOf(text);
    expect(pattern && kindOfPattern(pattern)).toBe(kind);
  });
});

describe('beginTarget', () => {
  test('leaves the caret where the figure belongs', () => {
    expect(beginTarget(percent, 2026)).toEqual({ text: '≥%', caret: 1 });
    expect(beginTarget(figure(null, '人'), 2026)).toEqual({ text: '人', caret: 0 });
  });

  test('writes words out, with the year of the form', () => {
    expect(beginTarget({ form: 'words', words: ['{year}年底前', '{year}年末'] }, 2027)).toEqual({
      text: '2027年底前',
      caret: 7,
    });
  });
});

describe('completeTarget', () => {
  test.each([
    ['95', '≥95%'],
    ['≥95', '≥95%'],
    ['95%', '≥95%'],
    ['=95', '=95%'],
    ['１，２００', '≥1200%'],
  ])('%s becomes %s', (typed, completed) => {
    expect(completeTarget(typed, percent)).toBe(completed);
  });

  test.each(['', '≥95%', '=95人', '95人', '逐步提高'])('"%s" needs nothing, or something else', (typed) => {
    expect(completeTarget(typed, percent)).toBeUndefined();
  });
});

describe('usualPattern', () => {
  test.each([
    ['村卫生室覆盖率', '数量指标', percent],
    ['群众满意度（%）', '服务对象满意度指标', percent],
    ['参训人数', '数量指标', figure('≥', '人')],
    ['维修总成本', '成本指标', figure('≤', '万元')],
    ['竣工时间', '时效指标', { form: 'words', words: ['{year}年12月底前'] }],
    ['等候时间', '社会效益指标', null],
    ['购买设备', '数量指标', null],
  ])('%s', (name, category, pattern) => {
    expect(usualPattern(name, category)).toEqual(pattern);
  });
});
