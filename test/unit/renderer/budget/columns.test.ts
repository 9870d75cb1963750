import { expect, it } from 'vitest';
import { frozenCount, frozenWidth, mayBeCut, placeColumns } from '../../../../renderer/budget/columns.ts';
import { nearestScroll, rowWindow } from '../../../../renderer/budget/row-window.ts';
import { subjectTable } from '../../../support/budget-tables.ts';

const [table] = subjectTable.tables;

it('keeps codes and names in sight, one column behind the other', () => {
  const places = table ? placeColumns(table, 700) : [];
  expect(places.map(({ isFrozen }) => isFrozen)).toEqual([true, true, false, false, false]);
  for (const [index, { left }] of places.slice(1).entries()) {
    expect(left).toBe((places[index]?.left ?? 0) + (places[index]?.width ?? 0));
  }
});

it('gives room that is left to texts', () => {
  const width = (room: number) => (table ? placeColumns(table, room)[1]?.width : undefined) ?? 0;
  expect(width(1200)).toBeGreaterThan(width(600));
});

it('draws the lines in view and some more, within the table', () => {
  expect(rowWindow(0, 300, 30, 5)).toEqual({ first: 0, end: 5 });
  const { first, end } = rowWindow(3000, 300, 30, 500);
  expect(first).toBeLessThanOrEqual(100);
  expect(end).toBeGreaterThanOrEqual(110);
  expect(end - first).toBeLessThan(40);
});

it('scrolls as little as possible', () => {
  expect(nearestScroll(100, 50, 110, 20)).toBe(100);
  expect(nearestScroll(100, 50, 90, 20)).toBe(90);
  expect(nearestScroll(100, 50, 140, 20)).toBe(110);
});

it('keeps the first columns in sight, with the numbers of the lines', () => {
  const places = table ? placeColumns(table, 700) : [];
  expect(frozenCount(places)).toBe(2);
  expect(frozenWidth(places)).toBe(places[2]?.left);
});

it('lets a text that surely has room stand unclipped', () => {
  expect(mayBeCut('12,345.67', 116)).toBe(false);
  expect(mayBeCut('2080505', 92)).toBe(false);
  expect(mayBeCut('社会保障和就业支出', 196)).toBe(false);
  expect(mayBeCut('机关事业单位基本养老保险缴费支出', 196)).toBe(true);
  expect(mayBeCut('123,456,789,012.34', 116)).toBe(true);
});
