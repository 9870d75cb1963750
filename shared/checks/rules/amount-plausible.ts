import { amountToFen, compareAmounts } from '../../domain/amount.ts';
import type { CheckedCell } from '../cells.ts';
import type { CheckContext } from '../context.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { indicatorFamilies, judge, notApplicable } from '../rule.ts';

function judgeAmounts(
  context: CheckContext,
  problemOf: (cell: CheckedCell) => Problem | undefined,
): readonly Verdict[] {
  const amounts = context.filled.filter(
    (cell) => cell.type === 'amount' && compareAmounts(cell.text, '0') !== undefined,
  );
  if (amounts.length === 0) return notApplicable('没有填写金额。');
  return judge(amounts.flatMap((cell) => problemOf(cell) ?? []));
}

export const amountNegative: Rule = {
  id: 'amount-negative',
  title: '金额不为负数',
  severity: 'warning',
  source:
    '预算法 art. 4: a budget is income and expenditure; a sum to be cut is stated in words, not as a negative amount',
  families: indicatorFamilies,
  run: (context) =>
    judgeAmounts(context, ({ path, label, text }) =>
      compareAmounts(text, '0') === -1 ? { path, message: `“${label}”是负数 ${text}，请核对。` } : undefined,
    ),
};

export const amountTooFine: Rule = {
  id: 'amount-too-fine',
  title: '金额不细于一分',
  severity: 'warning',
  source: 'Money is paid in whole 分; finer digits come from dividing in a spreadsheet',
  families: 'all',
  run: (context) =>
    judgeAmounts(context, ({ path, label, text }) =>
      amountToFen(text, context.definition.amountUnit) === undefined
        ? { path, message: `“${label}”的 ${text.slice(0, 30)} ${context.definition.amountUnit}不足一分，请保留到分。` }
        : undefined,
    ),
};
