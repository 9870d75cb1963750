import { Alert, Button, Empty, Input, Pagination, Segmented, Select, Spin } from 'antd';
import { useDeferredValue, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import type { IndicatorSource } from '../../shared/indicators/library-indicator.ts';
import { standardCategories } from '../../shared/indicators/standard-category.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { IndicatorPane } from './indicator-pane.tsx';
import './library.css';
import { indicatorKey, LibraryTable } from './library-table.tsx';
import { useOpenForm } from './use-open-form.ts';
import { emptyWords, sourceNames, words } from './words.ts';

const PAGE_ROWS = 50;

interface Filter {
  readonly query: string;
  readonly level2: string | null;
  readonly field: string | null;
  readonly source: IndicatorSource | null;
}

const EVERYTHING: Filter = { query: '', level2: null, field: null, source: null };
const ALL = 'all';
const sources = [
  { value: ALL, label: words.everySource },
  ...(['own', 'past', 'shipped'] as const).map((value) => ({ value, label: sourceNames[value] })),
];
const categories = standardCategories.map(({ level2 }) => ({ value: level2, label: level2 }));

function Filters({
  filter,
  fields,
  total,
  onChange,
}: {
  readonly filter: Filter;
  readonly fields: readonly string[];
  readonly total: number | undefined;
  readonly onChange: (filter: Filter) => void;
}) {
  return (
    <div className="library-filters">
      <Input
        allowClear
        className="library-search"
        aria-label="查找指标"
        placeholder={words.search}
        value={filter.query}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
      />
      <Segmented
        aria-label="来源"
        value={filter.source ?? ALL}
        options={sources}
        onChange={(value) => {
          onChange({ ...filter, source: value === 'own' || value === 'past' || value === 'shipped' ? value : null });
        }}
      />
      <Select
        allowClear
        showSearch
        className="library-select"
        aria-label="类别"
        placeholder={words.everyCategory}
        value={filter.level2}
        options={categories}
        onChange={(level2: string | undefined) => onChange({ ...filter, level2: level2 ?? null })}
      />
      <Select
        allowClear
        showSearch
        className="library-select"
        aria-label="领域"
        placeholder={words.everyField}
        value={filter.field}
        options={fields.map((field) => ({ value: field, label: field }))}
        onChange={(field: string | undefined) => onChange({ ...filter, field: field ?? null })}
      />
      <span className="spacer" />
      {total !== undefined && <span className="quiet">{words.count(total)}</span>}
    </div>
  );
}

/** The indicator library (指标库): what this workspace's forms hold, this year and before, and the shipped set. */
export function LibraryScreen() {
  const { fiscalYear } = useWorkspace().info;
  const [filter, setFilter] = useState(EVERYTHING);
  const [pageNumber, setPageNumber] = useState(1);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const openForm = useOpenForm();
  // What was just typed is saved first, so that it is there.
  const isSettled = useSettled();
  const asked = { ...filter, query: useDeferredValue(filter.query), fiscalYear };
  const page = useCall(
    'library.list',
    isSettled ? { ...asked, offset: (pageNumber - 1) * PAGE_ROWS, limit: PAGE_ROWS } : null,
  );
  const change = (next: Filter) => {
    setFilter(next);
    setPageNumber(1);
  };
  const { indicators = [], total = 0, fields = [] } = page.value ?? {};
  const chosen = indicators.find((indicator) => indicatorKey(indicator) === chosenKey);
  const isFiltered = filter.query !== '' || filter.level2 !== null || filter.field !== null;
  const empty = (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={emptyWords[isFiltered || filter.source === null ? 'all' : filter.source]}
    >
      <Button onClick={() => change(EVERYTHING)}>{words.clear}</Button>
    </Empty>
  );
  return (
    <div className="page library">
      {page.error && <Alert type="error" banner title={describeError(page.error)} />}
      <Filters filter={filter} fields={fields} total={page.value?.total} onChange={change} />
      {page.value ? (
        <div className="library-body">
          <div className="library-list">
            <div className="library-rows">
              <LibraryTable
                indicators={indicators}
                chosen={chosenKey}
                fiscalYear={fiscalYear}
                empty={empty}
                onChoose={setChosenKey}
              />
            </div>
            <Pagination
              size="small"
              className="library-pages"
              hideOnSinglePage
              showSizeChanger={false}
              pageSize={PAGE_ROWS}
              current={pageNumber}
              total={total}
              onChange={setPageNumber}
            />
          </div>
          {chosen ? (
            <IndicatorPane indicator={chosen} fiscalYear={fiscalYear} openForm={openForm} />
          ) : (
            <aside className="library-pane quiet">{words.choose}</aside>
          )}
        </div>
      ) : (
        <Spin className="waiting" />
      )}
    </div>
  );
}
