import { describe, expect, it } from 'vitest';
import { findRunningRows } from '../../../../../shared/forms/recognise/running-rows.ts';

const always = (): boolean => true;

function rowsIn(text: string, count = 3): (readonly string[])[] {
  return findRunningRows(text, count, always).map(({ name, amounts, around }) => [name, ...amounts, around]);
}

describe('findRunningRows', () => {
  it('finds words with as many amounts as asked for, and the text around them', () => {
    expect(rowsIn('修复乡村道路,保持 道路养护 12.50 12.50 0.00 路面平整。')).toEqual([
      ['道路养护', '12.50', '12.50', '0.00', '修复乡村道路,保持 路面平整。'],
    ]);
  });

  it('parts the texts of neighbouring rows at the last sentence that ends between them', () => {
    const text = '修路。清扫 道路养护 12.50 12.50 0.00 路面。补种 树木。每月 绿化管护 3.00 2.00 1.00 浇水两次。';
    expect(rowsIn(text)).toEqual([
      ['道路养护', '12.50', '12.50', '0.00', '修路。清扫 路面。补种 树木。'],
      ['绿化管护', '3.00', '2.00', '1.00', '每月 浇水两次。'],
    ]);
  });

  it('takes spaces and separators inside amounts', () => {
    expect(rowsIn('项目 道路养护 2, 306. 00 1,306.00 1 000.00'.replace('1 000.00', '1,000 .00'))).toEqual([
      ['道路养护', '2, 306. 00', '1,306.00', '1,000 .00', '项目'],
    ]);
  });

  it('finds the name before a line of the long text that came between', () => {
    expect(rowsIn('按计划,为村道 道路养护 修补坑槽,保持 5.00 5.00 0.00 平整。')).toEqual([
      ['道路养护', '5.00', '5.00', '0.00', '按计划,为村道 修补坑槽,保持 平整。'],
    ]);
  });

  it('puts a name together that a space cut inside its brackets', () => {
    expect(rowsIn('前文。 道路养护(含结 转) 5.00 5.00 0.00')[0]?.[0]).toBe('道路养护(含结转)');
  });

  it.each([
    ['fewer amounts', '前文 道路养护 5.00 5.00 平整。'],
    ['more amounts', '前文 道路养护 5.00 5.00 0.00 1.00 平整。'],
    ['amounts within words', '前文 道路养护5.00 5.00 0.00平整。'],
    ['no name', '养护里程,里程。 5.00 5.00 0.00 平整。'],
    ['nothing before', '5.00 5.00 0.00 平整。'],
    ['nothing', ''],
  ])('finds none in text with %s', (_what, text) => {
    expect(rowsIn(text)).toEqual([]);
  });

  it('asks whether amounts can be those of a row, and leaves the text of others to their neighbours', () => {
    const text = '道路 2024 2025 2026 年。 绿化管护 3.00 2.00 1.00 浇水。';
    const found = findRunningRows(text, 3, ([first = '']) => first.includes('.'));
    expect(found.map(({ name, around }) => [name, around])).toEqual([['绿化管护', '道路 2024 2025 2026 年。 浇水。']]);
  });

  it('finds every row of a text of hundreds of pages', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `第${index}号道路养护 12.50 12.00 0.50 路面。`).join(' ');
    const found = rowsIn(text);
    expect(found).toHaveLength(10_000);
    expect(found.at(-1)).toEqual(['第9999号道路养护', '12.50', '12.00', '0.50', '路面。']);
    expect(rowsIn(`名称 ${'1.00 2.00 3.00 甲 '.repeat(10_000)}`)).toHaveLength(1);
  });

  it('takes one figure behind words for no row', () => {
    expect(rowsIn('前文 道路养护 5.00 平整。', 1)).toEqual([]);
  });
});
