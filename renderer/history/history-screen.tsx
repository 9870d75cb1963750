import { Alert, Button, Segmented, Space, Spin } from 'antd';
import { useMemo, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import { summaryTitle } from '../../shared/forms/shape.ts';
import { formatMoment } from '../app/format-time.ts';
import { navigate } from '../app/router.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { ComparedPapers } from './compared-papers.tsx';
import './history.css';
import { groupRevisions } from './revision-groups.ts';
import { RevisionList } from './revision-list.tsx';
import { type StateRef, useSavedState } from './use-compared.ts';

type Against = 'previous' | 'current';

/** A form's history: who changed what when, two states compared on paper, and going back to one. */
export function HistoryScreen({ recordId }: { readonly recordId: string }) {
  const rpc = useRpc();
  // What was typed a moment ago is part of the history.
  const isSettled = useSettled();
  const history = useCall('record.history', isSettled ? { id: recordId } : null);
  const records = useCall('record.get', isSettled ? { ids: [recordId] } : null);
  const record = records.value?.[0];
  const definitionCall = useCall(
    'definition.get',
    record ? { id: record.definitionId, version: record.definitionVersion } : null,
  );
  const definition = definitionCall.value;
  const [isEach, setIsEach] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [against, setAgainst] = useState<Against>('previous');
  const [isSideBySide, setIsSideBySide] = useState(true);
  const [failure, setFailure] = useState<AppError | null>(null);
  /** The state to go back to when the person thinks better of it. */
  const [undoTo, setUndoTo] = useState<string | null>(null);

  const groups = useMemo(() => groupRevisions(history.value ?? [], isEach), [history.value, isEach]);
  const current = history.value?.at(-1);
  const chosen = groups.find(({ last }) => last.id === chosenId) ?? groups[0];
  const momentOf = (revision: string): string => {
    const entry = history.value?.find(({ id }) => id === revision);
    return entry ? formatMoment(entry.savedAtMs, Date.now()) : '更早';
  };
  const isOld = chosen !== undefined && current !== undefined && chosen.last.id !== current.id;
  const own: StateRef | null = chosen
    ? { revision: chosen.last.id, title: `${momentOf(chosen.last.id)}${isOld ? '' : '（当前）'}` }
    : null;
  const base: StateRef | null = chosen
    ? { revision: chosen.base, title: chosen.base === null ? '空白表' : `上一版：${momentOf(chosen.base)}` }
    : null;
  const toCurrent: StateRef | null = current ? { revision: current.id, title: `当前：${momentOf(current.id)}` } : null;
  const isToCurrent = against === 'current' && isOld;
  const before = useSavedState(recordId, definition, isToCurrent ? own : base);
  const after = useSavedState(recordId, definition, isToCurrent ? toCurrent : own);

  const reload = () => {
    history.reload();
    records.reload();
  };
  const revert = async (revision: string, isUndo: boolean) => {
    if (!current) return;
    const result = await rpc.call('record.revert', { id: recordId, revision, parentRevision: current.id });
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setUndoTo(isUndo ? null : current.id);
    setChosenId(null);
    reload();
  };

  const error = failure ?? history.error ?? records.error ?? definitionCall.error ?? before.error ?? after.error;
  const openForm = () => navigate({ name: 'form', recordId, step: null, at: null });
  if (!record || !definition || !chosen) {
    return error ? (
      <Alert type="error" banner title={describeError(error)} action={<Button onClick={reload}>重试</Button>} />
    ) : (
      <Spin className="waiting" description="正在读取历史" />
    );
  }
  return (
    <div className="page history">
      <header className="page-head">
        <button type="button" className="link-button" onClick={openForm}>
          ← 回到表单
        </button>
        <h2 className="history-title">历史：{summaryTitle(definition, record.answers) || '未命名'}</h2>
        <span className="spacer" />
        <Segmented<Against>
          aria-label="与哪一版比较"
          value={isToCurrent ? 'current' : 'previous'}
          onChange={setAgainst}
          options={[
            { value: 'previous', label: '与上一版比较' },
            { value: 'current', label: '与当前版比较', disabled: !isOld },
          ]}
        />
        <Segmented
          aria-label="纸面"
          value={isSideBySide ? '并排' : '单页'}
          onChange={(value) => setIsSideBySide(value === '并排')}
          options={['并排', '单页']}
        />
        <Button type="primary" disabled={!isOld} onClick={() => void revert(chosen.last.id, false)}>
          恢复到此版本
        </Button>
      </header>
      {error && (
        <Alert
          type="error"
          banner
          title={describeError(error)}
          action={
            <Button size="small" onClick={() => [setFailure(null), reload()]}>
              重新读取
            </Button>
          }
        />
      )}
      {undoTo !== null && (
        <Alert
          type="success"
          banner
          title="已恢复，恢复前的内容仍在历史中。"
          closable={{ onClose: () => setUndoTo(null) }}
          action={
            <Space>
              <Button size="small" onClick={() => void revert(undoTo, true)}>
                撤销恢复
              </Button>
              <Button size="small" onClick={openForm}>
                打开表单
              </Button>
            </Space>
          }
        />
      )}
      <div className="history-body">
        <RevisionList
          groups={groups}
          chosen={chosen.last.id}
          isEach={isEach}
          momentOf={momentOf}
          onChoose={({ last }) => setChosenId(last.id)}
          onEach={setIsEach}
        />
        <div className="history-papers">
          {before.state && after.state ? (
            <ComparedPapers
              definition={definition}
              fiscalYear={record.fiscalYear}
              before={before.state}
              after={after.state}
              isSideBySide={isSideBySide}
            />
          ) : (
            <Spin className="waiting" />
          )}
        </div>
      </div>
    </div>
  );
}
