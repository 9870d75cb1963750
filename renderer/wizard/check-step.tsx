import { Collapse } from 'antd';
import { useEffect } from 'react';
import type { Finding } from '../../shared/domain/finding.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import { FixButton } from './finding-lines.tsx';
import { useAnalysis, useWizard } from './wizard-context.tsx';

const GROUPS = [
  { severity: 'error', title: '错误', note: '改正后才能上报' },
  { severity: 'warning', title: '提醒', note: '请核对，确有原因的可以保留' },
  { severity: 'hint', title: '建议', note: '供参考' },
] as const;

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { goToPath } = useWizard();
  return (
    <ul className="check-list">
      {findings.map((finding) => (
        <li key={`${finding.ruleId} ${finding.path} ${finding.message}`}>
          <button
            type="button"
            className={`finding-link finding-${finding.severity}`}
            disabled={finding.path === ''}
            data-path={finding.path}
            onClick={() => goToPath(finding.path)}
          >
            <span className="finding-place">{finding.place}</span>
            <span>{finding.message}</span>
          </button>
          <FixButton finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function MissingList({ paths }: { readonly paths: readonly string[] }) {
  const { copy, goToPath } = useWizard();
  return (
    <section className="check-group">
      <h3>
        尚未填写 <span className="check-count">{paths.length}</span>
        <small>填好后才能上报</small>
      </h3>
      <ul className="missing-list">
        {paths.map((path) => (
          <li key={path}>
            <button type="button" className="finding-link" data-path={path} onClick={() => goToPath(path)}>
              {placeName(copy.definition, path)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything the checks found, grouped by weight; and what they could not judge, so that silence is not praise. */
export function CheckStep() {
  const { analyst } = useWizard();
  const { findings, failed, missing } = useAnalysis();
  useEffect(() => void analyst.upToDate(), [analyst]);
  const by = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome);
  const couldNotRun = by('couldNotRun');
  const notApplicable = by('notApplicable');
  const passed = by('pass');
  const rest = [
    { key: 'couldNotRun', label: `未能审核 ${couldNotRun.length}`, list: couldNotRun },
    { key: 'notApplicable', label: `不适用 ${notApplicable.length}`, list: notApplicable },
    { key: 'pass', label: `已通过 ${passed.length}`, list: passed },
  ].filter(({ list }) => list.length > 0);
  return (
    <div className="check-step">
      {failed.length === 0 && missing.size === 0 && (
        <p className="check-clear">必填项已填全，已审核的 {passed.length} 项没有发现问题。</p>
      )}
      {missing.size > 0 && <MissingList paths={[...missing]} />}
      {GROUPS.map(({ severity, title, note }) => {
        const list = failed.filter((finding) => finding.severity === severity);
        return list.length === 0 ? null : (
          <section key={severity} className="check-group">
            <h3>
              {title} <span className={`check-count check-count-${severity}`}>{list.length}</span>
              <small>{note}</small>
            </h3>
            <FindingList findings={list} />
          </section>
        );
      })}
      <Collapse
        size="small"
        ghost
        items={rest.map(({ key, label, list }) => ({
          key,
          label,
          children: (
            <ul className="quiet-list">
              {list.map((finding) => (
                <li key={`${finding.ruleId} ${finding.message}`}>{finding.message}</li>
              ))}
            </ul>
          ),
        }))}
      />
    </div>
  );
}
