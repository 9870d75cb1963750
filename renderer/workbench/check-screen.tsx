import { Alert, Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import type { Finding, Severity } from '../../shared/domain/finding.ts';
import { countProblems, isProblem, unfilledPlaces } from '../../shared/domain/finding.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { CoreContract } from '../../shared/rpc/contract.ts';
import type { OutputOf } from '../../shared/rpc/method.ts';
import { BatchProgress } from '../app/batch-progress.tsx';
import { navigate } from '../app/router.ts';
import { useBatch } from '../app/use-batch.ts';
import { useCall } from '../app/use-call.ts';
import { useSettled } from '../app/use-settled.ts';
import { useWorkspace } from '../app/workspace.tsx';
import '../wizard/findings.css';
import './workbench.css';

type Checked = OutputOf<CoreContract['check.run']>[number];

const WORDS: Record<Severity, string> = { error: '错误', warning: '提醒', hint: '建议' };
const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];
/** Findings of one form shown at once; the form itself shows all of them. */
const MAX_SHOWN = 30;

function bySeverity(findings: readonly Finding[]): Finding[] {
  return findings.filter(isProblem).sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function FormFindings({ checked }: { readonly checked: Checked }) {
  const { recordId, title, findings } = checked;
  const failed = bySeverity(findings);
  const counts = countProblems(findings);
  const unfilled = unfilledPlaces(findings);
  const open = (step: string | null, at: string | null) => navigate({ name: 'form', recordId, step, at });
  return (
    <section className="check-form">
      <h3>
        <button type="button" className="link-button" onClick={() => open('check', null)}>
          {title || '未命名'}
        </button>
        {ORDER.map(
          (severity) =>
            counts[severity] > 0 && (
              <span key={severity} className={`count-${severity}`}>
                {WORDS[severity]} {counts[severity]}
              </span>
            ),
        )}
        {unfilled.length > 0 && <span className="quiet">尚未填写 {unfilled.length}</span>}
      </h3>
      {unfilled.length > 0 && (
        <ul className="missing-list">
          {unfilled.slice(0, MAX_SHOWN).map(({ path, place }) => (
            <li key={path}>
              <button type="button" className="finding-link" onClick={() => open(null, path)}>
                {place}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="check-list">
        {failed.slice(0, MAX_SHOWN).map((finding) => (
          <li key={`${finding.ruleId} ${finding.path} ${finding.message}`}>
            <button
              type="button"
              className={`finding-link finding-${finding.severity}`}
              onClick={() => (finding.path === '' ? open('check', null) : open(null, finding.path))}
            >
              <span className="finding-word">{WORDS[finding.severity]}</span>
              <span className="finding-place">{finding.place}</span>
              <span>{finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
      {failed.length > MAX_SHOWN && (
        <button type="button" className="link-button" onClick={() => open('check', null)}>
          另有 {failed.length - MAX_SHOWN} 条，打开表单查看
        </button>
      )}
    </section>
  );
}

/** The checks over several forms: what is wrong where, each a way to its cell. */
export function CheckScreen({ recordIds }: { readonly recordIds: readonly string[] | null }) {
  const { info } = useWorkspace();
  const isSettled = useSettled();
  const list = useCall(
    'record.list',
    recordIds === null && isSettled ? { fiscalYear: info.fiscalYear, query: '' } : null,
  );
  const ids = recordIds ?? list.value?.map(({ id }) => id);
  const { running, start } = useBatch('check.run');
  const [checked, setChecked] = useState<Result<Checked[], AppError> | null>(null);
  const [round, setRound] = useState(0);
  const key = isSettled && ids ? ids.join(' ') : null;
  useEffect(() => {
    let isGone = false;
    const run = async (wanted: string) => {
      const result = await start({ ids: wanted === '' ? [] : wanted.split(' ') });
      if (!isGone) setChecked(result);
    };
    if (key !== null && round >= 0) void run(key);
    return () => {
      isGone = true;
    };
  }, [start, key, round]);
  const again = () => setRound(round + 1);
  const error = checked?.ok === false ? checked.error : list.error;
  if (running) return <BatchProgress what="正在审核" progress={running.progress} onCancel={running.cancel} />;
  if (error) {
    return (
      <Alert
        type="error"
        banner
        title={describeError(error)}
        action={
          <Button size="small" onClick={again}>
            重试
          </Button>
        }
      />
    );
  }
  if (!checked?.ok) return <Spin className="waiting" description="正在审核" />;
  const withFindings = checked.value.filter(({ findings }) => findings.some(({ outcome }) => outcome === 'fail'));
  const clear = checked.value.length - withFindings.length;
  const notRun = checked.value.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'couldNotRun'));
  return (
    <div className="page">
      <header className="page-head">
        <h2>审核结果</h2>
        <span>
          共审核 {checked.value.length} 张表单，{clear} 张没有发现问题
          {notRun.length > 0 ? `；有 ${notRun.length} 项因内容不全未能审核` : ''}。
        </span>
        <span className="spacer" />
        <Button onClick={again}>重新审核</Button>
      </header>
      <div className="page-scroll">
        {withFindings.map((one) => (
          <FormFindings key={one.recordId} checked={one} />
        ))}
      </div>
    </div>
  );
}
