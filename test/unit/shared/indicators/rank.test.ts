import { describe, expect, test } from 'vitest';
import { pinyinKeys } from '../../../../shared/domain/pinyin.ts';
import type { LibraryIndicator } from '../../../../shared/indicators/library-indicator.ts';
import {
  type Candidate,
  matchStrength,
  rankIndicators,
  searchKey,
  type Wanted,
} from '../../../../shared/indicators/rank.ts';
import { outerCategory } from '../../../../shared/indicators/standard-category.ts';

function candidate(
  name: string,
  level2: string,
  more: Partial<LibraryIndicator> & { likeness?: number } = {},
): Candidate {
  const { likeness = 0, ...own } = more;
  const indicator: LibraryIndicator = {
    level1: outerCategory(level2),
    level2,
    name,
    kind: null,
    pattern: null,
    fields: [],
    uses: 0,
    sources: ['shipped'],
    ...own,
  };
  return { indicator, key: searchKey(name), initials: pinyinKeys(name).initials, likeness };
}

const nothing: Wanted = { typed: '', level1: '', level2: '', fields: [] };
const quality = { level1: '产出指标', level2: '质量指标' };
const ranked = (candidates: readonly Candidate[], wanted: Partial<Wanted>, limit = 20) =>
  rankIndicators(candidates, { ...nothing, ...wanted }, limit).map(({ name }) => name);

describe('matchStrength', () => {
  const strength = (typed: string) => matchStrength('设备验收合格率', 'sbyshgl', typed);
  test('the same is more than the beginning, that more than the inside', () => {
    const falling = ['设备验收合格率', '设备', 'sby', '验收', 'ysh', '没有'].map(strength);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
    expect(falling.at(-1)).toBe(0);
  });

  test('one letter is not looked for inside of names', () => {
    expect(strength('h')).toBe(0);
  });
});

describe('rankIndicators', () => {
  const candidates = [
    candidate('设备更新数量', '数量指标'),
    candidate('设备验收合格率', '质量指标'),
    candidate('医疗设备完好率', '质量指标', { fields: ['卫生'] }),
  ];

  test('takes what fits the typed text, in Chinese or by first letters, whatever the width', () => {
    expect(ranked(candidates, { typed: '验收' })).toEqual(['设备验收合格率']);
    expect(ranked(candidates, { typed: 'ＳＢＹ' })).toEqual(['设备验收合格率']);
    expect(ranked(candidates, { typed: '村' })).toEqual([]);
  });

  test("puts the row's category first", () => {
    expect(ranked(candidates, { typed: '设备', ...quality })).toEqual([
      '设备验收合格率',
      '医疗设备完好率',
      '设备更新数量',
    ]);
    expect(ranked(candidates, { typed: '设备', level1: '产出指标', level2: '数量指标' })[0]).toBe('设备更新数量');
  });

  test('shows only the category while nothing is typed', () => {
    expect(ranked(candidates, quality)).toEqual(['设备验收合格率', '医疗设备完好率']);
  });

  test('prefers the field of the project, then what was used more, and forms over the shipped set', () => {
    expect(ranked(candidates, { ...quality, fields: ['卫生'] })[0]).toBe('医疗设备完好率');
    const used = [
      candidate('到货合格率', '质量指标'),
      candidate('安装合格率', '质量指标', { uses: 1, sources: ['past'] }),
      candidate('调试合格率', '质量指标', { uses: 1, sources: ['own'] }),
      candidate('返修合格率', '质量指标', { uses: 30, sources: ['own'] }),
    ];
    expect(ranked(used, { typed: '合格率', ...quality })).toEqual([
      '返修合格率',
      '调试合格率',
      '安装合格率',
      '到货合格率',
    ]);
  });

  test('what a project with a like name used stands before what many others used', () => {
    const both = [
      candidate('采购合格率', '质量指标', { uses: 500, sources: ['past'] }),
      candidate('彩超合格率', '质量指标', { uses: 1, sources: ['past'], likeness: 0.9 }),
    ];
    expect(ranked(both, { typed: '合格率', ...quality })).toEqual(['彩超合格率', '采购合格率']);
  });

  test('gives no more than are wanted', () => {
    expect(ranked(candidates, { typed: '设备' }, 2)).toHaveLength(2);
  });
});
