import { useCallback } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { onesThere } from '../../shared/forms/one-per-unit.ts';
import { useOnce } from '../app/use-once.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';

/**
 * Begins all tables of a budget of the year, in the order in which they are printed. Those that are there by now are not
 * begun a second time.
 * @returns the error where one could not be made; those before it are there
 */
export function useCreateSet(): (definitionIds: readonly string[]) => Promise<AppError | null> {
  const rpc = useRpc();
  const { info } = useWorkspace();
  const { fiscalYear, unit } = info;
  const once = useOnce();
  const begin = useCallback(
    async (definitionIds: readonly string[]) => {
      const [listed, ...read] = await Promise.all([
        rpc.call('record.list', { fiscalYear }),
        ...definitionIds.map((id) => rpc.call('definition.get', { id })),
      ]);
      if (!listed.ok) return listed.error;
      const tables: FormDefinition[] = [];
      for (const definition of read) {
        if (!definition.ok) return definition.error;
        if (onesThere(definition.value, unit, listed.value).length === 0) tables.push(definition.value);
      }
      const placeOf = ({ set }: FormDefinition) => set?.position ?? Number.MAX_SAFE_INTEGER;
      for (const { id } of tables.toSorted((a, b) => placeOf(a) - placeOf(b))) {
        const created = await rpc.call('record.create', { definitionId: id, fiscalYear, answers: {} });
        if (!created.ok) return created.error;
      }
      return null;
    },
    [rpc, fiscalYear, unit],
  );
  return useCallback((definitionIds) => once(() => begin(definitionIds)), [once, begin]);
}
