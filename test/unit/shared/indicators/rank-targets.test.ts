import { describe, expect, test } from 'vitest';
import { pinyinKeys } from '../../../../shared/domain/pinyin.ts';
import { rankTargets, type UsedTarget } from '../../../../shared/indicators/rank-targets.ts';
import type { TargetPattern } from '../../../../shared/indicators/target-pattern.ts';

const percent: TargetPattern = { form: 'figure', operator: '≥', unit: '%' };
const offered = (typed: string, used: readonly UsedTarget[], patterns: readonly TargetPattern[] = []) =>
  rankTargets(typed, used, patterns, 2026, (text) => pinyinKeys(text).initials).map(({ text }) => text);

const used: readonly UsedTarget[] = [
  { text: '≥95%', uses: 7 },
  { text: '≥90%', uses: 2 },
];

describe('rankTargets', () => {
  test('offers what forms wrote, then the usual way with the caret before the unit', () => {
    expect(rankTargets('', used, [percent], 2026, () => '')).toEqual([
      { text: '≥95%', caret: 4, uses: 7 },
      { text: '≥90%', caret: 4, uses: 2 },
      { text: '≥%', caret: 1, uses: 0 },
    ]);
  });

  test('completes a figure with the usual sign and unit', () => {
    expect(offered('88', [], [percent])).toEqual(['≥88%']);
    expect(offered('9', used)).toEqual(['≥9%', '≥95%', '≥90%']);
  });

  test.each(['>=9', '≥9', '＞＝９'])('knows the sign however it is typed: %s', (typed) => {
    expect(offered(typed, used)).toEqual(['≥9%', '≥95%', '≥90%']);
  });

  test('offers nothing that is typed already', () => {
    expect(offered('≥95%', used, [percent])).toEqual([]);
    expect(offered('=3人', used, [percent])).toEqual([]);
  });

  test('finds words by a part and by first letters', () => {
    const words: readonly TargetPattern[] = [{ form: 'words', words: ['逐步提高', '明显改善'] }];
    expect(offered('', [], words)).toEqual(['逐步提高', '明显改善']);
    expect(offered('改善', [], words)).toEqual(['明显改善']);
    expect(offered('zb', [], words)).toEqual(['逐步提高']);
  });

  test("writes last year's words with this year", () => {
    expect(offered('', [{ text: '2025年10月底前', uses: 3 }])).toEqual(['2026年10月底前']);
  });
});
