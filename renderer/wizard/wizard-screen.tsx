import { Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import { useCopies } from '../app/copies-context.tsx';
import { navigate } from '../app/router.ts';
import { noteForm } from '../library/last-form.ts';
import { useRpc } from '../rpc/client-context.tsx';
import type { OpenCopy } from './copy/open-copies.ts';
import { Wizard } from './wizard.tsx';
import './findings.css';
import './wizard.css';

/** Opens one form: what is not saved yet from the window, otherwise as the core holds it. */
export function WizardScreen({
  recordId,
  step,
  at,
}: {
  readonly recordId: string;
  readonly step: string | null;
  readonly at: string | null;
}) {
  const rpc = useRpc();
  const copies = useCopies();
  const [open, setOpen] = useState<OpenCopy | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isGone = false;
    noteForm(recordId);
    const load = async () => {
      const unsaved = copies.unsaved(recordId);
      if (unsaved) {
        setOpen(unsaved);
        return;
      }
      const found = await rpc.call('record.get', { ids: [recordId] });
      if (isGone) return;
      const record = found.ok ? found.value[0] : undefined;
      if (!record) {
        setError(found.ok ? { kind: 'recordMissing', id: recordId } : found.error);
        return;
      }
      const definition = await rpc.call('definition.get', {
        id: record.definitionId,
        version: record.definitionVersion,
      });
      if (isGone) return;
      if (definition.ok) setOpen(copies.open(record, definition.value));
      setError(definition.ok ? null : definition.error);
    };
    if (round >= 0) void load();
    return () => {
      isGone = true;
      copies.leave(recordId);
    };
  }, [rpc, copies, recordId, round]);

  if (open) return <Wizard open={open} step={step} at={at} />;
  if (error) {
    return (
      <Result
        status="warning"
        title="没有打开表单"
        subTitle={describeError(error)}
        extra={[
          <Button key="retry" onClick={() => setRound(round + 1)}>
            重试
          </Button>,
          <Button key="back" type="primary" onClick={() => navigate({ name: 'workbench' })}>
            回到工作台
          </Button>,
        ]}
      />
    );
  }
  return <Spin className="waiting" description="正在打开表单" />;
}
