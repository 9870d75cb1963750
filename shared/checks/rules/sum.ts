import type { CheckContext } from '../context.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { notApplicable } from '../rule.ts';
import type { SumState } from '../sums.ts';
import { fieldLabel, sumRules, sumState } from '../sums.ts';

/** The problem of a total that is not the sum of its parts; used for exact sums and for rounded ones. */
function sumProblem(context: CheckContext, state: Extract<SumState, { kind: 'different' }>): Problem {
  const unit = context.definition.amountUnit;
  const label = fieldLabel(context, state.path);
  const fix = { label: `“${label}”改为 ${state.sum}`, path: state.path, value: state.sum };
  if (state.total === null) {
    return { path: state.path, message: `“${label}”没有填写，其中各项合计为 ${state.sum} ${unit}。`, fix };
  }
  const figures = `“${label}”为 ${state.total} ${unit}，其中各项合计为 ${state.sum} ${unit}，相差 ${state.difference} ${unit}`;
  const advice = state.isRounding ? '可能是四舍五入的尾差，请调整一致' : '请核对';
  return { path: state.path, message: `${figures}，${advice}。`, fix };
}

function verdictOf(context: CheckContext, state: SumState, isRounding: boolean): Verdict {
  switch (state.kind) {
    case 'empty':
      return { outcome: 'notApplicable', reason: '没有填写其中各项。' };
    case 'unreadable':
      return {
        outcome: 'couldNotRun',
        path: state.path,
        reason: `“${fieldLabel(context, state.path)}”不是数字，无法核对合计。`,
      };
    case 'equal':
      return { outcome: 'pass' };
    case 'different':
      return state.isRounding === isRounding ? { outcome: 'fail', ...sumProblem(context, state) } : { outcome: 'pass' };
  }
}

function runSums(context: CheckContext, isRounding: boolean): readonly Verdict[] {
  const rules = sumRules(context);
  if (rules.length === 0) return notApplicable('本表没有合计关系。');
  return rules.map((rule) => verdictOf(context, sumState(context, rule), isRounding));
}

export const sum: Rule = {
  id: 'sum',
  title: '合计等于各项之和',
  severity: 'error',
  source: 'The definition (rules of kind sum); exact, apart from what sum-rounding takes over',
  families: 'all',
  run: (context) => runSums(context, false),
};

/** Differences of 0.01 per rounded part are not certainly wrong: a warning that can be explained. */
export const sumRounding: Rule = {
  id: 'sum-rounding',
  title: '合计没有尾差',
  severity: 'warning',
  source: 'The definition (rules of kind sum); a difference of up to 0.01 per part where all have two decimals',
  families: 'all',
  run: (context) => runSums(context, true),
};
