import { expect, it } from 'vitest';
import { keepsEmptyCells, stretchesOf } from '../../../../../electron/core/readers/text-shape.ts';

const rows = ['a\tb', 'c\td', 'e\tf'];
const cells = ['\ta', '\tb', '\tc', '', '\td', '\te', '\tf'];

it('parts a text where its shape changes, and takes lines without tabs along', () => {
  expect(stretchesOf([...rows, '', '说明', ...cells])).toEqual([
    { start: 0, end: 5, isStacked: false },
    { start: 5, end: 12, isStacked: true },
  ]);
});

it('takes a few lines in the other shape for slips', () => {
  expect(stretchesOf([...cells, '\tg\th', ...cells])).toEqual([{ start: 0, end: 15, isStacked: true }]);
  expect(stretchesOf([...rows, '\ta', '\tb', ...rows])).toEqual([{ start: 0, end: 8, isStacked: false }]);
  expect(stretchesOf(['无表格'])).toEqual([{ start: 0, end: 1, isStacked: false }]);
});

it('tells from empty cells that none were stripped, and nothing from few cells', () => {
  const many = Array.from({ length: 30 }, (_, index) => `\t${index}`);
  expect(keepsEmptyCells([...many, '\t'])).toBe(true);
  expect(keepsEmptyCells(many)).toBe(false);
  expect(keepsEmptyCells(cells)).toBe(true);
});
