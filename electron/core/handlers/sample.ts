import type { Answers } from '../../../shared/domain/answers.ts';
import { ok } from '../../../shared/domain/result.ts';
import { draftOf } from '../draft.ts';
import { loadSample } from '../sample.ts';
import type { CoreServices } from '../services.ts';
import type { SampleForm } from '../store/record-draft.ts';
import { readSettings, writeSettings } from '../workspace-settings.ts';
import type { GroupHandlers } from './groups.ts';

/** The invented sample county, and taking it away again. */
export function sampleHandlers({ store, definitions, derivedBy, resourcesDir }: CoreServices): GroupHandlers<'sample'> {
  return {
    'sample.add': async () => {
      const sample = await loadSample(resourcesDir);
      const has = store.hasSample();
      if (!has.ok) return has;
      if (has.value) return ok({ added: 0 });
      const forms: SampleForm[] = [];
      const placeOf = new Map<string, number>();
      for (const { key, carriedFrom, definitionId, fiscalYear, answers, earlier } of sample.records) {
        const definition = definitions.get(definitionId);
        if (!definition.ok) return definition;
        const draft = (said: Answers) =>
          draftOf({ definition: definition.value, fiscalYear, answers: said }, derivedBy);
        if (key !== undefined) placeOf.set(key, forms.length);
        forms.push({
          draft: draft(answers),
          earlier: earlier.map((before) => draft({ ...answers, ...before })),
          carriedFrom: (carriedFrom === undefined ? undefined : placeOf.get(carriedFrom)) ?? null,
        });
      }
      const settings = readSettings(store);
      if (!settings.ok) return settings;
      const added = store.addSample(forms);
      if (!added.ok) return added;
      // A workspace nobody has named yet is shown as the sample's.
      const { unit, isYearChosen } = settings.value;
      const written = writeSettings(store, {
        unit: unit === '' ? sample.unit : undefined,
        fiscalYear: isYearChosen ? undefined : sample.fiscalYear,
      });
      return written.ok ? ok({ added: added.value }) : written;
    },

    'sample.remove': async () => {
      const sample = await loadSample(resourcesDir);
      const settings = readSettings(store);
      if (!settings.ok) return settings;
      const removed = store.removeSample();
      if (!removed.ok) return removed;
      const written = writeSettings(store, { unit: settings.value.unit === sample.unit ? '' : undefined });
      return written.ok ? ok({ removed: removed.value }) : written;
    },
  };
}
