import { err, ok } from '../../../shared/domain/result.ts';
import { summaryTitle } from '../../../shared/forms/shape.ts';
import type { CoreContract } from '../../../shared/rpc/contract.ts';
import type { OutputOf } from '../../../shared/rpc/method.ts';
import { findingsOf } from '../draft.ts';
import { loadForms } from '../load-forms.ts';
import { Neighbours } from '../neighbours.ts';
import type { CoreServices } from '../services.ts';
import { giveTurn } from '../turn.ts';
import type { GroupHandlers } from './groups.ts';

/** Running the rules on saved forms. */
export function checkHandlers(services: CoreServices): GroupHandlers<'check'> {
  return {
    'check.run': async ({ ids }, { signal, onProgress }) => {
      const neighbours = new Neighbours(services);
      const { derivedBy } = services;
      const checked: OutputOf<CoreContract['check.run']> = [];
      for (const id of ids) {
        const loaded = await loadForms(services, [id], signal);
        if (!loaded.ok) return loaded;
        for (const { record, definition } of loaded.value) {
          const { answers, fiscalYear } = record;
          const title = summaryTitle(definition, answers);
          const surroundings = neighbours.of({ id, definition, fiscalYear, answers });
          const subjects = derivedBy.subjectsOf(definition, fiscalYear);
          const form = { definition, fiscalYear, answers, ...(surroundings && { surroundings }) };
          checked.push({ recordId: id, title, findings: findingsOf(form, subjects) });
          onProgress({ done: checked.length, total: ids.length, label: title });
        }
        await giveTurn();
        if (signal.aborted) return err({ kind: 'cancelled' });
      }
      return ok(checked);
    },
  };
}
