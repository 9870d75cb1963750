import { expect, test } from 'vitest';
import { fieldsOfTitle } from '../../../../shared/indicators/field-of-work.ts';

const fields = [
  { field: '卫生', keywords: ['医院', '卫生院'] },
  { field: '设备购置', keywords: ['设备', '采购'] },
];

test('a project belongs to every field its name speaks of', () => {
  expect(fieldsOfTitle('乡镇卫生院设备更新', fields)).toEqual(['卫生', '设备购置']);
  expect(fieldsOfTitle('卫生监督', fields)).toEqual(['卫生']);
  expect(fieldsOfTitle('路灯', fields)).toEqual([]);
});
