import { normaliseLabel } from '../grid/normalise.ts';

/** The innermost category of an indicator, by which libraries of all forms are sorted. */
export interface StandardCategory {
  readonly level1: string;
  readonly level2: string;
}

interface CategoryWording extends StandardCategory {
  readonly wording: RegExp;
}

/**
 * 财预〔2021〕101号 and 财预〔2015〕88号. Forms write these with codes (`11-数量指标`), with and without 指标, and in
 * other words (`可持续性影响`, `其他满意度指标`): one word each tells them apart. The order decides where two stand in
 * one name (`生态环境成本指标` is a cost).
 */
const CATEGORIES: readonly CategoryWording[] = [
  { level1: '产出指标', level2: '数量指标', wording: /数量/u },
  { level1: '产出指标', level2: '质量指标', wording: /质量/u },
  { level1: '产出指标', level2: '时效指标', wording: /时效|进度/u },
  { level1: '产出指标', level2: '成本指标', wording: /成本/u },
  { level1: '效益指标', level2: '经济效益指标', wording: /经济/u },
  { level1: '效益指标', level2: '社会效益指标', wording: /社会/u },
  { level1: '效益指标', level2: '生态效益指标', wording: /生态|环境/u },
  { level1: '效益指标', level2: '可持续影响指标', wording: /持续/u },
  { level1: '满意度指标', level2: '服务对象满意度指标', wording: /满意/u },
];

/** The categories by which the library is sorted, in the order of the forms. */
export const standardCategories: readonly StandardCategory[] = CATEGORIES.map(({ level1, level2 }) => ({
  level1,
  level2,
}));

/** The order of the wordings to look for: a cost of the environment is a cost. */
const LOOKED_FOR = CATEGORIES.toSorted((a, b) => Number(b.level2 === '成本指标') - Number(a.level2 === '成本指标'));

/**
 * The standard name of a form's category.
 * @param text the innermost category as the form writes it
 * @returns the category's 二级 name; the text itself where it is none of them, `""` for an empty one
 */
export function standardCategory(text: string): string {
  const label = normaliseLabel(text);
  return LOOKED_FOR.find(({ wording }) => wording.test(label))?.level2 ?? text.trim();
}

/** The 一级 name of a standard category; `""` where it is none. */
export function outerCategory(level2: string): string {
  return CATEGORIES.find((category) => category.level2 === level2)?.level1 ?? '';
}
