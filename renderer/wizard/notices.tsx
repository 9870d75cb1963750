import { Alert, Button, Space } from 'antd';
import { useSyncExternalStore } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { useCopies } from '../app/copies-context.tsx';
import { formatMoment } from '../app/format-time.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { useWizard } from './wizard-context.tsx';

/** What an earlier window could not save, with the choice to take it. */
function RescuedNotice() {
  const copies = useCopies();
  const { copy } = useWizard();
  const rescued = useSyncExternalStore(copies.subscribe, () => copies.rescuedOf(copy.recordId));
  if (!rescued) return null;
  return (
    <Alert
      type="warning"
      banner
      title={`上次（${formatMoment(rescued.atMs, Date.now())}）有内容没来得及保存，可以恢复到本表。`}
      action={
        <Space>
          <Button size="small" type="primary" onClick={() => copies.takeRescued(copy.recordId)}>
            恢复未保存的内容
          </Button>
          <Button size="small" onClick={() => copies.refuseRescued(copy.recordId)}>
            不需要
          </Button>
        </Space>
      }
    />
  );
}

/** The form was changed or removed elsewhere: nothing is overwritten before the person has chosen. */
function ConflictNotice() {
  const rpc = useRpc();
  const copies = useCopies();
  const { copy, saver } = useWizard();
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  if (state.kind !== 'conflict') return null;
  const showNewest = async () => {
    const result = await rpc.call('record.get', { ids: [copy.recordId] });
    const record = result.ok ? result.value[0] : undefined;
    if (!record) return;
    copies.takeNewest(record);
  };
  const restore = async () => {
    const result = await rpc.call('record.restore', { ids: [copy.recordId] });
    if (result.ok) saver.keepMine();
  };
  return (
    <Alert
      type="error"
      banner
      title={`${describeError(state.error)}您填写的内容仍在本窗口中。`}
      action={
        state.error.kind === 'recordMissing' ? (
          <Button size="small" onClick={() => void restore()}>
            恢复该表单并保存
          </Button>
        ) : (
          <Space>
            <Button size="small" onClick={() => void showNewest()}>
              查看最新
            </Button>
            <Button size="small" onClick={() => saver.keepMine()}>
              保留我的
            </Button>
          </Space>
        )
      }
    />
  );
}

/** What is not saved yet and why, in full; the foot has only room for a few words. */
function FailureNotice() {
  const { saver } = useWizard();
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  if (state.kind !== 'failed') return null;
  const { kind } = state.error;
  // A restart takes a second and mends itself; the foot says so.
  if (kind === 'coreRestarted' || kind === 'notConnected') return null;
  return (
    <Alert
      type="warning"
      banner
      title={describeError(state.error)}
      action={
        <Button size="small" onClick={() => saver.retryNow()}>
          立即重试
        </Button>
      }
    />
  );
}

/** Everything about saving that needs a person. */
export function Notices() {
  return (
    <>
      <RescuedNotice />
      <ConflictNotice />
      <FailureNotice />
    </>
  );
}
