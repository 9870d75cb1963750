import { describe, expect, test } from 'vitest';
import { insertIndicator } from '../../../../renderer/library/insert-indicator.ts';
import { rateIndicator, shippedIndicatorColumns } from '../../../support/indicators.ts';

const plain = shippedIndicatorColumns('dalian-project-target');
const coded = shippedIndicatorColumns('hongsibu-project-target');
const parts = shippedIndicatorColumns('chengde-project-target');

const row = (level1: string, level2: string, level3: string, target = '') => ({ level1, level2, level3, target });
const namesOf = (inserted: ReturnType<typeof insertIndicator>) =>
  inserted?.rows.map(({ level2, level3 }) => `${level2} ${level3}`);

describe('insertIndicator', () => {
  test('puts it behind the last one of its category, also where categories are not repeated', () => {
    const rows = [row('产出指标', '质量指标', '甲'), row('', '', '乙'), row('', '时效指标', '丙')];
    const inserted = insertIndicator(plain, rows, rateIndicator, 2026);
    expect(namesOf(inserted)).toEqual(['质量指标 甲', ' 乙', '质量指标 设备完好率', '时效指标 丙']);
    expect(inserted).toMatchObject({ row: 2, column: 'target' });
  });

  test("takes the place of a row that says 无, in the form's own categories", () => {
    const rows = [row('1-产出指标', '11-数量指标', '甲', '1个'), row('1-产出指标', '12-质量指标', '无', '无')];
    const inserted = insertIndicator(coded, rows, rateIndicator, 2026);
    expect(inserted?.rows).toHaveLength(2);
    expect(inserted?.rows[1]).toMatchObject({ level2: '12-质量指标', level3: '设备完好率', target: '' });
  });

  test('is added at the end where its category is not there yet', () => {
    expect(namesOf(insertIndicator(coded, [], rateIndicator, 2026))).toEqual(['12-质量指标 设备完好率']);
  });

  test('fills sign and unit of a form that has columns for them', () => {
    const inserted = insertIndicator(parts, [], rateIndicator, 2026);
    expect(inserted?.rows[0]).toMatchObject({ level3: '设备完好率', operator: '≥', unit: '%' });
    expect(inserted?.column).toBe('value');
  });

  test('is refused by a full table', () => {
    const full = { ...plain, table: { ...plain.table, maxRows: 1 } };
    expect(insertIndicator(full, [row('产出指标', '质量指标', '甲')], rateIndicator, 2026)).toBeUndefined();
  });
});
