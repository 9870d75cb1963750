import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rows } from '../../../../renderer/sheet/sheet-rows.ts';
import {
  blockOf,
  clearRange,
  copyDown,
  insertRow,
  moveRows,
  removeRows,
  repeatedColumns,
  setTexts,
} from '../../../../renderer/sheet/sheet-rows.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const [table] = shippedDefinition('dalian-project-target').tables;
if (!table) throw new Error('the form has a table');

const row = (level1: string, level2: string, level3: string, target = '') => ({ level1, level2, level3, target });
const rows: Rows = [
  row('产出指标', '数量指标', '甲'),
  row('产出指标', '质量指标', '乙'),
  row('效益指标', '社会效益指标', '丙'),
];
const names = (list: Rows) => list.map((each) => each.level3);

describe('setTexts', () => {
  it('writes a text as typed and keeps the other rows as they are', () => {
    const next = setTexts(table, rows, 1, { target: ' 不低于 90％' });
    expect(next[1]).toEqual({ ...rows[1], target: ' 不低于 90％', operator: '≥', value: '90', unit: '%' });
    expect(next[0]).toBe(rows[0]);
    expect(rows[1]?.target).toBe('');
  });
  it('adds a row of the category above', () => {
    expect(setTexts(table, rows, 3, { level3: '丁' }).at(-1)).toMatchObject(row('效益指标', '社会效益指标', '丁'));
  });
  it('adds a row of its own category where one is named', () => {
    expect(setTexts(table, rows, 3, { level1: '满意度指标' }).at(-1)).toMatchObject(row('满意度指标', '', ''));
  });
});

describe('rows', () => {
  it('are inserted, removed and moved', () => {
    expect(names(insertRow(table, rows, 1, { level3: '新' }))).toEqual(['甲', '新', '乙', '丙']);
    expect(names(removeRows(rows, 0, 1))).toEqual(['丙']);
    expect(names(moveRows(rows, 0, 1, 1))).toEqual(['丙', '甲', '乙']);
    expect(names(moveRows(rows, 2, 2, -1))).toEqual(['甲', '丙', '乙']);
    expect(moveRows(rows, 0, 1, -1)).toBe(rows);
    expect(moveRows(rows, 1, 2, 1)).toBe(rows);
  });
  it('move down and up again to where they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }), (first, more) => {
        const last = Math.min(first + more, 1);
        expect(moveRows(moveRows(rows, first, last, 1), first + 1, last + 1, -1)).toEqual(rows);
      }),
    );
  });
  it('are cleared in the range only', () => {
    const next = clearRange(table, rows, { top: 1, bottom: 2, left: 2, right: 2 });
    expect(names(next)).toEqual(['甲', '', '']);
    expect(next[1]?.level2).toBe('质量指标');
  });
  it('are copied down from the first of the range, or from above', () => {
    expect(names(copyDown(table, rows, { top: 0, bottom: 2, left: 2, right: 2 }))).toEqual(['甲', '甲', '甲']);
    expect(names(copyDown(table, rows, { top: 2, bottom: 2, left: 2, right: 2 }))).toEqual(['甲', '乙', '乙']);
    expect(copyDown(table, rows, { top: 0, bottom: 0, left: 2, right: 2 })).toBe(rows);
  });
  it('give the texts of a range', () => {
    expect(blockOf(table, rows, { top: 0, bottom: 1, left: 1, right: 2 })).toEqual([
      ['数量指标', '甲'],
      ['质量指标', '乙'],
    ]);
  });
});

describe('repeatedColumns', () => {
  it('counts equal categories from the outermost on', () => {
    expect(repeatedColumns(table, rows[1] ?? {}, rows[0])).toBe(1);
    expect(repeatedColumns(table, rows[2] ?? {}, rows[1])).toBe(0);
    expect(repeatedColumns(table, rows[0] ?? {}, rows[0])).toBe(2);
    expect(repeatedColumns(table, rows[0] ?? {}, undefined)).toBe(0);
    expect(repeatedColumns(table, row('', '', ''), row('', '', ''))).toBe(0);
  });
});
