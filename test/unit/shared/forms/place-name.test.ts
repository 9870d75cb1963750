import { describe, expect, it } from 'vitest';
import { placeName } from '../../../../shared/forms/place-name.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

describe('placeName', () => {
  it.each([
    ['', '整张表单'],
    ['annualFunds.total', '年度金额'],
    ['indicators', '绩效指标'],
    ['indicators.0', '绩效指标第1行'],
    ['indicators.3.target', '绩效指标第4行“年度指标值”'],
    ['indicators.3.none', '绩效指标第4行'],
    ['none', 'none'],
    ['none.1.x', 'none.1.x'],
  ])('%j is %s', (path, name) => {
    expect(placeName(sampleDefinition, path)).toBe(name);
  });
});
