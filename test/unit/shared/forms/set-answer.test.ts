import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAt, tableRows } from '../../../../shared/domain/answers.ts';
import { withAnswer } from '../../../../shared/forms/set-answer.ts';
import { sampleDefinition, soundAnswers, soundIndicators } from '../../../support/sample-form.ts';

const rowCount = soundIndicators.length;

describe('withAnswer', () => {
  it('sets a field, a part of a group and a table cell, and leaves everything else', () => {
    const paths = ['annualGoal', 'annualFunds.total', 'indicators.0.target', `indicators.${rowCount - 1}.level3`];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), (path, text) => {
        const changed = withAnswer(sampleDefinition, soundAnswers, path, text);
        if (!changed) throw new Error(`no place ${path}`);
        for (const other of paths) {
          expect(answerAt(changed, other)).toBe(other === path ? text : answerAt(soundAnswers, other));
        }
        expect(tableRows(changed, 'indicators')).toHaveLength(rowCount);
      }),
    );
  });

  it('begins a row after the last one', () => {
    const changed = withAnswer(sampleDefinition, soundAnswers, `indicators.${rowCount}.level3`, '借阅人次');
    expect(tableRows(changed ?? {}, 'indicators').at(-1)).toMatchObject({ level1: '', level3: '借阅人次', target: '' });
  });

  it.each([
    '',
    'none',
    'annualFunds',
    'annualFunds.none',
    'indicators',
    'indicators.0',
    'indicators.0.none',
    'indicators.-1.target',
    'indicators.1e0.target',
    `indicators.${rowCount + 1}.target`,
    'indicators.0.target.x',
    '__proto__',
  ])('gives nothing for %j, which the form does not have', (path) => {
    expect(withAnswer(sampleDefinition, soundAnswers, path, 'x')).toBeUndefined();
  });
});
