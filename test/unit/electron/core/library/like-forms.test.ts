import { expect, test } from 'vitest';
import { likeForms } from '../../../../../electron/core/library/like-forms.ts';

const titles = ['县道养护', '乡镇卫生院设备更新', '2025年乡镇卫生院设备更新项目', '乡镇卫生院设备购置'].map(
  (title, seq) => ({
    seq,
    title,
  }),
);

test('finds the projects with a like name, the most alike first', () => {
  expect(likeForms('2026年乡镇卫生院设备更新', titles).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('finds none for a name that says nothing', () => {
  expect(likeForms('项目', titles)).toEqual([]);
  expect(likeForms('', titles)).toEqual([]);
});
