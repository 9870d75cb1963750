import { Table, Tag } from 'antd';
import type { ManagedDefinition } from '../../shared/rpc/definition-types.ts';
import { familyName, yearsText } from './words.ts';

/** Names one version of a definition among all of them. */
export const keyOf = ({ id, version }: Pick<ManagedDefinition, 'id' | 'version'>): string => `${id} ${version}`;

/** Every version of every form there is, one of them chosen. */
export function DefinitionTable({
  definitions,
  chosen,
  onChoose,
}: {
  readonly definitions: readonly ManagedDefinition[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  return (
    <Table<ManagedDefinition>
      className="definition-table"
      size="small"
      rowKey={keyOf}
      pagination={false}
      dataSource={definitions}
      rowClassName={(one) => (keyOf(one) === chosen ? 'is-chosen' : '')}
      onRow={(one) => ({ onClick: () => onChoose(keyOf(one)) })}
      columns={[
        {
          title: '表样',
          render: (_value, one) => (
            <button type="button" className="definition-name" aria-pressed={keyOf(one) === chosen}>
              <strong>{one.name}</strong>
              <span>{one.region}</span>
            </button>
          ),
        },
        { title: '适用年度', width: 104, render: (_value, one) => yearsText(one) },
        { title: '种类', width: 132, render: (_value, one) => familyName(one.family) },
        {
          title: '版本',
          width: 104,
          render: (_value, one) => (
            <>
              第 {one.version} 版{' '}
              {one.origin === 'installed' && (
                <Tag color={one.isNewest ? 'blue' : undefined}>{one.isNewest ? '安装' : '旧版'}</Tag>
              )}
            </>
          ),
        },
        { title: '表单', width: 56, align: 'right', dataIndex: 'forms' },
      ]}
    />
  );
}
