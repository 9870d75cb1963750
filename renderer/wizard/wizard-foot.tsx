import { HistoryOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { navigate } from '../app/router.ts';
import { CoreStateLabel, SaveStateLabel } from '../app/save-state.tsx';
import { NEXT_MODE_TEXT, type PaperMode } from './paper-mode.ts';
import { useWizard } from './wizard-context.tsx';

/** Where to go next, undo, and the state of saving. */
export function WizardFoot({
  previous,
  next,
  paperMode,
  onUndo,
  onRedo,
  onPaperMode,
}: {
  readonly previous: { readonly title: string; readonly go: () => void } | null;
  readonly next: { readonly title: string; readonly go: () => void } | null;
  /** Null where there is no paper to show or hide. */
  readonly paperMode: PaperMode | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPaperMode: () => void;
}) {
  const { copy } = useWizard();
  const undoLabel = useSyncExternalStore(copy.subscribe, () => copy.state().history.past.at(-1)?.label ?? null);
  const redoLabel = useSyncExternalStore(copy.subscribe, () => copy.state().history.future.at(-1)?.label ?? null);
  return (
    <footer className="wizard-foot">
      <Button disabled={!previous} onClick={previous?.go} title="Alt+PageUp">
        ← 上一步
      </Button>
      <Button
        type="text"
        icon={<UndoOutlined />}
        disabled={undoLabel === null}
        title={undoLabel === null ? '' : `撤销：${undoLabel}（Ctrl+Z）`}
        onClick={onUndo}
      >
        撤销
      </Button>
      <Button
        type="text"
        icon={<RedoOutlined />}
        disabled={redoLabel === null}
        title={redoLabel === null ? '' : `重做：${redoLabel}（Ctrl+Y）`}
        onClick={onRedo}
      >
        重做
      </Button>
      <Button
        type="text"
        icon={<HistoryOutlined />}
        title="查看和恢复以前的版本"
        onClick={() => navigate({ name: 'history', recordId: copy.recordId })}
      >
        历史
      </Button>
      {paperMode !== null && (
        <Button type="text" onClick={onPaperMode} title="F8">
          {NEXT_MODE_TEXT[paperMode]}
        </Button>
      )}
      <span className="spacer" />
      <CoreStateLabel />
      <SaveStateLabel />
      <Button type="primary" disabled={!next} onClick={next?.go} title="Alt+PageDown">
        {next ? `${next.title} →` : '下一步 →'}
      </Button>
    </footer>
  );
}
