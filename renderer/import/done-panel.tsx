import { Alert, Button } from 'antd';
import { useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { navigate } from '../app/router.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import type { SavedForm } from './use-import.ts';
import { words } from './words.ts';

export interface DonePanelProps {
  /** The year one works in. */
  readonly fiscalYear: number;
  readonly saved: readonly SavedForm[];
  readonly sameCount: number;
  readonly onDone: (recordIds: readonly string[]) => void;
  readonly onMore: () => void;
}

/** What was saved, and where to go from here. Forms of another year are shown by going over to that year. */
export function DonePanel({ fiscalYear, saved, sameCount, onDone, onMore }: DonePanelProps) {
  const rpc = useRpc();
  const { reload } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const years = [...new Set(saved.map((form) => form.fiscalYear))];
  const otherYear = years.includes(fiscalYear) ? undefined : years[0];
  const leave = () => onDone(saved.map(({ id }) => id));

  async function goToYear(year: number): Promise<void> {
    const answer = await rpc.call('workspace.update', { fiscalYear: year });
    if (!answer.ok) {
      setProblem(describeError(answer.error));
      return;
    }
    reload();
    leave();
  }

  return (
    <div className="import-done">
      <Alert
        type="success"
        showIcon
        title={words.received(saved.length, sameCount)}
        description={otherYear === undefined ? undefined : words.ofOtherYear(otherYear, fiscalYear)}
      />
      {problem === null ? null : <Alert type="error" showIcon title={problem} />}
      <div className="import-done-actions">
        {otherYear === undefined ? null : (
          <Button type="primary" onClick={() => void goToYear(otherYear)}>
            {words.toYear(otherYear)}
          </Button>
        )}
        <Button type={otherYear === undefined ? 'primary' : 'default'} onClick={leave}>
          {words.toWorkbench}
        </Button>
        <Button onClick={onMore}>{words.more}</Button>
      </div>
      <ul className="import-saved">
        {saved.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <button
              type="button"
              className="link-button"
              onClick={() => navigate({ name: 'form', recordId: id, step: null, at: null })}
            >
              {words.open}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
