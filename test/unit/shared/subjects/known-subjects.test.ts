import { describe, expect, it } from 'vitest';
import { subjectKindsOf, subjectsFor } from '../../../../shared/subjects/known-subjects.ts';
import { SubjectNames } from '../../../../shared/subjects/subject-names.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

describe('what a form is held against', () => {
  it('follows from the classification its tables name', () => {
    expect(subjectKindsOf(shippedDefinition('haigang-budget-income'))).toEqual(['functional']);
    expect(subjectKindsOf(shippedDefinition('haigang-budget-basic-expenditure'))).toEqual(['economic']);
    expect(subjectKindsOf(shippedDefinition('haigang-budget-balance'))).toEqual([]);
  });

  it('is nothing of a classification without a table', () => {
    const known = { dictionary: new SubjectNames([]), tableYear: 2026 };
    const definition = shippedDefinition('haigang-budget-income');
    expect([...subjectsFor(definition, () => known)]).toEqual([['functional', known]]);
    expect(subjectsFor(definition, () => undefined).size).toBe(0);
  });
});
