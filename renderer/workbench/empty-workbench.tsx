import { CopyOutlined, FileAddOutlined, ImportOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

interface Way {
  readonly key: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly line: string;
  readonly go: () => void;
}

/** A year without forms: the ways in, each with what it does. */
export function EmptyWorkbench({
  year,
  onImport,
  onCreate,
  onCarry,
  onCreateSet,
  onSample,
}: {
  readonly year: number;
  readonly onImport: () => void;
  readonly onCreate: () => void;
  readonly onCarry: () => void;
  /** Null where there are no budget tables for the year. */
  readonly onCreateSet: (() => void) | null;
  readonly onSample: () => void;
}) {
  const ways: readonly Way[] = [
    {
      key: 'import',
      icon: <ImportOutlined />,
      title: '导入已有文档',
      line: '选择以前填好的表格文件，或直接粘贴表格；先看识别结果，确认后才保存。',
      go: onImport,
    },
    {
      key: 'carry',
      icon: <CopyOutlined />,
      title: '沿用上年',
      line: '把以前年度的表单带到本年度；期限顺延，金额可保留或清空，仍写着上年的地方逐处列出。',
      go: onCarry,
    },
    {
      key: 'create',
      icon: <FileAddOutlined />,
      title: '新建一张表单',
      line: '从空白表样开始，按步骤填写；边填边存，旁边就是打印出来的样子。',
      go: onCreate,
    },
  ];
  return (
    <div className="empty-workbench">
      <h2>{year}年度还没有表单</h2>
      <div className="empty-ways">
        {ways.map(({ key, icon, title, line, go }) => (
          <button key={key} type="button" className="empty-way" data-way={key} onClick={go}>
            <span className="empty-icon">{icon}</span>
            <strong>{title}</strong>
            <span>{line}</span>
          </button>
        ))}
      </div>
      {onCreateSet && (
        <p className="empty-sample">
          编部门预算的，可以
          <button type="button" className="link-button" data-way="budget-set" onClick={onCreateSet}>
            新建一套预算表
          </button>
          ，各表之间的数自动取用。
        </p>
      )}
      <p className="empty-sample">
        想先熟悉一下，可以
        <button type="button" className="link-button" data-way="sample" onClick={onSample}>
          载入示例县
        </button>
        的几张虚构表单，以后可以一次移除。
      </p>
    </div>
  );
}
