import { describe, expect, it } from 'vitest';
import {
  countSummaries,
  filterSummaries,
  sortSummaries,
  totalAmounts,
} from '../../../../renderer/workbench/summaries.ts';
import type { RecordSummary } from '../../../../shared/domain/record.ts';

let ordinal = 0;
function summary(changes: Partial<RecordSummary>): RecordSummary {
  ordinal += 1;
  return {
    id: `00000000-0000-4000-8000-${String(ordinal).padStart(12, '0')}`,
    definitionId: 'dalian-project-target',
    title: '图书馆',
    unit: '示例县文化旅游局',
    fiscalYear: 2026,
    status: 'draft',
    amount: '1',
    amountUnit: '万元',
    completeness: 100,
    findings: { error: 0, warning: 0, hint: 0 },
    updatedAtMs: 0,
    ordinal,
    ...changes,
  };
}

const library = summary({ title: '图书馆', status: 'ready', amount: '0.1', updatedAtMs: 3 });
const culture = summary({ title: '文化馆', amount: '10.25', completeness: 60, updatedAtMs: 1 });
const archive = summary({ title: '档案馆', amount: null, findings: { error: 2, warning: 0, hint: 0 }, updatedAtMs: 2 });
const stage = summary({ title: '剧场', amount: '5000', amountUnit: '元', findings: { error: 0, warning: 1, hint: 0 } });
const all = [library, culture, archive, stage];
const titles = (list: readonly RecordSummary[]) => list.map(({ title }) => title);

describe('summaries', () => {
  it('are summed exactly, each unit for itself', () => {
    expect(totalAmounts([library, summary({ amount: '0.2' }), archive, stage])).toEqual([
      { unit: '万元', amount: '0.3', forms: 2 },
      { unit: '元', amount: '5000', forms: 1 },
    ]);
    expect(totalAmounts([archive])).toEqual([]);
  });

  it('are counted by what is left to do', () => {
    expect(countSummaries(all)).toEqual({ all: 4, incomplete: 1, error: 1, warning: 1, ready: 1, submitted: 0 });
  });

  it('are filtered as they are counted', () => {
    const counts = countSummaries(all);
    for (const filter of ['all', 'incomplete', 'error', 'warning', 'ready', 'submitted'] as const) {
      expect(filterSummaries(all, filter)).toHaveLength(counts[filter]);
    }
  });

  it('are sorted by money across units, empty ones first', () => {
    expect(titles(sortSummaries(all, { key: 'amount', direction: 'ascend' }))).toEqual([
      '档案馆',
      '图书馆',
      '剧场',
      '文化馆',
    ]);
  });

  it('are sorted by name as in a dictionary', () => {
    expect(titles(sortSummaries(all, { key: 'title', direction: 'ascend' }))).toEqual([
      '档案馆',
      '剧场',
      '图书馆',
      '文化馆',
    ]);
  });

  it('keep the order of the unit where they are equal', () => {
    const sorted = sortSummaries(all.toReversed(), { key: 'status', direction: 'descend' });
    expect(sorted.map((one) => one.ordinal)).toEqual(all.map((one) => one.ordinal));
  });
});
