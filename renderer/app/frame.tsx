import {
  ApartmentOutlined,
  BarChartOutlined,
  BookOutlined,
  FilePdfOutlined,
  FileSearchOutlined,
  ProfileOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { App as AntApp, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { navigate, useRoute } from './router.ts';
import { CoreStateLabel, SaveStateLabel } from './save-state.tsx';
import { useWorkspace } from './workspace.tsx';

const navigation = [
  { name: 'workbench', label: '工作台', icon: <UnorderedListOutlined /> },
  { name: 'overview', label: '概览', icon: <BarChartOutlined /> },
  { name: 'check', label: '审核', icon: <FileSearchOutlined /> },
  { name: 'book', label: '公开文本', icon: <FilePdfOutlined /> },
  { name: 'library', label: '指标库', icon: <BookOutlined /> },
  { name: 'definitions', label: '表样', icon: <ProfileOutlined /> },
  { name: 'subjects', label: '科目', icon: <ApartmentOutlined /> },
] as const;

/** Which entry of the navigation the present place belongs to. */
const HOME: Record<string, string> = {
  form: 'workbench',
  import: 'workbench',
  print: 'workbench',
  history: 'workbench',
  carry: 'workbench',
};

function SideNavigation() {
  const route = useRoute();
  const current = HOME[route.name] ?? route.name;
  return (
    <nav className="side-nav" aria-label="主要功能">
      {navigation.map(({ name, label, icon }) => (
        <button
          key={name}
          type="button"
          className="side-nav-item"
          aria-current={current === name ? 'page' : undefined}
          onClick={() => navigate(name === 'check' ? { name, recordIds: null } : { name })}
        >
          {icon}
          <span>{label}</span>
        </button>
      ))}
    </nav>
  );
}

function YearSwitch() {
  const rpc = useRpc();
  const { message } = AntApp.useApp();
  const { info, reload } = useWorkspace();
  const newest = Math.max(info.fiscalYear, ...info.years);
  const years = [...new Set([newest + 1, info.fiscalYear, ...info.years])].sort((a, b) => b - a);
  const change = async (fiscalYear: number) => {
    const result = await rpc.call('workspace.update', { fiscalYear });
    if (!result.ok) void message.error(describeError(result.error));
    reload();
    navigate({ name: 'workbench' });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: years.map((year) => ({ key: String(year), label: `${year}年度` })),
        selectedKeys: [String(info.fiscalYear)],
        onClick: ({ key }) => void change(Number(key)),
      }}
    >
      <Button type="text" size="small" data-testid="year-switch">
        {info.fiscalYear}年度 ▾
      </Button>
    </Dropdown>
  );
}

function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { info } = useWorkspace();
  return (
    <header className="top-bar">
      <strong className="product-name">县财填报</strong>
      <button
        type="button"
        className="unit-name"
        title={info.unit || '点击填写单位名称'}
        onClick={() => navigate({ name: 'settings' })}
      >
        {info.unit || '未填写单位'}
      </button>
      <YearSwitch />
      <span className="spacer" />
      <button type="button" className="search-box" onClick={onSearch}>
        <SearchOutlined /> 查找表单或功能 <kbd>Ctrl+K</kbd>
      </button>
      <Button type="text" size="small" icon={<QuestionCircleOutlined />} onClick={() => navigate({ name: 'help' })}>
        帮助
      </Button>
      <Button type="text" size="small" icon={<SettingOutlined />} onClick={() => navigate({ name: 'settings' })}>
        设置
      </Button>
    </header>
  );
}

/** What stays around every screen. A screen with a foot of its own shows the state of saving there. */
export function Frame({
  children,
  hasOwnFoot,
  onSearch,
}: {
  readonly children: ReactNode;
  readonly hasOwnFoot: boolean;
  readonly onSearch: () => void;
}) {
  return (
    <div className="frame">
      <TopBar onSearch={onSearch} />
      <div className="frame-body">
        <SideNavigation />
        <main className="screen">{children}</main>
      </div>
      {!hasOwnFoot && (
        <footer className="status-bar">
          <CoreStateLabel />
          <span className="spacer" />
          <SaveStateLabel />
        </footer>
      )}
    </div>
  );
}
