import { describe, expect, it } from 'vitest';
import { pageMarks } from '../../../../shared/grid/page-marks.ts';

const marked = (...texts: string[]): number[] => [...pageMarks(texts)];
const lines = (count: number): string[] => new Array(count).fill('正文');

describe('the number of a page among lines', () => {
  it('is known by how it is written', () => {
    for (const mark of [
      '- 3 -',
      '— 12 —',
      '－３－',
      '第 3 页',
      '第3页 共10页',
      '第 3 页，共 10 页',
      'Page 3 of 10',
      '续表',
      '（续）',
    ]) {
      expect(marked('甲', mark, '乙'), mark).toEqual([1]);
    }
  });

  it('is no other text', () => {
    for (const text of ['-3', '3%', '3.', '第3页的说明', '第3张表', '—', '', '12', '3/10', '2025']) {
      expect(marked('甲', text, '乙'), text).toEqual([]);
    }
  });

  it('may be a bare number where others count on from it, pages apart', () => {
    const document = [...lines(3), '7', ...lines(20), '8', ...lines(20), '9', ...lines(20), '10'];
    expect(marked(...document).map((index) => document[index])).toEqual(['7', '8', '9', '10']);
    expect(marked('7', ...lines(20), '8', ...lines(20), '9/12')).toEqual([0, 21, 42]);
    expect(marked('7', ...lines(20), '8', ...lines(20), '8')).toEqual([]);
    expect(marked('1', '甲', '2', '乙', '3', '丙', '4')).toEqual([]);
  });
});
