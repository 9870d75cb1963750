import { describe, expect, it } from 'vitest';
import {
  cellValue,
  noOtherTables,
  otherPlaceWords,
  otherValue,
} from '../../../../../shared/forms/arithmetic/other-tables.ts';
import { beside, soundExpenditure } from '../../../../support/budget-tables.ts';

const definition = 'test-expenditure';

describe('amounts of other tables', () => {
  it('are found by code or as the top, exactly', () => {
    const others = beside(soundExpenditure);
    expect(otherValue(others, { definition, row: 'top', column: 'total' })).toBe(130_500_000n);
    expect(otherValue(others, { definition, row: '2100101', column: 'basic' })).toBe(80_500_000n);
  });

  it('are empty where the table has no such line, unknown where there is no table', () => {
    const reference = { definition, row: '299', column: 'total' };
    expect(otherValue(beside(soundExpenditure), reference)).toBeNull();
    expect(otherValue(beside(null), reference)).toBeUndefined();
    expect(otherValue(noOtherTables, reference)).toBeUndefined();
  });

  it('are told by table, line and column', () => {
    const place = { definition, row: '2100101', column: 'basic' };
    expect(otherPlaceWords(beside(soundExpenditure), place)).toBe('《支出总表》第8行“2100101 行政运行”的“基本支出”');
    expect(otherPlaceWords(beside(null), place)).toBe('《支出总表》“2100101”行的“基本支出”');
    expect(otherPlaceWords(beside(null), { ...place, row: 'top' })).toBe('《支出总表》“合计”行的“基本支出”');
    expect(otherPlaceWords(noOtherTables, place)).toBe('《test-expenditure》');
  });
});

describe('cellValue', () => {
  it('counts in 分 of the unit, and knows empty from unreadable', () => {
    expect([cellValue('1.5', '万元'), cellValue('1.5', '元')]).toEqual([1_500_000n, 150n]);
    expect([cellValue(' ', '元'), cellValue('约5', '元'), cellValue('0.001', '元')]).toEqual([
      null,
      undefined,
      undefined,
    ]);
  });
});
