import { describe, expect, it } from 'vitest';
import { isSubjectCode, parentCode, subjectSchema } from '../../../../shared/subjects/subject.ts';

describe('a subject code', () => {
  it('has one of the lengths of its classification', () => {
    expect(['210', '21004', '2100401'].every((code) => isSubjectCode('functional', code))).toBe(true);
    expect(isSubjectCode('economic', '30101')).toBe(true);
    expect(isSubjectCode('economic', '3010101')).toBe(false);
    expect(isSubjectCode('functional', '2100')).toBe(false);
    expect(isSubjectCode('functional', '21O')).toBe(false);
  });
  it('stands under the code it begins with', () => {
    expect(parentCode('functional', '2100401')).toBe('21004');
    expect(parentCode('functional', '21004')).toBe('210');
    expect(parentCode('functional', '210')).toBeUndefined();
  });
  it('is digits with a name', () => {
    expect(subjectSchema.safeParse({ code: '210', name: ' ' }).success).toBe(false);
    expect(subjectSchema.safeParse({ code: '2100', name: '甲' }).success).toBe(false);
  });
});
