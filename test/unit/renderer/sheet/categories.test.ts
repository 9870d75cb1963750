import { describe, expect, it } from 'vitest';
import { categoryLevels, chooseCategory, exactOption, matchOptions } from '../../../../renderer/sheet/categories.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const [table] = shippedDefinition('dalian-project-target').tables;
if (!table) throw new Error('the form has a table');
const levels = categoryLevels(table);
const [outer = [], inner = []] = levels;
const named = (name: string) => {
  const found = [...outer, ...inner].find((option) => option.name === name);
  if (!found) throw new Error(`no category ${name}`);
  return found;
};
const found = (typed: string, under: readonly string[] = []) =>
  matchOptions(inner, typed, under).map((option) => option.name);

describe('matchOptions', () => {
  it('finds by first letters, by pinyin and by Chinese', () => {
    expect(found('sl')).toEqual(['数量指标']);
    expect(found('SHULIANG')).toEqual(['数量指标']);
    expect(found("sh'xy")).toEqual(['社会效益指标']);
    expect(found('持续')).toEqual(['可持续影响指标']);
    expect(found('xyz')).toEqual(['经济效益指标', '社会效益指标', '生态效益指标']);
    expect(found('甲乙')).toEqual([]);
  });
  it('gives all for nothing typed, those of the own category first', () => {
    expect(found('', ['效益指标']).slice(0, 2)).toEqual(['经济效益指标', '社会效益指标']);
    expect(found('')).toHaveLength(9);
  });
  it('puts the beginning of a name before its middle', () => {
    expect(found('s')[0]).toBe('数量指标');
    expect(found('s', ['效益指标'])[0]).toBe('社会效益指标');
  });
});

describe('exactOption', () => {
  it('knows a name typed out, and aliases', () => {
    expect(exactOption(inner, ' 数量指标 ', [])?.path).toEqual(['产出指标', '数量指标']);
    expect(exactOption(inner, '数量', [])).toBeUndefined();
    const aliased = categoryLevels({
      ...table,
      categories: [{ name: '效益指标', aliases: ['效果指标'], children: [] }],
    });
    expect(exactOption(aliased[0] ?? [], '效果指标', [])?.name).toBe('效益指标');
  });
});

describe('chooseCategory', () => {
  it('sets what a category stands under', () => {
    expect(chooseCategory(table, levels, { level1: '产出指标' }, named('社会效益指标'))).toEqual({
      level1: '效益指标',
      level2: '社会效益指标',
    });
  });
  it('takes an only child along', () => {
    expect(chooseCategory(table, levels, {}, named('满意度指标'))).toEqual({
      level1: '满意度指标',
      level2: '服务对象满意度指标',
    });
  });
  it('empties an inner category of another branch, and leaves one it does not know', () => {
    expect(chooseCategory(table, levels, { level2: '数量指标' }, named('效益指标'))).toEqual({
      level1: '效益指标',
      level2: '',
    });
    expect(chooseCategory(table, levels, { level2: '经济效益指标' }, named('效益指标'))).toEqual({
      level1: '效益指标',
    });
    expect(chooseCategory(table, levels, { level2: '自拟' }, named('效益指标'))).toEqual({ level1: '效益指标' });
  });
});
