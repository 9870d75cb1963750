import { expect, test } from 'vitest';
import { answerAt, tableRows } from '../../../../shared/domain/answers.ts';
import { withAnswer } from '../../../../shared/forms/set-answer.ts';
import { sampleDefinition, soundAnswers, soundIndicators } from '../../../support/sample-form.ts';

const set = (path: string, text: string) => withAnswer(sampleDefinition, soundAnswers, path, text);

test.each(['projectName', 'annualFunds.total', 'indicators.0.target', 'indicators.5.level3'])(
  '%s is set, and nothing else',
  (path) => {
    const changed = set(path, '新的内容') ?? {};
    expect(answerAt(changed, path)).toBe('新的内容');
    const back = withAnswer(sampleDefinition, changed, path, answerAt(soundAnswers, path));
    expect(back).toEqual(soundAnswers);
  },
);

test('the row after the last one begins a new row', () => {
  const rows = tableRows(set('indicators.6.level3', '新指标') ?? {}, 'indicators');
  expect(rows).toHaveLength(soundIndicators.length + 1);
  expect(rows.at(-1)?.level3).toBe('新指标');
});

test.each([
  '',
  'nothing',
  'annualFunds',
  'annualFunds.nothing',
  'indicators',
  'indicators.0',
  'indicators.7.level3',
  'indicators.-1.level3',
  'indicators.0.operator',
  'indicators.0.level3.more',
])('%j is no place of the form', (path) => {
  expect(set(path, '内容')).toBeUndefined();
});
