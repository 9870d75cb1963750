import { Segmented } from 'antd';
import { groupThousands } from '../../shared/domain/amount.ts';
import type { RecordSummary } from '../../shared/domain/record.ts';
import type { FormKind } from './form-kind.ts';
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

const KINDS: readonly { readonly value: FormKind; readonly label: string }[] = [
  { value: 'all', label: '全部表' },
  { value: 'goals', label: '绩效表' },
  { value: 'budget', label: '预算表' },
];

/** What is left to do, and whether it adds up. A count is also a filter of the list. */
export function SummaryStrip({
  summaries,
  kind,
  added,
  filter,
  onKind,
  onFilter,
}: {
  readonly summaries: readonly RecordSummary[];
  /** Null where all forms are of one kind. */
  readonly kind: FormKind | null;
  /** The forms whose amounts add up to the budget; tables of the budget say it once more. */
  readonly added: readonly RecordSummary[];
  readonly onKind: (kind: FormKind) => void;
  readonly filter: SummaryFilter;
  readonly onFilter: (filter: SummaryFilter) => void;
}) {
  const counts = countSummaries(summaries);
  const totals = totalAmounts(added);
  const chips = CHIPS.filter((chip) => chip.filter !== 'submitted' || counts.submitted > 0);
  return (
    <div className="summary-strip">
      {kind === null ? null : (
        <Segmented<FormKind> options={[...KINDS]} value={kind} onChange={onKind} aria-label="表的种类" />
      )}
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
          项目预算合计 <strong>{groupThousands(amount)}</strong> {unit}
          <small>（{forms} 张）</small>
        </span>
      ))}
    </div>
  );
}
