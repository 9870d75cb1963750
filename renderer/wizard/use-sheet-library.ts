import { useMemo } from 'react';
import { summaryTitle } from '../../shared/forms/shape.ts';
import { useRpc } from '../rpc/client-context.tsx';
import type { SheetLibrary } from '../sheet/sheet-library.ts';
import { useWizard } from './wizard-context.tsx';

/** The indicator library as it is asked for the form being filled in. */
export function useSheetLibrary(): SheetLibrary {
  const rpc = useRpc();
  const { copy } = useWizard();
  return useMemo(() => {
    const { recordId, fiscalYear, definition } = copy;
    // The project's name as it is at the time of asking.
    const about = () => ({ recordId, fiscalYear, projectName: summaryTitle(definition, copy.answers) });
    return {
      fiscalYear,
      suggest: async (asked) => {
        const answer = await rpc.call('library.suggest', { ...about(), ...asked });
        return answer.ok ? answer.value.indicators : [];
      },
      suggestTarget: async (asked) => {
        const answer = await rpc.call('library.suggestTarget', { ...about(), ...asked });
        return answer.ok ? answer.value.targets : [];
      },
    };
  }, [rpc, copy]);
}
