import { compareAmounts, parseAmount, subtractAmounts } from '../../domain/amount.ts';
import { fieldText } from '../../domain/answers.ts';
import type { FormRule } from '../../forms/definition.ts';
import type { CheckContext } from '../context.ts';
import type { Rule, Verdict } from '../rule.ts';
import { notApplicable } from '../rule.ts';
import { fieldLabel } from '../sums.ts';

type NotAboveRule = Extract<FormRule, { kind: 'notAbove' }>;

function verdictOf(context: CheckContext, rule: NotAboveRule): Verdict {
  const { answers } = context.content;
  const texts = { value: fieldText(answers, rule.value).trim(), limit: fieldText(answers, rule.limit).trim() };
  const labels = { value: fieldLabel(context, rule.value), limit: fieldLabel(context, rule.limit) };
  if (texts.value === '' || texts.limit === '') {
    return { outcome: 'notApplicable', reason: `“${labels.value}”和“${labels.limit}”没有都填写。` };
  }
  for (const key of ['value', 'limit'] as const) {
    if (parseAmount(texts[key]) !== undefined) continue;
    return { outcome: 'couldNotRun', path: rule[key], reason: `“${labels[key]}”不是数字，无法比较。` };
  }
  if (compareAmounts(texts.value, texts.limit) !== 1) return { outcome: 'pass' };
  const unit = context.definition.amountUnit;
  const difference = subtractAmounts(texts.value, texts.limit) ?? '';
  const figures = `“${labels.value}”为 ${texts.value} ${unit}，“${labels.limit}”为 ${texts.limit} ${unit}`;
  return { outcome: 'fail', path: rule.value, message: `${figures}，前者多出 ${difference} ${unit}，请核对。` };
}

export const notAbove: Rule = {
  id: 'not-above',
  title: '金额不超过上限',
  severity: 'error',
  source: 'The definition (rules of kind notAbove): the annual amount is part of the amount of the whole term',
  families: 'all',
  run(context) {
    const rules = context.definition.rules.filter((rule) => rule.kind === 'notAbove');
    if (rules.length === 0) return notApplicable('本表没有这种关系。');
    return rules.map((rule) => verdictOf(context, rule));
  },
};
