import { describeError } from '../../shared/domain/app-error.ts';
import type { SaveState } from '../wizard/copy/autosaver.ts';
import { useCopies, useCoreState, useSaveState } from './copies-context.tsx';
import { formatClock } from './format-time.ts';
import { navigate, useRoute } from './router.ts';

/** The state of saving in a few words. */
export function saveStateText(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.atMs === null ? '内容已全部保存' : `已保存 ${formatClock(state.atMs)}`;
    case 'waiting':
      return '未保存';
    case 'saving':
      return '保存中';
    case 'failed':
    case 'conflict':
      return `未保存：${describeError(state.error)}`;
  }
}

/** Always true: what is on disk, and why not if it is not. */
export function SaveStateLabel() {
  const copies = useCopies();
  const { recordId, state } = useSaveState();
  const route = useRoute();
  const isElsewhere = recordId !== null && !(route.name === 'form' && route.recordId === recordId);
  const text = saveStateText(state);
  return (
    <span className={`save-state save-state-${state.kind}`} role="status" data-testid="save-state" title={text}>
      <span className="save-state-text">{text}</span>
      {isElsewhere && (state.kind === 'failed' || state.kind === 'conflict') && (
        <button
          type="button"
          className="link-button"
          onClick={() => navigate({ name: 'form', recordId, step: null, at: null })}
        >
          打开该表单
        </button>
      )}
      {state.kind === 'failed' && (
        <button type="button" className="link-button" onClick={() => copies.retryAll()}>
          立即重试
        </button>
      )}
    </span>
  );
}

/** Speaks only while the core is away. */
export function CoreStateLabel() {
  const core = useCoreState();
  if (core === 'ready') return null;
  return (
    <span className="core-state" role="alert">
      {core === 'restarting' ? '后台服务正在重新启动，可以继续填写' : '后台服务已停止，请保持窗口打开并重新启动程序'}
    </span>
  );
}
