import { useCallback } from 'react';
import { withField } from '../../shared/domain/answers.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { navigate } from '../app/router.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';

/**
 * Makes a new form of the year, with the unit's name in it where the form has a place for it, and opens it.
 * @returns the error where it could not be made.
 */
export function useCreate(): (definitionId: string) => Promise<AppError | null> {
  const rpc = useRpc();
  const { info } = useWorkspace();
  const { unit, fiscalYear } = info;
  return useCallback(
    async (definitionId) => {
      const definition = await rpc.call('definition.get', { id: definitionId });
      if (!definition.ok) return definition.error;
      const unitField = definition.value.summary.unit;
      const answers = unitField === undefined || unit === '' ? {} : withField({}, unitField, unit);
      const created = await rpc.call('record.create', { definitionId, fiscalYear, answers });
      if (!created.ok) return created.error;
      navigate({ name: 'form', recordId: created.value.id, step: null, at: null });
      return null;
    },
    [rpc, unit, fiscalYear],
  );
}
