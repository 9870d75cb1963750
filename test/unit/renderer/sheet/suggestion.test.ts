import { describe, expect, test } from 'vitest';
import { patternText, suggestionLine } from '../../../../renderer/sheet/suggestion.ts';
import type { LibraryIndicator } from '../../../../shared/indicators/library-indicator.ts';
import { rateIndicator } from '../../../support/indicators.ts';

const indicator: LibraryIndicator = { ...rateIndicator, uses: 3, sources: ['own', 'past', 'shipped'] };

describe('suggestionLine', () => {
  const notes = (more: Partial<LibraryIndicator>, level2 = '质量指标') =>
    suggestionLine({ kind: 'indicator', indicator: { ...indicator, ...more } }, level2, 2026).notes;

  test('says how the target is written and the nearest source', () => {
    expect(notes({})).toEqual(['≥…%', '本单位 3 张表']);
    expect(notes({ sources: ['past', 'shipped'] })).toEqual(['≥…%', '往年 3 张表']);
    expect(notes({ sources: ['shipped'], uses: 0, pattern: null })).toEqual(['内置']);
  });

  test('names the category only where it is another one', () => {
    expect(notes({}, '数量指标')[0]).toBe('质量指标');
  });

  test('shows where the figure of a target is to come', () => {
    const line = (text: string, caret: number, uses: number) =>
      suggestionLine({ kind: 'target', target: { text, caret, uses } }, '', 2026);
    expect(line('≥%', 1, 0)).toEqual({ text: '≥…%', notes: ['常用写法'] });
    expect(line('≥95%', 4, 2)).toEqual({ text: '≥95%', notes: ['用过 2 次'] });
  });
});

test('words of a pattern have the year of the form', () => {
  expect(patternText({ form: 'words', words: ['{year}年底前'] }, 2027)).toBe('2027年底前');
});
