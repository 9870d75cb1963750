import { groupThousands } from '../../shared/domain/amount.ts';
import type { RecordSummary } from '../../shared/domain/record.ts';
import type { SummaryFilter } from './summaries.ts';
import { countSummaries, STATUS_TEXT, totalAmounts } from './summaries.ts';

const CHIPS: readonly { readonly filter: SummaryFilter; readonly label: string }[] = [
  { filter: 'all', label: '全部' },
  { filter: 'incomplete', label: '未填全' },
  { filter: 'error', label: '有错误' },
  { filter: 'warning', label: '有提醒' },
  { filter: 'ready', label: STATUS_TEXT.ready },
  { filter: 'submitted', label: '已上报' },
];

/** What is left to do, and whether it adds up. A count is also a filter of the list. */
export function SummaryStrip({
  summaries,
  filter,
  onFilter,
}: {
  readonly summaries: readonly RecordSummary[];
  readonly filter: SummaryFilter;
  readonly onFilter: (filter: SummaryFilter) => void;
}) {
  const counts = countSummaries(summaries);
  const totals = totalAmounts(summaries);
  const chips = CHIPS.filter((chip) => chip.filter !== 'submitted' || counts.submitted > 0);
  return (
    <div className="summary-strip">
      {chips.map((chip) => (
        <button
          key={chip.filter}
          type="button"
          className={`chip chip-${chip.filter}`}
          aria-pressed={filter === chip.filter}
          data-empty={counts[chip.filter] === 0 ? '' : undefined}
          onClick={() => onFilter(filter === chip.filter ? 'all' : chip.filter)}
        >
          {chip.label} <strong className="chip-count">{counts[chip.filter]}</strong>
        </button>
      ))}
      <span className="spacer" />
      {totals.map(({ unit, amount, forms }) => (
        <span key={unit} className="strip-total" data-testid="budget-total">
          预算合计 <strong>{groupThousands(amount)}</strong> {unit}
          <small>（{forms} 张）</small>
        </span>
      ))}
    </div>
  );
}
