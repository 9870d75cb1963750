import { Alert, Button, Popconfirm, Spin } from 'antd';
import { useState } from 'react';
import { type AppError, describeError } from '../../shared/domain/app-error.ts';
import type { ManagedDefinition } from '../../shared/rpc/definition-types.ts';
import { useCall } from '../app/use-call.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import { useCreate } from '../workbench/create-context.tsx';
import { BlankForm } from './blank-form.tsx';
import { words } from './words.ts';

/** A chosen form as blank paper, and what can be done with it. */
export function DefinitionPane({
  chosen,
  onRemoved,
  onSaid,
}: {
  readonly chosen: ManagedDefinition;
  readonly onRemoved: () => void;
  readonly onSaid: (sentence: string) => void;
}) {
  const rpc = useRpc();
  const { info } = useWorkspace();
  const create = useCreate();
  const [failure, setFailure] = useState<AppError | null>(null);
  const { id, version, name, region, origin, isNewest, forms, fromYear, toYear } = chosen;
  const definition = useCall('definition.get', { id, version });
  const error = failure ?? definition.error;
  const isForYear = fromYear <= info.fiscalYear && (toYear === null || info.fiscalYear <= toYear);

  const exportFile = async () => {
    const suggestedName = `${region}${name}第${version}版.json`;
    const target = await rpc.call('host.chooseTarget', { suggestedName, format: 'json' });
    if (!target.ok) return setFailure(target.error);
    if (target.value === null) return;
    const written = await rpc.call('definition.export', { id, version, target: target.value.token });
    if (!written.ok) return setFailure(written.error);
    await rpc.deliver(target.value);
    setFailure(null);
    onSaid(words.exported);
  };
  const remove = async () => {
    const removed = await rpc.call('definition.remove', { id, version });
    if (!removed.ok) return setFailure(removed.error);
    onSaid(words.removed);
    onRemoved();
  };

  return (
    <div className="definition-paper">
      <div className="definition-tools">
        {isNewest && isForYear && (
          <Button type="primary" onClick={() => void create(id).then(setFailure)}>
            用此表样新建{info.fiscalYear}年度表单
          </Button>
        )}
        <Button onClick={() => void exportFile()}>{words.exportAs}</Button>
        {origin === 'installed' && (
          <Popconfirm
            title={`移除“${name}”第 ${version} 版？`}
            description={forms > 0 ? `还有 ${forms} 张表单使用，不能移除。` : '以后可以重新安装。'}
            okText={words.remove}
            cancelText="不移除"
            okButtonProps={{ disabled: forms > 0 }}
            onConfirm={() => void remove()}
          >
            <Button>{words.remove}</Button>
          </Popconfirm>
        )}
        <code className="definition-id">{id}</code>
      </div>
      {error && <Alert type="error" banner title={describeError(error)} />}
      {definition.value ? (
        <BlankForm definition={definition.value} fiscalYear={isForYear ? info.fiscalYear : fromYear} />
      ) : (
        <Spin className="waiting" />
      )}
    </div>
  );
}
