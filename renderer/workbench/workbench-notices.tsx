import { Alert, Button, Progress } from 'antd';
import type { ExportState } from './use-export.ts';

/** What was removed, until the person goes on; it comes back at a click. */
export function RemovedNotice({
  count,
  onRestore,
  onClose,
}: {
  readonly count: number;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Alert
      type="info"
      banner
      title={`已删除 ${count} 张表单。`}
      closable={{ onClose }}
      action={
        <Button size="small" onClick={onRestore}>
          撤销
        </Button>
      }
    />
  );
}

/** How far an export is, what became of it. */
export function ExportNotice({ state, onClose }: { readonly state: ExportState; readonly onClose: () => void }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running': {
      const { progress, cancel } = state;
      return (
        <Alert
          type="info"
          banner
          title={
            <span className="export-progress">
              正在导出{progress ? ` ${progress.done} / ${progress.total}` : ''}
              <Progress
                percent={progress ? Math.floor((progress.done * 100) / Math.max(progress.total, 1)) : 0}
                showInfo={false}
                size="small"
              />
            </span>
          }
          action={
            <Button size="small" onClick={cancel}>
              取消
            </Button>
          }
        />
      );
    }
    case 'done':
      return (
        <Alert type="success" banner title={`已导出 ${state.forms} 张表单：${state.fileName}`} closable={{ onClose }} />
      );
    case 'failed':
      return <Alert type="error" banner title={state.message} closable={{ onClose }} />;
  }
}

/** Forms whose last changes an earlier window could not save. */
export function RescuedNotice({
  titles,
  onOpen,
}: {
  readonly titles: readonly { readonly recordId: string; readonly title: string }[];
  readonly onOpen: (recordId: string) => void;
}) {
  const [first] = titles;
  if (!first) return null;
  const more = titles.length > 1 ? `等 ${titles.length} 张表单` : '';
  return (
    <Alert
      type="warning"
      banner
      title={`“${first.title || '未命名'}”${more}上次有内容没来得及保存，打开后可以恢复。`}
      action={
        <Button size="small" onClick={() => onOpen(first.recordId)}>
          打开
        </Button>
      }
    />
  );
}
