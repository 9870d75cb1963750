import { describe, expect, it } from 'vitest';
import { textLength } from '../../../../../shared/checks/rules/text-length.ts';
import { findingsOf, outcomesOf, sampleDefinition, soundWith } from '../../../../support/sample-form.ts';

const limit = sampleDefinition.fields.find(({ id }) => id === 'annualGoal')?.maxLength ?? 0;

describe('text-length', () => {
  it('passes a text of just the limit, counted in characters as people see them', () => {
    expect(limit).toBeGreaterThan(0);
    expect(outcomesOf(textLength, soundWith({ annualGoal: '字'.repeat(limit) }))).toEqual(['pass']);
    expect(outcomesOf(textLength, soundWith({ annualGoal: '𠮷'.repeat(limit) }))).toEqual(['pass']);
  });

  it('fails for one more, and says both figures', () => {
    expect(findingsOf(textLength, soundWith({ annualGoal: '字'.repeat(limit + 1) }))).toMatchObject([
      {
        outcome: 'fail',
        severity: 'error',
        path: 'annualGoal',
        message: expect.stringMatching(`${limit + 1} 字.*${limit} 字`),
      },
    ]);
  });

  it('does not apply where nothing limited is filled in', () => {
    expect(outcomesOf(textLength, {})).toEqual(['notApplicable']);
  });
});
