import { describe, expect, it } from 'vitest';
import { findingsByRow, worstSeverity } from '../../../../renderer/sheet/cell-findings.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';

const finding = (path: string, severity: Finding['severity'] = 'error', message = 'm'): Finding => ({
  ruleId: 'r',
  severity,
  outcome: 'fail',
  path,
  place: '',
  message,
});

describe('findingsByRow', () => {
  it('sorts failures of the table to their cells', () => {
    const sorted = findingsByRow(
      'indicators',
      'level1',
      [
        finding('indicators.2.target'),
        finding('indicators.2.target', 'hint'),
        finding('indicators.0'),
        finding('goals.1.text'),
        finding('projectName'),
        { ...finding('indicators.5.target'), outcome: 'pass' },
      ],
      new Map(),
    );
    expect([...sorted.keys()].sort()).toEqual([0, 2]);
    expect(sorted.get(2)?.get('target')).toHaveLength(2);
    expect(sorted.get(0)?.has('level1')).toBe(true);
  });
  it('keeps the object of a row that says the same', () => {
    const before = findingsByRow('t', 'a', [finding('t.0.a'), finding('t.1.a')], new Map());
    const after = findingsByRow('t', 'a', [finding('t.0.a'), finding('t.1.a', 'error', '另')], before);
    expect(after.get(0)).toBe(before.get(0));
    expect(after.get(1)).not.toBe(before.get(1));
  });
});

describe('worstSeverity', () => {
  it('is the gravest', () => {
    expect(worstSeverity([finding('a', 'hint'), finding('a', 'warning')])).toBe('warning');
    expect(worstSeverity([])).toBeNull();
  });
});
