import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchKey } from '../../../../shared/indicators/rank.ts';
import { shippedFileSchema } from '../../../../shared/indicators/shipped-file.ts';
import { standardCategories } from '../../../../shared/indicators/standard-category.ts';

const folder = path.join(import.meta.dirname, '../../../../resources/indicators');
const files = readdirSync(folder).map((name) =>
  shippedFileSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
);
const all = files.flatMap(({ field, indicators }) => indicators.map((indicator) => ({ ...indicator, field })));

describe('the shipped indicators', () => {
  test('are a starting set for every category', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    for (const { level2 } of standardCategories) {
      expect(all.filter((one) => one.level2 === level2).length, level2).toBeGreaterThanOrEqual(15);
    }
  });

  test('stand once in a category, and each field has a file of its own', () => {
    const keys = all.map(({ level2, name }) => `${level2} ${searchKey(name)}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(new Set(files.map(({ field }) => field)).size).toBe(files.length);
  });

  test('name only fields that there are', () => {
    const fields = new Set(files.map(({ field }) => field));
    expect(all.flatMap(({ alsoFor = [] }) => alsoFor).filter((field) => !fields.has(field))).toEqual([]);
  });

  test('measure rates in percent and satisfaction always', () => {
    const odd = all.filter(({ level2, name, kind }) => {
      const isRate = /(?:满意度|覆盖率|合格率|完成率)$/u.test(name) || level2 === '服务对象满意度指标';
      return isRate && kind !== 'rate' && name !== '有效投诉件数';
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
});

describe('a file of indicators', () => {
  const indicator = {
    level1: '产出指标',
    level2: '数量指标',
    name: '设备台数',
    kind: 'count',
    operator: '≥',
    unit: '台',
  };
  const file = (one: object) => ({ field: '设备购置', keywords: ['设备'], indicators: [one] });

  test.each([
    ['a category that does not belong', { ...indicator, level1: '效益指标' }],
    ['a kind that its target is not', { ...indicator, kind: 'rate' }],
    ['a sign that is none', { ...indicator, operator: '约' }],
    ['neither a figure nor words', { level1: '产出指标', level2: '数量指标', name: '设备台数', kind: 'count' }],
  ])('is refused for %s', (_, one) => {
    expect(shippedFileSchema.safeParse(file(indicator)).success).toBe(true);
    expect(shippedFileSchema.safeParse(file(one)).success).toBe(false);
  });
});
