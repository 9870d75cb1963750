import { useMemo } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { emptyAnswers, shapeAnswers } from '../../shared/forms/shape.ts';
import { useCall } from '../app/use-call.ts';
import type { ComparedState } from './compared-papers.tsx';

/** A state to read: its name, null for the empty form everything began from, and what it is called. */
export interface StateRef {
  readonly revision: string | null;
  readonly title: string;
}

/** Reads one saved state of a form, in the definition's shape. */
export function useSavedState(
  id: string,
  definition: FormDefinition | undefined,
  ref: StateRef | null,
): { readonly state: ComparedState | null; readonly error: AppError | undefined } {
  const revision = ref?.revision ?? null;
  const read = useCall('record.revision', revision === null ? null : { id, revision });
  const answers = read.value?.answers;
  const title = ref?.title;
  const state = useMemo(() => {
    if (!definition || title === undefined) return null;
    if (revision === null) return { title, answers: emptyAnswers(definition) };
    return answers === undefined ? null : { title, answers: shapeAnswers(definition, answers) };
  }, [definition, revision, title, answers]);
  return { state, error: read.error };
}
