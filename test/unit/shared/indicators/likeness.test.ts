import { expect, test } from 'vitest';
import { nameLikeness, namePairs } from '../../../../shared/indicators/likeness.ts';

const likeness = (a: string, b: string) => nameLikeness(namePairs(a), namePairs(b));

test('the same project of another year is the same', () => {
  expect(likeness('2025年乡镇卫生院设备更新项目', '乡镇卫生院设备更新（2026年度）')).toBe(1);
});

test('a project of the same kind is more alike than one of another', () => {
  expect(likeness('村卫生室设备购置', '乡镇卫生院设备购置')).toBeGreaterThan(
    likeness('村卫生室设备购置', '农村公路养护'),
  );
});

test('names that only say that they are projects are like nothing', () => {
  expect(likeness('2026年度专项资金', '2025年度专项资金')).toBe(0);
  expect(likeness('', '设备')).toBe(0);
});
