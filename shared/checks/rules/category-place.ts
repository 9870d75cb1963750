import { categoriesNamed, isInCategory } from '../categories.ts';
import { rowText } from '../cells.ts';
import type { Indicator } from '../indicators.ts';
import { saysNone } from '../indicators.ts';
import { judgeIndicators } from '../judging.ts';
import type { Problem, Rule } from '../rule.ts';
import { indicatorFamilies } from '../rule.ts';

/** The first grouping column whose text is a known category that does not belong there, with where it does. */
function misplaced({ table, row, namePath }: Indicator): Problem | undefined {
  const base = namePath.slice(0, namePath.lastIndexOf('.'));
  for (const [level, column] of table.groupBy.entries()) {
    const text = rowText(row, column);
    const named = categoriesNamed(table, text);
    const home = named.find(({ parents }) => parents.length !== level) ?? named[0];
    if (!home || named.some((path) => path.parents.length === level && isInCategory(table, row, path))) continue;
    const label = table.columns.find(({ id }) => id === column)?.label ?? column;
    const [parent] = home.parents.slice(-1);
    const belongs = parent ? `“${parent.name}”之下` : '最外层';
    return {
      path: `${base}.${column}`,
      message: `“${text}”应在${belongs}，不应填在这里的“${label}”，请检查这一行是否错位。`,
    };
  }
  return undefined;
}

export const categoryMisplaced: Rule = {
  id: 'category-misplaced',
  title: '指标类别在其位置上',
  severity: 'warning',
  source:
    '财预〔2021〕101号: the tree of categories, as the definition holds it; real forms have rows shifted by one cell',
  families: indicatorFamilies,
  run: (context) => judgeIndicators(context, misplaced),
};

export const categoryUnknown: Rule = {
  id: 'category-unknown',
  title: '指标类别在规定之内',
  severity: 'hint',
  source: 'The definition (categories); 财预〔2021〕101号 names the usual ones',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, ({ table, category, categoryPath }) => {
      if (category === '' || table.categories.length === 0) return undefined;
      if (categoriesNamed(table, category).length > 0) return undefined;
      return { path: categoryPath, message: `“${category}”不在本表规定的指标类别中，请确认。` };
    }),
};

export const nameIsCategory: Rule = {
  id: 'indicator-name-is-category',
  title: '指标名称不是类别名称',
  severity: 'warning',
  source: 'Real forms: 经济效益指标 as the name and the name as the target, when a row slipped by one cell',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, ({ table, name, namePath }) => {
      if (saysNone(name) || categoriesNamed(table, name).length === 0) return undefined;
      // 服务对象满意度 is both a category and a usual name of an indicator.
      if (!name.endsWith('指标')) return undefined;
      return { path: namePath, message: `指标名称“${name}”是类别的名称，请写具体的指标，并检查这一行是否错位。` };
    }),
};
