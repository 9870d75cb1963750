import { Alert, Button } from 'antd';
import { useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { navigate } from '../app/router.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import { CopyButton } from './copy-button.tsx';
import { countOf, type ImportReport, isTaken, reportSentences, reportText } from './report.ts';
import type { SavedForm } from './use-import.ts';
import { words } from './words.ts';

export interface DonePanelProps {
  /** The year one works in. */
  readonly fiscalYear: number;
  readonly saved: readonly SavedForm[];
  readonly report: ImportReport;
  readonly onDone: (recordIds: readonly string[]) => void;
  readonly onMore: () => void;
}

/** What was saved, and where to go from here. Forms of another year are shown by going over to that year. */
export function DonePanel({ fiscalYear, saved, report, onDone, onMore }: DonePanelProps) {
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
        title={words.received(saved.length, countOf(report, 'same'))}
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
      <Report report={report} />
      <b>{words.taken}</b>
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

/** What the import came to: in sentences, file by file where there are several, and the forms that stayed out. */
function Report({ report }: { readonly report: ImportReport }) {
  const notTaken = report.forms.filter((form) => !isTaken(form));
  return (
    <section className="import-report" aria-label={words.report}>
      <header>
        <b>{words.report}</b>
        <CopyButton text={reportText(report)} label={words.copyReport} />
      </header>
      {reportSentences(report).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {report.files.length < 2 ? null : (
        <ul className="import-saved">
          {report.files.map(({ file, found, taken, message }, index) => (
            // The same name may come twice, from two folders.
            <li key={`${String(index)} ${file}`} className={message === null ? undefined : 'import-warn'}>
              <span>{file}</span>
              <span>{message ?? words.reportFile(found, taken)}</span>
            </li>
          ))}
        </ul>
      )}
      {notTaken.length === 0 ? null : (
        <>
          <b>{words.reportNotTaken}</b>
          <ul className="import-saved">
            {notTaken.map(({ title, file, place, outcome }) => (
              <li key={`${file} ${place}`}>
                <span>{title}</span>
                <span className="import-quiet">{words.outcomes[outcome]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
