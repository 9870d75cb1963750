import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { patternText } from '../sheet/suggestion.ts';
import { sourceNames, words } from './words.ts';

/** What tells one indicator of a page from the others. */
export function indicatorKey({ level2, name }: LibraryIndicator): string {
  return `${level2} ${name}`;
}

/** A page of the library. */
export function LibraryTable({
  indicators,
  chosen,
  fiscalYear,
  empty,
  onChoose,
}: {
  readonly indicators: readonly LibraryIndicator[];
  /** Key of the one that is shown beside the list. */
  readonly chosen: string | null;
  readonly fiscalYear: number;
  readonly empty: ReactNode;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <Table<LibraryIndicator>
      size="small"
      rowKey={indicatorKey}
      pagination={false}
      sticky
      dataSource={indicators}
      locale={{ emptyText: empty }}
      rowClassName={(indicator) =>
        indicatorKey(indicator) === chosen ? 'library-row ant-table-row-selected' : 'library-row'
      }
      onRow={(indicator) => ({ onClick: () => onChoose(indicatorKey(indicator)) })}
      columns={[
        {
          title: '三级指标',
          dataIndex: 'name',
          render: (name: string, indicator) => (
            <button
              type="button"
              className="link-button library-name"
              aria-pressed={indicatorKey(indicator) === chosen}
              onClick={() => onChoose(indicatorKey(indicator))}
            >
              {name}
            </button>
          ),
        },
        { title: '二级指标', dataIndex: 'level2', width: 150, ellipsis: true },
        {
          title: '指标值写法',
          width: 150,
          ellipsis: true,
          render: (_, { pattern }) => (pattern === null ? '' : patternText(pattern, fiscalYear)),
        },
        { title: '领域', width: 150, ellipsis: true, render: (_, { fields }) => fields.join('、') },
        {
          title: '来源',
          width: 120,
          render: (_, { sources }) => sources.map((source) => sourceNames[source]).join('、'),
        },
        {
          title: '用过',
          width: 80,
          align: 'right',
          render: (_, { uses }) => (uses === 0 ? <span className="quiet">{words.never}</span> : words.used(uses)),
        },
      ]}
    />
  );
}
