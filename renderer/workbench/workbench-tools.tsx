import {
  CopyOutlined,
  DeleteOutlined,
  EllipsisOutlined,
  ExportOutlined,
  FileAddOutlined,
  FileSearchOutlined,
  ImportOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import type { ExportFormat } from '../../shared/rpc/contract.ts';
import type { DefinitionSummary } from '../app/workspace.tsx';
import { familyName } from '../definitions/words.ts';
import type { BudgetSet } from './form-kind.ts';

/** No definition is called so. */
const SET_KEY = 'set ';

const FORMATS: readonly { readonly key: ExportFormat; readonly label: string }[] = [
  { key: 'xlsx', label: 'Excel 表格（xlsx）' },
  { key: 'docx', label: 'Word 文档（docx）' },
  { key: 'pdf', label: 'PDF 文件' },
  { key: 'html', label: '网页（html）' },
];

/** The forms one may begin, by kind, the forms of projects first. */
function createGroups(definitions: readonly DefinitionSummary[]) {
  const families = Map.groupBy(definitions, ({ family }) => family);
  return [...families]
    .toSorted(([a], [b]) => Number(b === 'project-target') - Number(a === 'project-target'))
    .map(([family, ofFamily]) => ({
      key: `family ${family}`,
      type: 'group' as const,
      label: familyName(family),
      children: ofFamily.map(({ id, name, region }) => ({ key: id, label: `${name}（${region}）` })),
    }));
}

/** A command of the menu 更多. */
export interface MoreCommand {
  readonly key: string;
  readonly label: string;
  readonly isOff: boolean;
  readonly run: () => void;
}

/** New, import, and what can be done with the chosen forms. */
export function WorkbenchTools({
  definitions,
  sets,
  query,
  scope,
  onQuery,
  onCreate,
  onCreateSet,
  onImport,
  onCarry,
  onPrint,
  onExport,
  onCheck,
  more,
  onRemove,
}: {
  readonly definitions: readonly DefinitionSummary[];
  /** Budgets of which tables can be begun together. */
  readonly sets: readonly BudgetSet[];
  readonly query: string;
  /** Forms the commands are for: the chosen ones, or all on show. */
  readonly scope: { readonly count: number; readonly isSelection: boolean };
  readonly onQuery: (query: string) => void;
  readonly onCreate: (definitionId: string) => void;
  readonly onCreateSet: (definitionIds: readonly string[]) => void;
  readonly onImport: () => void;
  readonly onCarry: () => void;
  readonly onPrint: () => void;
  readonly onExport: (format: ExportFormat) => void;
  readonly onCheck: () => void;
  /** What can be done with the chosen forms besides. */
  readonly more: readonly MoreCommand[];
  readonly onRemove: () => void;
}) {
  const isEmpty = scope.count === 0;
  const amount = scope.isSelection ? `所选 ${scope.count} 张` : '全部';
  const [only, ...others] = definitions;
  const create = (
    <Button
      type="primary"
      icon={<FileAddOutlined />}
      disabled={!only}
      onClick={only && others.length === 0 ? () => onCreate(only.id) : undefined}
    >
      新建
    </Button>
  );
  return (
    <div className="workbench-tools">
      {others.length === 0 ? (
        create
      ) : (
        <Dropdown
          trigger={['click']}
          menu={{
            className: 'workbench-create',
            items: [
              ...sets.map(({ region, missing }) => ({
                key: `${SET_KEY}${region}`,
                label: `新建一套预算表（${region}，${missing.length} 张）`,
              })),
              ...(sets.length > 0 ? [{ type: 'divider' as const }] : []),
              ...createGroups(definitions),
            ],
            onClick: ({ key }) => {
              const set = sets.find(({ region }) => key === `${SET_KEY}${region}`);
              if (set) onCreateSet(set.missing);
              else onCreate(key);
            },
          }}
        >
          {create}
        </Dropdown>
      )}
      <Button icon={<ImportOutlined />} onClick={onImport}>
        导入
      </Button>
      <Button icon={<CopyOutlined />} title="把以前年度的表单带到本年度" onClick={onCarry}>
        沿用上年
      </Button>
      <span className="tool-divider" />
      <Button icon={<PrinterOutlined />} disabled={isEmpty} title={`打印${amount}`} onClick={onPrint}>
        打印
      </Button>
      <Dropdown
        trigger={['click']}
        disabled={isEmpty}
        menu={{
          items: FORMATS.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => {
            const format = FORMATS.find((one) => one.key === key);
            if (format) onExport(format.key);
          },
        }}
      >
        <Button icon={<ExportOutlined />} title={`导出${amount}`}>
          导出
        </Button>
      </Dropdown>
      <Button icon={<FileSearchOutlined />} disabled={isEmpty} title={`审核${amount}`} onClick={onCheck}>
        审核
      </Button>
      <Button
        icon={<DeleteOutlined />}
        disabled={!scope.isSelection}
        title={scope.isSelection ? `删除${amount}` : '先勾选要删除的表单'}
        onClick={onRemove}
      >
        删除
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: more.map(({ key, label, isOff }) => ({ key, label, disabled: isOff })),
          onClick: ({ key }) => more.find((command) => command.key === key)?.run(),
        }}
      >
        <Button icon={<EllipsisOutlined />} title="复制、排序、历史">
          更多
        </Button>
      </Dropdown>
      <span className="tool-scope">{scope.isSelection ? `已选 ${scope.count} 张` : ''}</span>
      <span className="spacer" />
      <Input.Search
        className="workbench-search"
        allowClear
        placeholder="查找名称、目标、指标"
        aria-label="查找表单"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
    </div>
  );
}
