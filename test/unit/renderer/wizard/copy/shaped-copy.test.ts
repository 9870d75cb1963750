import { describe, expect, it } from 'vitest';
import { shapeCopy } from '../../../../../renderer/wizard/copy/shaped-copy.ts';
import { answerAt, withRows } from '../../../../../shared/domain/answers.ts';
import { shapeAnswers } from '../../../../../shared/forms/shape.ts';
import { output, sampleDefinition, soundAnswers } from '../../../../support/sample-form.ts';

const blank = output('', '', '');
const typed = withRows(soundAnswers, 'indicators', [
  output('甲', '1个'),
  { ...blank, level1: '' },
  output('乙', '2个'),
  { ...blank, level1: '', level2: '' },
]);

describe('shapeCopy', () => {
  const shaped = shapeCopy(sampleDefinition, typed);

  it('has the answers as they are saved', () => {
    expect(shaped.answers).toEqual(shapeAnswers(sampleDefinition, typed));
  });

  it('finds the same row under both numbers', () => {
    expect(answerAt(shaped.answers, 'indicators.1.level3')).toBe('乙');
    expect(shaped.toTyped('indicators.1.level3')).toBe('indicators.2.level3');
    expect(shaped.toShaped('indicators.2.level3')).toBe('indicators.1.level3');
  });

  it('knows that an empty row is not on paper', () => {
    expect(shaped.toShaped('indicators.1.level3')).toBeNull();
  });

  it('takes the empty row of a table that says nothing for the row one is in', () => {
    const nothing = shapeCopy(sampleDefinition, withRows(soundAnswers, 'indicators', [blank]));
    expect(nothing.toShaped('indicators.0.level3')).toBe('indicators.0.level3');
  });

  it('leaves fields alone', () => {
    expect(shaped.toTyped('annualFunds.total')).toBe('annualFunds.total');
    expect(shaped.toShaped('projectName')).toBe('projectName');
  });
});
