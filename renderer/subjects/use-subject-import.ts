import { useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { Subject, SubjectKind } from '../../shared/subjects/subject.ts';
import { useRpc } from '../rpc/client-context.tsx';
import type { SubjectTableChange } from './subject-change.tsx';

/** Reads a table of subjects from a file, and makes it the year's once the person agrees. */
export function useSubjectImport(kind: SubjectKind, fiscalYear: number, onChanged: () => void) {
  const rpc = useRpc();
  const [change, setChange] = useState<SubjectTableChange | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  const readFile = async (file: File) => {
    setChange(null);
    setError(null);
    const registered = await rpc.registerFiles([file]);
    if (!registered.ok) return setError(registered.error);
    const token = registered.value[0]?.token;
    if (token === undefined) return setError({ kind: 'fileUnreadable', file: file.name });
    const read = await rpc.call('subject.read', { source: { token }, kind, fiscalYear });
    return read.ok ? setChange({ ...read.value, file: file.name }) : setError(read.error);
  };
  const save = async (subjects: readonly Subject[]) => {
    const saved = await rpc.call('subject.accept', { kind, fiscalYear, subjects });
    setError(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    setChange(null);
    onChanged();
  };
  return {
    change,
    error,
    read: (file: File) => void readFile(file),
    accept: () => void save(change?.subjects ?? []),
    remove: () => void save([]),
    cancel: () => {
      setChange(null);
      setError(null);
    },
  };
}
