import { useEffect, useMemo } from 'react';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { SubjectDictionary } from '../../shared/subjects/dictionary.ts';
import type { KnownTable } from '../../shared/subjects/known-subjects.ts';
import { useCall } from '../app/use-call.ts';

/** The subject table of a budget table, for looking subjects up in. */
export interface Subjects extends KnownTable {
  readonly dictionary: SubjectDictionary;
}

/** The pinyin of a whole table takes a moment: it is worked out once the table stands, before somebody searches. */
const WARM_UP_MS = 800;

/** The subjects in force for a table by subject; null where there are none, or as long as they are read. */
export function useSubjects({ tree }: TableDefinition, fiscalYear: number): Subjects | null {
  const kind = tree?.dictionary;
  const { value } = useCall('subject.get', kind === undefined ? null : { kind, fiscalYear });
  const subjects = useMemo(
    () => (value ? { dictionary: new SubjectDictionary(value.subjects), tableYear: value.tableYear } : null),
    [value],
  );
  useEffect(() => {
    if (!subjects) return undefined;
    const timer = setTimeout(() => subjects.dictionary.search('a', 1), WARM_UP_MS);
    return () => clearTimeout(timer);
  }, [subjects]);
  return subjects;
}
