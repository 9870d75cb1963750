import { useCallback } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';

/**
 * Begins all tables of a budget of the year, in the order in which they are printed.
 * @returns the error where one could not be made; those before it are there
 */
export function useCreateSet(): (definitionIds: readonly string[]) => Promise<AppError | null> {
  const rpc = useRpc();
  const { info } = useWorkspace();
  const { fiscalYear } = info;
  return useCallback(
    async (definitionIds) => {
      const read = await Promise.all(definitionIds.map((id) => rpc.call('definition.get', { id })));
      const places: { readonly id: string; readonly position: number }[] = [];
      for (const definition of read) {
        if (!definition.ok) return definition.error;
        const { id, set } = definition.value;
        places.push({ id, position: set?.position ?? Number.MAX_SAFE_INTEGER });
      }
      for (const { id } of places.toSorted((a, b) => a.position - b.position)) {
        const created = await rpc.call('record.create', { definitionId: id, fiscalYear, answers: {} });
        if (!created.ok) return created.error;
      }
      return null;
    },
    [rpc, fiscalYear],
  );
}
