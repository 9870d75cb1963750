import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { countFindings } from '../../../../shared/domain/finding.ts';

const finding = (severity: Finding['severity'], outcome: Finding['outcome']): Finding => ({
  ruleId: 'sum',
  severity,
  outcome,
  path: '',
  place: '整张表单',
  message: '请核对。',
});

describe('countFindings', () => {
  it('counts failures by severity, and nothing else', () => {
    const findings = [
      finding('error', 'fail'),
      finding('error', 'pass'),
      finding('warning', 'fail'),
      finding('warning', 'fail'),
      finding('warning', 'couldNotRun'),
      finding('hint', 'notApplicable'),
    ];
    expect(countFindings(findings)).toEqual({ error: 1, warning: 2, hint: 0 });
    expect(countFindings([])).toEqual({ error: 0, warning: 0, hint: 0 });
  });
});
