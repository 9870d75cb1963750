import type { AmountUnit } from '../../shared/domain/amount.ts';
import { addAmounts, compareAmounts, convertAmount } from '../../shared/domain/amount.ts';
import type { RecordStatus, RecordSummary } from '../../shared/domain/record.ts';

export const STATUS_TEXT: Record<RecordStatus, string> = {
  draft: '填报中',
  ready: '已填好',
  submitted: '已上报',
  returned: '已退回',
  accepted: '已接收',
};

/** Which forms the list shows. */
export type SummaryFilter = 'all' | 'incomplete' | 'error' | 'warning' | 'ready' | 'submitted';

const FILTERS: Record<SummaryFilter, (summary: RecordSummary) => boolean> = {
  all: () => true,
  incomplete: ({ completeness }) => completeness < 100,
  error: ({ findings }) => findings.error > 0,
  warning: ({ findings }) => findings.warning > 0,
  ready: ({ status }) => status === 'ready',
  submitted: ({ status }) => status === 'submitted' || status === 'accepted',
};

/** The forms a filter lets through. */
export function filterSummaries(summaries: readonly RecordSummary[], filter: SummaryFilter): readonly RecordSummary[] {
  return filter === 'all' ? summaries : summaries.filter(FILTERS[filter]);
}

/** How many forms each filter lets through. */
export function countSummaries(summaries: readonly RecordSummary[]): Record<SummaryFilter, number> {
  const count = (filter: SummaryFilter) => summaries.filter(FILTERS[filter]).length;
  return {
    all: summaries.length,
    incomplete: count('incomplete'),
    error: count('error'),
    warning: count('warning'),
    ready: count('ready'),
    submitted: count('submitted'),
  };
}

/** The exact sum of the forms' amounts in one unit. */
export interface AmountTotal {
  readonly unit: AmountUnit;
  readonly amount: string;
  /** Forms that have an amount. */
  readonly forms: number;
}

/** Sums the amounts exactly, apart for each unit that occurs; none when no form has an amount. */
export function totalAmounts(summaries: readonly RecordSummary[]): AmountTotal[] {
  return (['万元', '元'] as const).flatMap((unit) => {
    const amounts = summaries.flatMap((summary) =>
      summary.amount !== null && summary.amountUnit === unit ? [summary.amount] : [],
    );
    const amount = addAmounts(amounts);
    return amount === undefined || amounts.length === 0 ? [] : [{ unit, amount, forms: amounts.length }];
  });
}

export type SortKey = 'ordinal' | 'title' | 'amount' | 'completeness' | 'findings' | 'status' | 'updatedAtMs';
export interface Sorting {
  readonly key: SortKey;
  readonly direction: 'ascend' | 'descend';
}

const STATUS_ORDER: readonly RecordStatus[] = ['returned', 'draft', 'ready', 'submitted', 'accepted'];
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

function inYuan({ amount, amountUnit }: RecordSummary): string {
  return convertAmount(amount ?? '', amountUnit, '元') ?? '';
}

function compareByAmount(a: RecordSummary, b: RecordSummary): number {
  if (a.amount === null || b.amount === null) return Number(a.amount !== null) - Number(b.amount !== null);
  return compareAmounts(inYuan(a), inYuan(b)) ?? 0;
}

const COMPARE: Record<SortKey, (a: RecordSummary, b: RecordSummary) => number> = {
  ordinal: (a, b) => a.ordinal - b.ordinal,
  title: (a, b) => collator.compare(a.title, b.title),
  amount: compareByAmount,
  completeness: (a, b) => a.completeness - b.completeness,
  findings: (a, b) => a.findings.error - b.findings.error || a.findings.warning - b.findings.warning,
  status: (a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status),
  updatedAtMs: (a, b) => a.updatedAtMs - b.updatedAtMs,
};

/** Sorts forms; equal ones keep the unit's order. */
export function sortSummaries(
  summaries: readonly RecordSummary[],
  { key, direction }: Sorting,
): readonly RecordSummary[] {
  const sign = direction === 'ascend' ? 1 : -1;
  return summaries.toSorted((a, b) => sign * COMPARE[key](a, b) || a.ordinal - b.ordinal);
}
