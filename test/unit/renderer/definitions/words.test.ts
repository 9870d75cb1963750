import { describe, expect, it, test } from 'vitest';
import { familyName, verdict, yearsText } from '../../../../renderer/definitions/words.ts';
import type { DefinitionReport } from '../../../../shared/rpc/definition-types.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

const problem = (severity: 'error' | 'warning') => ({ severity, line: 1, column: 1, path: '', place: '', message: '' });
const report = (change: Partial<DefinitionReport>): DefinitionReport => ({
  file: 'a.json',
  contents: '',
  problems: [],
  definition: { ...sampleDefinition, version: 3 },
  standing: 'new',
  ...change,
});

describe('a checked file', () => {
  it('with errors says how many, and that nothing was installed', () => {
    const words = verdict(
      report({ problems: [problem('error'), problem('warning'), problem('error')], definition: null, standing: null }),
    );
    expect(words).toContain('2 处错误');
    expect(words).toContain('没有安装');
  });

  it('without says what installing does', () => {
    expect(verdict(report({}))).toBe('没有发现问题。');
    expect(verdict(report({ problems: [problem('warning')] }))).toContain('1 处提醒，可以安装');
    expect(verdict(report({ standing: 'newer' }))).toContain('新建表单采用第 3 版');
    expect(verdict(report({ standing: 'same' }))).toContain('不必再装');
  });
});

test('years are said as people say them', () => {
  expect(yearsText({ fromYear: 2024, toYear: null })).toBe('2024年起');
  expect(yearsText({ fromYear: 2024, toYear: 2026 })).toBe('2024—2026年');
  expect(yearsText({ fromYear: 2024, toYear: 2024 })).toBe('2024年');
});

test('a family nobody knows is called by its own name', () => {
  expect(familyName('project-target')).toBe('项目绩效目标');
  expect(familyName('budget-narrative')).toBe('预算公开说明');
  expect(familyName('toString')).toBe('toString');
});
