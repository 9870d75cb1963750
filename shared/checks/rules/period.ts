import type { Period } from '../../domain/period.ts';
import { parsePeriod } from '../../domain/period.ts';
import type { CheckedCell } from '../cells.ts';
import type { CheckContext } from '../context.ts';
import type { Problem, Rule, Verdict } from '../rule.ts';
import { judge, notApplicable } from '../rule.ts';

interface PeriodCell {
  readonly cell: CheckedCell;
  readonly period: Period;
}

function periodCells({ filled }: CheckContext): PeriodCell[] {
  return filled.filter((cell) => cell.type === 'period').map((cell) => ({ cell, period: parsePeriod(cell.text) }));
}

/** Judges periods that have dates; says why it cannot where one has none. */
function judgeRanges(
  context: CheckContext,
  problemOf: (cell: CheckedCell, range: Extract<Period, { kind: 'range' }>) => Problem | undefined,
): readonly Verdict[] {
  const cells = periodCells(context);
  if (cells.length === 0) return notApplicable('没有填写期限。');
  return cells.flatMap(({ cell, period }): readonly Verdict[] => {
    if (period.kind === 'range') return judge([problemOf(cell, period) ?? []].flat());
    if (period.kind !== 'unreadable') return notApplicable('期限没有写起止日期。');
    return [{ outcome: 'couldNotRun', path: cell.path, reason: `看不出“${cell.label}”的起止日期。` }];
  });
}

export const periodReadable: Rule = {
  id: 'period-readable',
  title: '期限能看懂',
  severity: 'warning',
  source: 'The definition (type period); 财预〔2015〕88号: the term belongs to a goal',
  families: 'all',
  run(context) {
    const cells = periodCells(context);
    if (cells.length === 0) return notApplicable('没有填写期限。');
    const example = `${context.content.fiscalYear}.01.01-${context.content.fiscalYear}.12.31`;
    return judge(
      cells.flatMap(({ cell, period }): Problem[] => {
        if (period.kind !== 'unreadable') return [];
        const what = period.reason === 'impossibleDate' ? '有不存在的日期' : '看不出起止日期';
        return [{ path: cell.path, message: `“${cell.label}”${what}，请写成“${example}”这样的形式。` }];
      }),
    );
  },
};

export const periodOrder: Rule = {
  id: 'period-order',
  title: '期限先始后终',
  severity: 'error',
  source: 'Arithmetic: a term begins before it ends',
  families: 'all',
  run: (context) =>
    judgeRanges(context, (cell, { start, end }) =>
      start <= end
        ? undefined
        : { path: cell.path, message: `“${cell.label}”的开始日期 ${start} 晚于结束日期 ${end}，请改正。` },
    ),
};

export const periodYear: Rule = {
  id: 'period-year',
  title: '期限包含预算年度',
  severity: 'warning',
  source: '预算法 art. 18: the budget year runs from 1 January to 31 December; forms carried forward keep the old term',
  families: 'all',
  run: (context) =>
    judgeRanges(context, (cell, { start, end }) => {
      const { fiscalYear } = context.content;
      const touchesYear = start <= `${fiscalYear}-12-31` && end >= `${fiscalYear}-01-01`;
      if (touchesYear || start > end) return undefined;
      return {
        path: cell.path,
        message: `“${cell.label}”不包含本表的 ${fiscalYear} 年，请核对是否沿用了以前年度的日期。`,
      };
    }),
};
