import { Button, Progress } from 'antd';
import type { Progress as Step } from '../../shared/rpc/method.ts';

/** How far long work is, what it is at, and the button that stops it. */
export function BatchProgress({
  what,
  progress,
  onCancel,
}: {
  /** 正在审核 */
  readonly what: string;
  readonly progress: Step | null;
  readonly onCancel: () => void;
}) {
  const { done = 0, total = 0, label = '' } = progress ?? {};
  return (
    <div className="batch-progress" role="status">
      <span>
        {what}
        {total > 0 ? ` ${done} / ${total}` : ''}
      </span>
      <Progress percent={total === 0 ? 0 : Math.floor((done * 100) / total)} showInfo={false} size="small" />
      <span className="batch-label">{label}</span>
      <Button onClick={onCancel}>取消</Button>
    </div>
  );
}
