import { expect, test } from 'vitest';
import { outerCategory, standardCategory } from '../../../../shared/indicators/standard-category.ts';

test.each([
  ['数量指标', '数量指标'],
  ['11-数量指标', '数量指标'],
  ['时 效 指 标', '时效指标'],
  ['22-社会效益', '社会效益指标'],
  ['可持续性影响', '可持续影响指标'],
  ['24-可持续影响', '可持续影响指标'],
  ['31-服务对象满意度', '服务对象满意度指标'],
  ['其他满意度指标', '服务对象满意度指标'],
  ['生态环境成本指标', '成本指标'],
  ['经济成本指标', '成本指标'],
  ['', ''],
  ['安全指标', '安全指标'],
])('%s is %s', (text, standard) => {
  expect(standardCategory(text)).toBe(standard);
});

test('a standard category knows the one around it', () => {
  expect(outerCategory('成本指标')).toBe('产出指标');
  expect(outerCategory('安全指标')).toBe('');
});
