import { describe, expect, test } from 'vitest';
import { fillRow, formCategory } from '../../../../shared/indicators/fill-row.ts';
import type { LibraryIndicator } from '../../../../shared/indicators/library-indicator.ts';
import { rateIndicator, shippedIndicatorColumns } from '../../../support/indicators.ts';

const whole = shippedIndicatorColumns('hongsibu-project-target');
const parts = shippedIndicatorColumns('chengde-project-target');

const worded: LibraryIndicator = {
  ...rateIndicator,
  level2: '时效指标',
  kind: 'date',
  pattern: { form: 'words', words: ['{year}年9月底前'] },
};
const row = { level1: '1-产出指标', level2: '12-质量指标', level3: '完好', target: '' };

describe('fillRow', () => {
  test('writes the name, and begins an empty target with sign and unit', () => {
    expect(fillRow(whole, row, rateIndicator, 2026)).toEqual({
      texts: { level3: '设备完好率' },
      begin: { column: 'target', text: '≥%', caret: 1 },
    });
  });

  test('leaves a target that stands there alone', () => {
    expect(fillRow(whole, { ...row, target: '=100%' }, rateIndicator, 2026).begin).toBeNull();
    const filled = { level1: '产出指标', level2: '质量指标', operator: '', value: '3', unit: '' };
    expect(fillRow(parts, filled, rateIndicator, 2026)).toEqual({ texts: { level3: '设备完好率' }, begin: null });
  });

  test("gives a row without a category the indicator's, in the form's own words", () => {
    expect(fillRow(whole, {}, rateIndicator, 2026).texts).toEqual({
      level1: '1-产出指标',
      level2: '12-质量指标',
      level3: '设备完好率',
    });
  });

  test('fills sign and unit where they have columns of their own, and goes on at the figure', () => {
    expect(fillRow(parts, { level1: '产出指标', level2: '质量指标' }, rateIndicator, 2026)).toEqual({
      texts: { level3: '设备完好率', operator: '≥', unit: '%' },
      begin: { column: 'value', text: '', caret: 0 },
    });
    expect(fillRow(parts, { level1: '产出指标', level2: '时效指标' }, worded, 2027)).toEqual({
      texts: { level3: '设备完好率', operator: '文字描述', unit: '2027年9月底前' },
      begin: null,
    });
  });

  test('only names an indicator of which no target is known', () => {
    const bare = { ...rateIndicator, pattern: null, kind: null };
    expect(fillRow(whole, row, bare, 2026)).toEqual({ texts: { level3: '设备完好率' }, begin: null });
  });
});

test('a category that the form does not have keeps its standard name', () => {
  expect(formCategory({ ...whole.table, categories: [] }, '质量指标')).toEqual({
    level1: '产出指标',
    level2: '质量指标',
  });
});
