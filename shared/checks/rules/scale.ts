import type { AmountUnit } from '../../domain/amount.ts';
import { compareAmounts, convertAmount, parseAmount } from '../../domain/amount.ts';
import { fieldText } from '../../domain/answers.ts';
import type { CheckContext } from '../context.ts';
import type { Indicator } from '../indicators.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { indicatorFamilies, judge, notApplicable } from '../rule.ts';
import { fieldLabel } from '../sums.ts';

/** An amount met in a text, as written and in the form's unit. */
interface Mention {
  readonly path: string;
  readonly written: string;
  readonly amount: string;
}

/** Money in running text, with what stands before and after it: `每人100元`, `100元/次` are prices. */
const MONEY = /(每\p{Script=Han}{0,3})?(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*(万元|元)(\s*[/每])?/gu;
const PRICE_NAME = /标准|单价|单位成本|人均|平均|每/u;
const MONEY_NAME = /(?:金额|费|费用|成本|经费|资金|总额|支出|投入)$/u;

function mentionsIn(path: string, text: string, formUnit: AmountUnit): Mention[] {
  return [...text.normalize('NFKC').matchAll(MONEY)].flatMap(([, each, digits = '', unit, per]) => {
    if (each !== undefined || per !== undefined) return [];
    const amount = convertAmount(digits, unit === '万元' ? '万元' : '元', formUnit);
    return amount === undefined ? [] : [{ path, written: `${digits}${unit}`, amount }];
  });
}

/** Whether an indicator stands in a category of costs. */
function isCost({ table, row }: Indicator): boolean {
  return table.groupBy.some((column) => /成本/u.test(row[column] ?? ''));
}

/** The amount of a target; one without a unit counts as the form's where the indicator is about money. */
function targetMention(indicator: Indicator, formUnit: AmountUnit): Mention[] {
  const { parsed, name, target, targetPath } = indicator;
  if (parsed.kind === 'measure' && parsed.unit === '') {
    const isMoney = isCost(indicator) || MONEY_NAME.test(name);
    return isMoney ? [{ path: targetPath, written: parsed.value, amount: parsed.value }] : [];
  }
  return mentionsIn(targetPath, target, formUnit);
}

/** All whole amounts of an indicator; prices of one piece are no share of the budget. */
function mentionsOf(indicator: Indicator, formUnit: AmountUnit): Mention[] {
  if (PRICE_NAME.test(indicator.name)) return [];
  const { table, row, targetPath } = indicator;
  const rowPath = targetPath.slice(0, targetPath.lastIndexOf('.'));
  const texts = table.columns.filter(({ id, type }) => type === 'text' && !table.groupBy.includes(id));
  return [
    ...targetMention(indicator, formUnit),
    ...texts.flatMap(({ id }) => mentionsIn(`${rowPath}.${id}`, row[id] ?? '', formUnit)),
  ];
}

/** Judges every indicator against the budget, the amount the definition's summary names. */
function judgeByBudget(
  context: CheckContext,
  problemsOf: (indicator: Indicator, budget: string, budgetText: string) => readonly Problem[],
): readonly Verdict[] {
  const path = context.definition.summary.amount;
  if (path === undefined) return notApplicable('本表没有预算数。');
  if (context.indicators.length === 0) return notApplicable('没有填写绩效指标。');
  const text = fieldText(context.content.answers, path).trim();
  const label = fieldLabel(context, path);
  if (text === '') return notApplicable(`“${label}”没有填写。`);
  const budget = parseAmount(text);
  if (budget === undefined) return [{ outcome: 'couldNotRun', path, reason: `“${label}”不是数字，无法比较。` }];
  if (compareAmounts(budget, '0') === 0) return notApplicable(`“${label}”为 0。`);
  const budgetText = `“${label}” ${budget} ${context.definition.amountUnit}`;
  return judge(context.indicators.flatMap((indicator) => problemsOf(indicator, budget, budgetText)));
}

/** How an amount differs from the budget where only the unit can be wrong. */
function scaleOf(amount: string, budget: string): string | undefined {
  // Between 元 and 万元 lie four digits, whatever the form's unit.
  if (compareAmounts(amount, convertAmount(budget, '万元', '元') ?? '') === 0) return '一万倍';
  if (compareAmounts(amount, convertAmount(budget, '元', '万元') ?? '') === 0) return '万分之一';
  return undefined;
}

export const amountScale: Rule = {
  id: 'amount-scale',
  title: '指标中的金额没有错用元和万元',
  severity: 'warning',
  source:
    'Real forms: the budget in 元 without its unit in a form in 万元, 10,000 times the budget, or the other way round',
  families: indicatorFamilies,
  run: (context) =>
    judgeByBudget(context, (indicator, budget, budgetText) =>
      mentionsOf(indicator, context.definition.amountUnit).flatMap(({ path, written, amount }) => {
        const scale = scaleOf(amount, budget);
        if (scale === undefined) return [];
        return { path, message: `“${written}”是${budgetText}的${scale}，可能是元和万元弄错了，请核对。` };
      }),
    ),
};

export const costAboveBudget: Rule = {
  id: 'cost-above-budget',
  title: '成本指标不超过预算',
  severity: 'warning',
  source:
    '财预〔2021〕101号: cost indicators say what the budget is spent on; compared only where the target names 元 or 万元',
  families: indicatorFamilies,
  run: (context) =>
    judgeByBudget(context, (indicator, budget, budgetText) => {
      if (!isCost(indicator) || indicator.parsed.kind !== 'measure' || PRICE_NAME.test(indicator.name)) return [];
      return mentionsIn(indicator.targetPath, indicator.target, context.definition.amountUnit).flatMap(
        ({ path, written, amount }) => {
          // Where only the unit is wrong, amount-scale says so.
          if (compareAmounts(amount, budget) !== 1 || scaleOf(amount, budget) !== undefined) return [];
          return { path, message: `成本指标“${indicator.name}”为 ${written}，超过${budgetText}，请核对。` };
        },
      );
    }),
};
