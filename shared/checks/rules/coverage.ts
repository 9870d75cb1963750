import type { CategoryPath } from '../categories.ts';
import { isInCategory, requiredCategories } from '../categories.ts';
import type { CheckContext } from '../context.ts';
import type { Indicator } from '../indicators.ts';
import { indicatorTables, saysNone } from '../indicators.ts';
import { judgeIndicators } from '../judging.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { indicatorFamilies, judge, notApplicable } from '../rule.ts';

const QUANTITY = /数量/u;
const SATISFACTION = /满意/u;

function categoryName({ node, parents }: CategoryPath): string {
  return [...parents, node].map(({ name }) => name).join('—');
}

/** Judges the categories a definition asks for and that `isOwn` picks, each by whether it is there as it should be. */
function judgeRequired(
  context: CheckContext,
  isOwn: (path: CategoryPath) => boolean,
  isThere: (path: CategoryPath, own: readonly Indicator[]) => boolean,
): readonly Verdict[] {
  const tables = indicatorTables(context.definition).filter(({ table }) => requiredCategories(table, []).some(isOwn));
  if (tables.length === 0) return notApplicable('本表不要求这类指标。');
  const all = context.indicators;
  return judge(
    tables.flatMap(({ table }): Problem[] =>
      requiredCategories(table, context.rowsOf.get(table.id) ?? [])
        .filter(isOwn)
        .filter((path) => {
          const own = all.filter((one) => one.table === table && isInCategory(table, one.row, path));
          return !isThere(path, own);
        })
        // A missing category names itself once, not again for each category in it.
        .filter((path, _index, missing) => !missing.some(({ node }) => path.parents.includes(node)))
        .map((path) => ({
          path: table.id,
          message: `“${table.label}”缺少“${categoryName(path)}”，请至少填一行。`,
        })),
    ),
  );
}

export const categoriesPresent: Rule = {
  id: 'categories-present',
  title: '规定的指标类别齐全',
  severity: 'error',
  source:
    '财预〔2015〕88号 (完整性), 财预〔2021〕101号: goals cover output, benefit and satisfaction; the definition says which',
  families: indicatorFamilies,
  run: (context) =>
    judgeRequired(
      context,
      ({ node, parents }) => ![...parents, node].some(({ name }) => QUANTITY.test(name) || SATISFACTION.test(name)),
      (_path, own) => own.length > 0,
    ),
};

/** 无 is no quantity: what a project delivers can always be counted. */
export const quantityPresent: Rule = {
  id: 'quantity-present',
  title: '至少有一个数量指标',
  severity: 'error',
  source: '财预〔2015〕88号: outputs are stated in numbers; 财预〔2021〕101号: 数量指标 is a core indicator',
  families: indicatorFamilies,
  run: (context) =>
    judgeRequired(
      context,
      ({ node }) => QUANTITY.test(node.name),
      (_path, own) => own.some(({ name, target }) => name !== '' && !saysNone(name) && !saysNone(target)),
    ),
};

/** Where nobody outside is served, the category says 无 or 不适用, and that is enough. */
export const satisfactionPresent: Rule = {
  id: 'satisfaction-present',
  title: '有满意度指标',
  severity: 'error',
  source: '财预〔2021〕101号: satisfaction is asked for where the public is served; 不适用 is said in so many words',
  families: indicatorFamilies,
  run: (context) =>
    judgeRequired(
      context,
      ({ node }) => SATISFACTION.test(node.name),
      (_path, own) => own.length > 0,
    ),
};

export const emptyCategory: Rule = {
  id: 'empty-category',
  title: '没有空的指标类别',
  severity: 'warning',
  source: 'Real forms: a category row left empty; official forms print 无 or 不适用 there',
  families: indicatorFamilies,
  run: (context) =>
    judgeIndicators(context, ({ name, target, category, namePath }) => {
      if (name !== '' || target !== '' || category === '') return undefined;
      const message = `“${category}”这一行没有内容，请填写指标，不适用的填“无”，或删除这一行。`;
      return { path: namePath, message, fix: { label: '填“无”', path: namePath, value: '无' } };
    }),
};
