import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../../shared/domain/answers.ts';
import { openSheet, withChanges } from '../../../../../shared/forms/arithmetic/budget-sheet.ts';
import { type Comparison, compareSheet } from '../../../../../shared/forms/arithmetic/differences.ts';
import { soundExpenditure, subjectTable } from '../../../../support/budget-tables.ts';

function compare(answers: Answers): Comparison {
  const sheet = openSheet(subjectTable, 'lines', answers);
  if (!sheet) throw new Error('the form has no such table');
  return compareSheet(sheet);
}

describe('compareSheet', () => {
  it('finds nothing where all sums hold', () => {
    const { differences, unchecked, compared } = compare(soundExpenditure);
    expect(differences).toEqual([]);
    expect(unchecked).toEqual([]);
    expect(compared).toBeGreaterThan(8);
  });

  it('holds a line against the lines below it and against its own columns', () => {
    const { differences } = compare(withChanges(soundExpenditure, [{ path: 'lines.5.basic', text: '80.49' }]));
    expect(differences.map(({ path, printed, computed, difference }) => [path, printed, computed, difference])).toEqual(
      [
        ['lines.0.basic', '100.50', '100.49', '0.01'],
        ['lines.5.basic', '80.49', '80.50', '0.01'],
        ['lines.5.total', '80.50', '80.49', '0.01'],
      ],
    );
    expect(differences.map(({ isOwn }) => isOwn)).toEqual([true, true, false]);
  });

  it('takes 0 and nothing for the same', () => {
    const { differences } = compare(withChanges(soundExpenditure, [{ path: 'lines.5.project', text: '0.00' }]));
    expect(differences).toEqual([]);
  });

  it('says what could not be compared', () => {
    const { unchecked } = compare(withChanges(soundExpenditure, [{ path: 'lines.3.basic', text: '约二十' }]));
    expect(unchecked.map(({ path }) => path).sort()).toEqual(['lines.2.basic', 'lines.3.total']);
  });
});
