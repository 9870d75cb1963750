import { compareAmounts } from '../../domain/amount.ts';
import type { CheckContext } from '../context.ts';
import type { PaymentPlan, PlanStep } from '../payment-plan.ts';
import { mixedStep, paymentPlans } from '../payment-plan.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';
import { fieldLabel } from '../sums.ts';

const WHOLE_PERCENT = '100';

/** Judges every plan that says something. */
function judgePlans(context: CheckContext, judgePlan: (plan: PaymentPlan) => readonly Verdict[]): readonly Verdict[] {
  const plans = paymentPlans(context);
  if (plans.length === 0) return notApplicable('本表没有支出计划。');
  return plans.flatMap((plan) => (plan.steps.length === 0 ? notApplicable('没有填写支出计划。') : judgePlan(plan)));
}

function couldNotRun(path: string, reason: string): readonly Verdict[] {
  return [{ outcome: 'couldNotRun', path, reason }];
}

function unreadableStep({ steps }: PaymentPlan): readonly Verdict[] | undefined {
  const unreadable = steps.find(({ basis }) => basis === undefined);
  return unreadable && couldNotRun(unreadable.path, `支出计划的“${unreadable.label}”不是数字，无法比较。`);
}

/** What keeps steps from being compared with each other, if anything. */
function incomparable(plan: PaymentPlan): readonly Verdict[] | undefined {
  const unreadable = unreadableStep(plan);
  if (unreadable) return unreadable;
  const mixed = mixedStep(plan);
  return mixed && couldNotRun(mixed.path, '支出计划混用了百分比和金额，无法比较。');
}

export const planReadable: Rule = {
  id: 'plan-readable',
  title: '支出计划是数字',
  severity: 'error',
  source: 'The definition (rules of kind plan): a step is a number, a percentage or an amount, not below 0',
  families: 'all',
  run: (context) =>
    judgePlans(context, ({ steps }) =>
      judge(
        steps
          .filter(({ basis }) => basis === undefined)
          .map(({ path, label }) => ({
            path,
            message: `支出计划的“${label}”应填金额或百分比，不为负数，请改正。`,
          })),
      ),
    ),
};

function fallBetween(above: PlanStep | undefined, step: PlanStep): Problem[] {
  if (above === undefined || compareAmounts(step.value, above.value) !== -1) return [];
  const figures = `“${step.label}”为 ${step.text}，少于“${above.label}”的 ${above.text}`;
  return [{ path: step.path, message: `支出计划的${figures}。支出计划按累计数填写，只增不减，请核对。` }];
}

export const planOrder: Rule = {
  id: 'plan-order',
  title: '支出计划只增不减',
  severity: 'error',
  source:
    'Arithmetic: steps of a plan (rules of kind plan) are cumulative; a real form falls from one date to the next',
  families: 'all',
  run: (context) =>
    judgePlans(
      context,
      (plan) =>
        incomparable(plan) ?? judge(plan.steps.flatMap((step, index) => fallBetween(plan.steps[index - 1], step))),
    ),
};

export const planMixed: Rule = {
  id: 'plan-mixed',
  title: '支出计划不混用百分比和金额',
  severity: 'warning',
  source: 'The definition (rules of kind plan): steps can be compared only when all are percentages or all are money',
  families: 'all',
  run: (context) =>
    judgePlans(context, (plan) => {
      const unreadable = unreadableStep(plan);
      if (unreadable) return unreadable;
      const mixed = mixedStep(plan);
      const last = plan.steps.at(-1);
      if (!mixed || !last) return judge([]);
      const figures = `“${mixed.label}”为 ${mixed.text}，“${last.label}”为 ${last.text}`;
      const message = `支出计划的${figures}，混用了百分比和金额，请统一。`;
      return judge([{ path: mixed.path, message }]);
    }),
};

/** Whether bare figures beside a step in money are certainly money. */
function hasMoney({ steps }: PaymentPlan): boolean {
  return steps.some(({ basis }) => basis === 'money');
}

function reachesPercent(plan: PaymentPlan, last: PlanStep): boolean {
  return last.basis !== 'money' && !hasMoney(plan) && compareAmounts(last.value, WHOLE_PERCENT) === 0;
}

function judgeEnd(context: CheckContext, plan: PaymentPlan): readonly Verdict[] {
  const { budget, lastPath } = plan;
  const last = plan.steps.at(-1);
  const label = fieldLabel(context, lastPath);
  if (last?.path !== lastPath) {
    return judge([{ path: lastPath, message: `支出计划的“${label}”没有填写，请填写全年的累计数。` }]);
  }
  if (last.basis === undefined) return couldNotRun(lastPath, `支出计划的“${label}”不是数字，无法核对。`);
  if (reachesPercent(plan, last)) return judge([]);
  const unit = context.definition.amountUnit;
  if (last.basis !== 'percent' && budget.kind !== 'none') {
    if (budget.kind !== 'amount') {
      const why = budget.kind === 'empty' ? '没有填写' : '不是数字';
      return couldNotRun(budget.path, `“${budget.label}”${why}，无法核对支出计划。`);
    }
    if (compareAmounts(last.value, budget.amount) === 0) return judge([]);
  }
  if (last.basis === 'money' && budget.kind === 'none')
    return couldNotRun(lastPath, '本表没有预算数，无法核对支出计划。');
  const wholes = [
    ...(hasMoney(plan) ? [] : ['100%']),
    ...(budget.kind === 'amount' && last.basis !== 'percent' ? [`预算数 ${budget.amount} ${unit}`] : []),
  ];
  const share = last.basis === 'plain' && compareAmounts(last.value, '1') === 0 ? '，像是按比例填写' : '';
  const message = `支出计划的“${label}”为 ${last.text}${share}，应等于${wholes.join('或')}，请核对。`;
  return judge([{ path: lastPath, message }]);
}

export const planEnd: Rule = {
  id: 'plan-end',
  title: '支出计划最后等于100%或预算数',
  severity: 'warning',
  source:
    'The definition (rules of kind plan): the year ends with all paid; real forms end at 1.00 in a column of percent',
  families: 'all',
  run: (context) => judgePlans(context, (plan) => judgeEnd(context, plan)),
};

/** How bare figures are taken, where both readings are open; the message names the other one. */
function basisProblem(context: CheckContext, { steps, budget, lastPath }: PaymentPlan): Problem[] {
  const last = steps.at(-1);
  if (budget.kind !== 'amount' || last?.path !== lastPath || steps.some(({ basis }) => basis !== 'plain')) return [];
  // A plan that ends at the budget is money beyond doubt; saying so on every form would only teach to look away.
  if (compareAmounts(last.value, WHOLE_PERCENT) !== 0 || compareAmounts(last.value, budget.amount) === 0) return [];
  const whole = `${budget.amount} ${context.definition.amountUnit}`;
  const message = `支出计划没有写单位，“${last.label}”为 ${last.text}，这里按百分比理解。如果是金额，应等于预算数 ${whole}。`;
  return [{ path: lastPath, message }];
}

export const planBasis: Rule = {
  id: 'plan-basis',
  title: '支出计划写明百分比或金额',
  severity: 'hint',
  source:
    'Real forms: the column is headed with %, most write money there; says where bare figures are taken for percent',
  families: 'all',
  run: (context) =>
    judgePlans(context, (plan) => {
      switch (plan.budget.kind) {
        case 'none':
          return notApplicable('本表没有预算数，支出计划按百分比理解。');
        case 'empty':
        case 'unreadable':
          return couldNotRun(plan.budget.path, `“${plan.budget.label}”没有数字，看不出支出计划是百分比还是金额。`);
        case 'amount':
          return judge(basisProblem(context, plan));
      }
    }),
};
