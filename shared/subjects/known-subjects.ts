import type { FormDefinition } from '../forms/definition.ts';
import { subjectTables } from '../forms/table-rows.ts';
import type { SubjectKind } from './subject.ts';
import type { SubjectNames } from './subject-names.ts';

/** The table of subjects in force for a form's year. */
export interface KnownTable {
  readonly dictionary: SubjectNames;
  /** The year whose official table was loaded, null where only the shipped, incomplete one is there. */
  readonly tableYear: number | null;
}

/** What is known of the subjects a form's lines are held against. */
export type KnownSubjects = ReadonlyMap<SubjectKind, KnownTable>;

/** Nothing to hold lines against. */
export const noSubjects: KnownSubjects = new Map();

/** The classifications of which a form's lines are. */
export function subjectKindsOf(definition: FormDefinition): SubjectKind[] {
  return [...new Set(subjectTables(definition).map(({ tree }) => tree.dictionary))];
}

/**
 * What is known of the subjects of a form.
 * @param tableOf the table in force of a classification, undefined where there is none
 */
export function subjectsFor(
  definition: FormDefinition,
  tableOf: (kind: SubjectKind) => KnownTable | undefined,
): KnownSubjects {
  return new Map(
    subjectKindsOf(definition).flatMap((kind): [SubjectKind, KnownTable][] => {
      const known = tableOf(kind);
      return known === undefined ? [] : [[kind, known]];
    }),
  );
}
