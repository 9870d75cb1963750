import { Table, type TableProps } from 'antd';
import {
  type ComponentRef,
  type FocusEvent,
  type Key,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { groupThousands } from '../../shared/domain/amount.ts';
import type { FindingCounts } from '../../shared/domain/finding.ts';
import type { RecordSummary } from '../../shared/domain/record.ts';
import type { SearchHit } from '../../shared/rpc/work-types.ts';
import { formatMoment } from '../app/format-time.ts';
import type { Sorting, SortKey } from './summaries.ts';
import { STATUS_TEXT } from './summaries.ts';
import { useRowDrag } from './use-row-drag.ts';

function Findings({ findings }: { readonly findings: FindingCounts }) {
  if (findings.error === 0 && findings.warning === 0) return <span className="quiet">—</span>;
  return (
    <>
      {findings.error > 0 && <span className="count-error">错误 {findings.error}</span>}
      {findings.warning > 0 && <span className="count-warning">提醒 {findings.warning}</span>}
    </>
  );
}

function Completeness({ percent }: { readonly percent: number }) {
  return (
    <span className="completeness">
      <span className="completeness-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} data-full={percent === 100 ? '' : undefined} />
      </span>
      {percent}%
    </span>
  );
}

/** Widths in px of all columns but the name, which takes what is left. */
const WIDTHS = {
  select: 40,
  ordinal: 60,
  form: 150,
  amount: 150,
  completeness: 120,
  findings: 140,
  status: 80,
  updatedAtMs: 130,
};
/** Ant Design draws a virtual list of plain boxes; the one around them is the grid, and one stop of the Tab key. */
const GRID_ROLE = { role: 'grid', 'aria-label': '表单列表', 'aria-describedby': 'record-table-keys' } as const;
const MIN_TITLE_WIDTH = 220;
const HEADER_HEIGHT = 36;

type Columns = NonNullable<TableProps<RecordSummary>['columns']>;

/** Where a search found its words, by form. */
export type FoundPlaces = ReadonlyMap<string, Pick<SearchHit, 'place' | 'before' | 'match' | 'after'>>;

function FoundPlace({ found }: { readonly found: ReturnType<FoundPlaces['get']> }) {
  if (!found) return null;
  const { place, before, match, after } = found;
  return (
    <span className="search-place" title={`${place}：${before}${match}${after}`}>
      {place}：{before}
      <mark>{match}</mark>
      {after}
    </span>
  );
}

/** What a search is about takes the place of how far the forms are. */
const HIDDEN_BY_SEARCH = ['completeness', 'findings', 'status', 'updatedAtMs'] as const;
const FOUND_WIDTH = HIDDEN_BY_SEARCH.reduce((sum, key) => sum + WIDTHS[key], 0);

function columnsFor(
  sorting: Sorting,
  titleWidth: number,
  formName: ((id: string) => string) | null,
  places: FoundPlaces | null,
): Columns {
  const columns = allColumns(sorting, titleWidth, formName);
  if (!places) return columns;
  return [
    ...columns.filter(({ key }) => !HIDDEN_BY_SEARCH.some((hidden) => hidden === key)),
    {
      key: 'form',
      title: '找到的地方',
      width: FOUND_WIDTH,
      ellipsis: { showTitle: false },
      render: (_: unknown, { id }: RecordSummary) => <FoundPlace found={places.get(id)} />,
    },
  ];
}

function allColumns(sorting: Sorting, titleWidth: number, formName: ((id: string) => string) | null): Columns {
  const nowMs = Date.now();
  const sortable = (key: SortKey) => ({
    key,
    sorter: true,
    sortOrder: sorting.key === key ? sorting.direction : null,
    showSorterTooltip: false,
  });
  return [
    { ...sortable('ordinal'), title: '序号', dataIndex: 'ordinal', width: WIDTHS.ordinal, align: 'center' },
    {
      ...sortable('title'),
      title: '项目名称',
      dataIndex: 'title',
      width: titleWidth,
      ellipsis: true,
      render: (title: string) => (title === '' ? <span className="quiet">未命名</span> : title),
    },
    ...(formName
      ? [
          {
            key: 'form',
            title: '表样',
            dataIndex: 'definitionId',
            width: WIDTHS.form,
            ellipsis: true,
            render: (id: string) => formName(id),
          },
        ]
      : []),
    {
      ...sortable('amount'),
      title: '金额',
      dataIndex: 'amount',
      width: WIDTHS.amount,
      align: 'right',
      render: (amount: string | null, { amountUnit }) =>
        amount === null ? <span className="quiet">未填</span> : `${groupThousands(amount)} ${amountUnit}`,
    },
    {
      ...sortable('completeness'),
      title: '完整度',
      dataIndex: 'completeness',
      width: WIDTHS.completeness,
      render: (percent: number) => <Completeness percent={percent} />,
    },
    {
      ...sortable('findings'),
      title: '审核',
      dataIndex: 'findings',
      width: WIDTHS.findings,
      render: (findings: FindingCounts) => <Findings findings={findings} />,
    },
    {
      ...sortable('status'),
      title: '状态',
      dataIndex: 'status',
      width: WIDTHS.status,
      render: (status: RecordSummary['status']) => STATUS_TEXT[status],
    },
    {
      ...sortable('updatedAtMs'),
      title: '修改时间',
      dataIndex: 'updatedAtMs',
      width: WIDTHS.updatedAtMs,
      render: (atMs: number) => formatMoment(atMs, nowMs),
    },
  ];
}

function isSortKey(key: unknown): key is SortKey {
  return typeof key === 'string' && key !== 'form';
}

/** The list of forms; only the rows on show are drawn. Arrow keys, Enter, space, Ctrl+A and Delete work. */
export function RecordTable({
  summaries,
  sorting,
  selected,
  formName,
  places,
  onSort,
  onSelect,
  onOpen,
  onStep,
  onDrop,
  onRemove,
}: {
  /** Already filtered and sorted. */
  readonly summaries: readonly RecordSummary[];
  readonly sorting: Sorting;
  readonly selected: readonly string[];
  /** Names a form's definition; null where all forms have the same. */
  readonly formName: ((definitionId: string) => string) | null;
  /** Null while nothing is searched for. */
  readonly places: FoundPlaces | null;
  readonly onSort: (sorting: Sorting) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  /** Moves forms up (-1) or down; null while the list is not in the unit's own order. */
  readonly onStep: ((ids: readonly string[], direction: 1 | -1) => void) | null;
  /** Puts forms where another one stands. */
  readonly onDrop: (ids: readonly string[], on: string) => void;
  readonly onRemove: (ids: readonly string[]) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<ComponentRef<typeof Table>>(null);
  const [size, setSize] = useState({ width: 1200, height: 400 });
  const [activeId, setActiveId] = useState<string | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const fixed = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0) - (formName ? 0 : WIDTHS.form);
  const titleWidth = Math.max(MIN_TITLE_WIDTH, size.width - fixed - 16);
  // Ant Design walks through all rows again when these are new objects; with ten thousand rows that shows.
  const columns = useMemo(
    () => columnsFor(sorting, titleWidth, formName, places),
    [sorting, titleWidth, formName, places],
  );
  const selection = useMemo(
    () => ({
      selectedRowKeys: [...selected],
      columnWidth: WIDTHS.select,
      onChange: (keys: readonly Key[]) => onSelect(keys.map(String)),
    }),
    [selected, onSelect],
  );
  const scroll = useMemo(
    () => ({ x: fixed + titleWidth, y: Math.max(120, size.height - HEADER_HEIGHT) }),
    [fixed, titleWidth, size.height],
  );
  const activeIndex = summaries.findIndex(({ id }) => id === activeId);

  const activate = (index: number) => {
    const summary = summaries[Math.min(Math.max(index, 0), summaries.length - 1)];
    if (!summary) return;
    setActiveId(summary.id);
    table.current?.scrollTo({ key: summary.id });
  };
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'checkbox' && event.key === ' ') return;
    const page = Math.max(1, Math.floor(size.height / HEADER_HEIGHT) - 2);
    const active = summaries[activeIndex];
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const ids = selected.length > 0 ? selected : active ? [active.id] : [];
      if (ids.length > 0) onStep?.(ids, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'ArrowDown') activate(activeIndex + 1);
    else if (event.key === 'ArrowUp') activate(activeIndex - 1);
    else if (event.key === 'PageDown') activate(activeIndex + page);
    else if (event.key === 'PageUp') activate(activeIndex - page);
    else if (event.key === 'Home') activate(0);
    else if (event.key === 'End') activate(summaries.length - 1);
    else if (event.key === 'Enter' && active) onOpen(active.id);
    else if (event.key === ' ' && active) toggle(active.id);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      onSelect(summaries.map(({ id }) => id));
    else if (event.key === 'Delete' && (selected.length > 0 || active)) {
      onRemove(selected.length > 0 ? selected : active ? [active.id] : []);
    } else return;
    event.preventDefault();
  };

  const dragging = useRowDrag((id, on) => onDrop(selected.includes(id) ? selected : [id], on));

  const grid = {
    ...GRID_ROLE,
    tabIndex: 0,
    onKeyDown,
    onFocus: (event: FocusEvent) => {
      if (event.target === box.current && activeIndex < 0) activate(0);
    },
  };

  return (
    <div ref={box} className="record-table" {...grid}>
      <span id="record-table-keys" className="visually-hidden">
        上下键选择，回车打开，空格勾选，Alt+上下键调整顺序，Delete 删除
      </span>
      <Table<RecordSummary>
        ref={table}
        virtual
        size="small"
        rowKey="id"
        pagination={false}
        columns={columns}
        dataSource={summaries}
        scroll={scroll}
        rowSelection={selection}
        rowClassName={({ id }) =>
          [id === activeId ? 'row-active' : '', id === dragging.over ? 'row-drop-target' : ''].join(' ')
        }
        onRow={({ id }) => ({
          onClick: () => setActiveId(id),
          onDoubleClick: () => onOpen(id),
          ...(onStep ? dragging.handlersOf(id) : {}),
        })}
        onChange={(_pagination, _filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
          onSort(
            order && isSortKey(columnKey)
              ? { key: columnKey, direction: order }
              : { key: 'ordinal', direction: 'ascend' },
          );
        }}
        locale={{ emptyText: '没有符合条件的表单' }}
      />
    </div>
  );
}
