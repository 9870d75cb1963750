import type { CheckedCell } from './cells.ts';
import { filledCells } from './cells.ts';
import type { CheckContext, Problem, Verdict } from './rule.ts';
import { judge, notApplicable } from './rule.ts';

/** Judges every filled cell that holds words (names, texts, categories, targets); amounts and terms do not. */
export function judgeTexts(
  context: CheckContext,
  problemOf: (cell: CheckedCell) => Problem | undefined,
): readonly Verdict[] {
  const cells = filledCells(context.definition, context.content.answers).filter(
    ({ type }) => type !== 'amount' && type !== 'period',
  );
  if (cells.length === 0) return notApplicable('没有填写文字。');
  return judge(cells.flatMap((cell) => problemOf(cell) ?? []));
}
