import { placeName } from '../../forms/place-name.ts';
import { fieldOf } from '../../forms/shape.ts';
import type { CheckContext } from '../context.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { notApplicable } from '../rule.ts';
import type { Sum, SumState } from '../sums.ts';
import { statedSums, sumState } from '../sums.ts';

/** A field as “年度金额”, a cell of a table as 年度任务第3行“总额”. */
function nameOf({ definition }: CheckContext, path: string): string {
  return fieldOf(definition, path) ? `“${placeName(definition, path)}”` : placeName(definition, path);
}

/** The problem of a total that is not the sum of its parts; used for exact sums and for rounded ones. */
function sumProblem(context: CheckContext, state: Extract<SumState, { kind: 'different' }>): Problem {
  const unit = context.definition.amountUnit;
  const label = nameOf(context, state.path);
  const fix = { label: `${label}改为 ${state.sum}`, path: state.path, value: state.sum };
  if (state.total === null) {
    return { path: state.path, message: `${label}没有填写，其中各项合计为 ${state.sum} ${unit}。`, fix };
  }
  const figures = `${label}为 ${state.total} ${unit}，其中各项合计为 ${state.sum} ${unit}，相差 ${state.difference} ${unit}`;
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
        reason: `${nameOf(context, state.path)}不是数字，无法核对合计。`,
      };
    case 'equal':
      return { outcome: 'pass' };
    case 'different':
      return state.isRounding === isRounding ? { outcome: 'fail', ...sumProblem(context, state) } : { outcome: 'pass' };
  }
}

/** Judges one stated sum; where it holds for every row of a table, what is not wrong is said once for all. */
function judgeSum(context: CheckContext, sums: readonly Sum[], isRounding: boolean): readonly Verdict[] {
  const verdicts = sums.map((each) => verdictOf(context, sumState(context, each), isRounding));
  const telling = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'couldNotRun');
  if (telling.length > 0) return telling;
  if (verdicts.some(({ outcome }) => outcome === 'pass')) return [{ outcome: 'pass' }];
  return verdicts.length > 0 ? verdicts.slice(0, 1) : notApplicable('表中没有填写内容。');
}

function runSums(context: CheckContext, isRounding: boolean): readonly Verdict[] {
  const stated = statedSums(context);
  if (stated.length === 0) return notApplicable('本表没有合计关系。');
  return stated.flatMap((sums) => judgeSum(context, sums, isRounding));
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
