import type { MeasuredTarget } from '../domain/target.ts';
import type { CheckedCell } from './cells.ts';
import type { CheckContext } from './context.ts';
import type { Indicator } from './indicators.ts';
import type { Problem, Verdict } from './rule.ts';
import { judge, notApplicable } from './rule.ts';

/** Judges every indicator by itself; not applicable while there is none to look at. */
export function judgeIndicators(
  { indicators }: CheckContext,
  problemOf: (indicator: Indicator) => Problem | undefined,
): readonly Verdict[] {
  if (indicators.length === 0) return notApplicable('没有填写绩效指标。');
  return judge(indicators.flatMap((indicator) => problemOf(indicator) ?? []));
}

/** Judges every target that measures; words are left to other rules. */
export function judgeMeasures(
  { indicators }: CheckContext,
  problemOf: (indicator: Indicator, target: MeasuredTarget) => Problem | undefined,
): readonly Verdict[] {
  const measured = indicators.flatMap((indicator) =>
    indicator.parsed.kind === 'measure' ? [{ indicator, target: indicator.parsed }] : [],
  );
  if (measured.length === 0) return notApplicable('没有数值型的指标值。');
  return judge(measured.flatMap(({ indicator, target }) => problemOf(indicator, target) ?? []));
}

/** Judges every filled cell that holds words (names, texts, categories, targets); amounts and terms do not. */
export function judgeTexts(
  { filled }: CheckContext,
  problemOf: (cell: CheckedCell) => Problem | undefined,
): readonly Verdict[] {
  const cells = filled.filter(({ type }) => type !== 'amount' && type !== 'period');
  if (cells.length === 0) return notApplicable('没有填写文字。');
  return judge(cells.flatMap((cell) => problemOf(cell) ?? []));
}
