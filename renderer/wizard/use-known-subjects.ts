import { useEffect } from 'react';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { type KnownSubjects, type KnownTable, subjectKindsOf } from '../../shared/subjects/known-subjects.ts';
import type { SubjectKind } from '../../shared/subjects/subject.ts';
import { SubjectNames } from '../../shared/subjects/subject-names.ts';
import { useRpc } from '../rpc/client-context.tsx';
import type { OpenCopy } from './copy/open-copies.ts';

/** The subject tables in force for a form; one that cannot be read is none, and the checks say so. */
async function readSubjects(
  rpc: RpcClient<File>,
  definition: FormDefinition,
  fiscalYear: number,
): Promise<KnownSubjects> {
  const read = subjectKindsOf(definition).map(async (kind): Promise<[SubjectKind, KnownTable][]> => {
    const table = await rpc.call('subject.get', { kind, fiscalYear });
    if (!table.ok) return [];
    const { subjects, tableYear } = table.value;
    return [[kind, { dictionary: new SubjectNames(subjects), tableYear }]];
  });
  return new Map((await Promise.all(read)).flat());
}

/** Lets the checks of an open form hold its lines against the subject tables of its year. */
export function useKnownSubjects({ copy, analyst }: OpenCopy): void {
  const rpc = useRpc();
  useEffect(() => {
    let isGone = false;
    void readSubjects(rpc, copy.definition, copy.fiscalYear).then((subjects) => {
      if (!isGone && subjects.size > 0) analyst.holdAgainst(subjects);
    });
    return () => {
      isGone = true;
    };
  }, [rpc, copy, analyst]);
}
