import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedLines } from '../../../../shared/forms/printed-lines.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';

const withLines = shippedDefinitions.filter((definition) => printedLines(definition) !== undefined);

describe('printedLines', () => {
  it('is there for tables with fixed or numbered lines only', () => {
    expect(withLines.map(({ family }) => family)).toEqual(withLines.map(() => 'budget-table'));
    expect(printedLines(shippedDefinition('dalian-project-target'))).toBeUndefined();
    expect(printedLines(shippedDefinition('haigang-budget-organisation'))).toBeUndefined();
  });

  it.each(withLines)('gathers what it spread: $id', (definition) => {
    const lines = printedLines(definition);
    fc.assert(
      fc.property(contentOf(definition), ({ answers }) => {
        expect(shapeAnswers(definition, lines?.gather(lines.spread(answers)) ?? {})).toEqual(answers);
      }),
      { numRuns: 20 },
    );
  });

  it('knows the places of the record, and those that are on paper only', () => {
    const lines = printedLines(shippedDefinition('haigang-budget-balance'));
    expect(lines?.ownPath('linesValues.r3income')).toBe('lines.3.income');
    expect(lines?.ownPath('linesNumbers.n3')).toBeUndefined();
    expect(lines?.ownPath('reportingUnit')).toBe('reportingUnit');
    expect(printedLines(shippedDefinition('haigang-budget-income'))?.ownPath('lines.4.lineNumber')).toBeUndefined();
  });

  it('prints nothing that it prints again', () => {
    for (const definition of withLines)
      expect(printedLines(printedLines(definition)?.definition ?? definition)).toBeUndefined();
  });
});
