import { expect, test } from 'vitest';
import { clipboardLine } from '../../../../renderer/library/clipboard-line.ts';
import type { LibraryIndicator } from '../../../../shared/indicators/library-indicator.ts';
import type { TargetPattern } from '../../../../shared/indicators/target-pattern.ts';

const line = (pattern: TargetPattern | null) => {
  const indicator: LibraryIndicator = {
    level1: '产出指标',
    level2: '时效指标',
    name: '竣工时间',
    kind: null,
    pattern,
    fields: [],
    uses: 0,
    sources: ['shipped'],
  };
  return clipboardLine(indicator, 2026).trimEnd().split('\t');
};

test('words go along with the year of the form, a figure that is still to come does not', () => {
  const start = ['产出指标', '时效指标', '竣工时间'];
  expect(line({ form: 'words', words: ['{year}年9月底前', '年底前'] })).toEqual([...start, '2026年9月底前']);
  expect(line({ form: 'figure', operator: '≤', unit: '天' })).toEqual(start);
});
