import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../../../renderer/wizard/copy/first-difference.ts';
import { withField, withRows } from '../../../../../shared/domain/answers.ts';
import { soundAnswers, soundIndicators } from '../../../../support/sample-form.ts';

describe('firstDifference', () => {
  it('names the field that changed', () => {
    expect(firstDifference(soundAnswers, withField(soundAnswers, 'projectName', '改名'))).toBe('projectName');
    expect(firstDifference(soundAnswers, withField(soundAnswers, 'annualFunds.other', '1'))).toBe('annualFunds.other');
  });

  it('names the cell that changed', () => {
    const rows = soundIndicators.map((row, index) => (index === 2 ? { ...row, target: '≥1次' } : row));
    expect(firstDifference(soundAnswers, withRows(soundAnswers, 'indicators', rows))).toBe('indicators.2.target');
  });

  it('names a row that is there after a row was added or removed', () => {
    const fewer = withRows(soundAnswers, 'indicators', soundIndicators.slice(0, -1));
    expect(firstDifference(soundAnswers, fewer)).toMatch(/^indicators\.4\./u);
    expect(firstDifference(fewer, soundAnswers)).toMatch(/^indicators\.5\./u);
  });

  it('says nothing of states that are the same', () => {
    expect(firstDifference(soundAnswers, { ...soundAnswers })).toBeNull();
  });
});
