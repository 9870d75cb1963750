import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { useWorkspace } from './workspace.tsx';

const MAX_UNIT_LENGTH = 80;

/** The unit's name and the sample forms. */
export function SettingsScreen() {
  const rpc = useRpc();
  const { info, reload } = useWorkspace();
  const [unit, setUnit] = useState(info.unit);
  const [error, setError] = useState<AppError | null>(null);
  const run = async (work: Promise<{ ok: true } | { ok: false; error: AppError }>) => {
    const result = await work;
    setError(result.ok ? null : result.error);
    if (result.ok) reload();
  };
  const saveUnit = () => {
    const name = unit.trim();
    if (name !== info.unit) void run(rpc.call('workspace.update', { unit: name }));
  };
  return (
    <div className="page page-text">
      <h2>设置</h2>
      {error && <Alert type="error" banner title={describeError(error)} />}
      <div className="setting">
        <label htmlFor="setting-unit">填报单位</label>
        <div>
          <Input
            id="setting-unit"
            value={unit}
            maxLength={MAX_UNIT_LENGTH}
            onChange={(event) => setUnit(event.target.value)}
            onBlur={saveUnit}
            onPressEnter={saveUnit}
          />
          <p>盖章单位的全称。新建表单时自动填入，已有的表单不会改动。离开输入框即保存。</p>
        </div>
      </div>
      <div className="setting">
        <span>示例数据</span>
        <div>
          {info.hasSample ? (
            <Button onClick={() => void run(rpc.call('sample.remove', {}))}>移除示例数据</Button>
          ) : (
            <Button onClick={() => void run(rpc.call('sample.add', {}))}>载入示例县</Button>
          )}
          <p>几张虚构的表单，供熟悉程序；移除时不影响其他表单。</p>
        </div>
      </div>
      <div className="setting">
        <span>版本</span>
        <div>县财填报 {info.programVersion}</div>
      </div>
    </div>
  );
}
