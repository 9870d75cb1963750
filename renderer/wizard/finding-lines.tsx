import type { Finding } from '../../shared/domain/finding.ts';
import { useWizard } from './wizard-context.tsx';

const SEVERITY_WORD = { error: '错误', warning: '提醒', hint: '建议' } as const;

/** The button that mends a problem, where the mend is certain. It can be undone. */
export function FixButton({ finding }: { readonly finding: Finding }) {
  const { copy } = useWizard();
  const { fix } = finding;
  if (!fix) return null;
  const mend = () => {
    copy.seal();
    copy.setText(fix.path, fix.value);
    copy.seal();
  };
  return (
    <button type="button" className="fix-button" onClick={mend}>
      {fix.label}
    </button>
  );
}

/** Problems in words, under what they are about. */
export function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding) => (
    <div
      key={`${finding.ruleId} ${finding.path} ${finding.message}`}
      className={`finding finding-${finding.severity}`}
      data-rule={finding.ruleId}
    >
      <span className="finding-word">{SEVERITY_WORD[finding.severity]}</span>
      <span>{finding.message}</span>
      <FixButton finding={finding} />
    </div>
  ));
}
