import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { KnownSubjects } from '../../shared/subjects/known-subjects.ts';
import type { SubjectTables } from './subject-tables.ts';

/** What list columns are worked out by, beside the form itself and the forms around it. */
export interface Derivation {
  /** Names all of it as it is now: with another name, columns are stale. */
  readonly fingerprint: string;
  /** The subject tables a form of a year is held against. */
  subjectsOf(definition: FormDefinition, fiscalYear: number): KnownSubjects;
}

/** @param rules see `rulesFingerprint` */
export function derivationBy(rules: string, subjects: SubjectTables): Derivation {
  return {
    get fingerprint() {
      return rules + subjects.fingerprint;
    },
    subjectsOf: (definition, fiscalYear) => subjects.knownFor(definition, fiscalYear),
  };
}
