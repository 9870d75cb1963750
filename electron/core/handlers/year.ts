import { err, ok } from '../../../shared/domain/result.ts';
import { carryForward, type Leftover } from '../../../shared/forms/carry-forward.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { isOnePerUnit, onesThere } from '../../../shared/forms/one-per-unit.ts';
import { placeName } from '../../../shared/forms/place-name.ts';
import { summaryTitle } from '../../../shared/forms/shape.ts';
import type { CarryResult } from '../../../shared/rpc/work-types.ts';
import { draftOf } from '../draft.ts';
import type { CoreServices } from '../services.ts';
import type { RecordChange } from '../store/record-draft.ts';
import { giveTurn } from '../turn.ts';
import type { GroupHandlers } from './groups.ts';

/** Beginning a year from another one (沿用上年). */
export function yearHandlers(services: CoreServices): GroupHandlers<'year'> {
  const { store, derivedBy } = services;
  return {
    'year.carryForward': async ({ fromYear, toYear, ids, amounts }, { signal, onProgress }) => {
      const listed = store.list({ fiscalYear: fromYear, query: '' });
      if (!listed.ok) return listed;
      const there = store.list({ fiscalYear: toYear, query: '' });
      if (!there.ok) return there;
      const wanted = ids === null ? null : new Set(ids);
      const chosen = listed.value.filter(({ id }) => wanted === null || wanted.has(id));
      const ofYear: { readonly definitionId: string; readonly unit: string }[] = [...there.value];
      const changes: RecordChange[] = [];
      const begun: { readonly title: string; readonly leftovers: CarryResult['created'][number]['leftovers'] }[] = [];
      const skipped: CarryResult['skipped'] = [];
      for (const [index, { id }] of chosen.entries()) {
        await giveTurn();
        if (signal.aborted) return err({ kind: 'cancelled' });
        const record = store.get(id);
        if (!record.ok) return record;
        // A new year begins with the newest version of its form.
        const newest = services.definitions.newestOf(record.value);
        if (!newest.ok) return newest;
        const { definition, answers: before } = newest.value;
        const title = summaryTitle(definition, before);
        onProgress({ done: index, total: chosen.length, label: title });
        if (!isForYear(definition, toYear)) {
          skipped.push({ id, title, reason: 'notInYear' });
          continue;
        }
        const { answers, leftovers } = carryForward(definition, before, { fromYear, toYear, amounts });
        const draft = draftOf({ definition, fiscalYear: toYear, answers }, derivedBy);
        const carried = store.isCarried(id, toYear);
        if (!carried.ok) return carried;
        const { matchKey, unit } = draft.columns;
        const same = store.matches(matchKey);
        if (!same.ok) return same;
        const isThere = isOnePerUnit(definition)
          ? onesThere(definition, unit, ofYear).length > 0
          : title !== '' && same.value.length > 0;
        if (carried.value || isThere) {
          skipped.push({ id, title, reason: 'exists' });
          continue;
        }
        changes.push({ draft, replaces: null, carriedFrom: id });
        // Forms that do not say whose they are may be of as many units.
        if (unit !== '') ofYear.push({ definitionId: definition.id, unit });
        begun.push({ title, leftovers: leftovers.map((leftover) => named(definition, leftover)) });
      }
      const saved = store.saveAll(changes);
      if (!saved.ok) return saved;
      const created = begun.flatMap((form, index) => {
        const id = saved.value[index]?.id;
        return id === undefined ? [] : [{ id, ...form }];
      });
      return ok({ created, skipped });
    },
  };
}

function isForYear({ years }: FormDefinition, year: number): boolean {
  return years.from <= year && (years.to === undefined || year <= years.to);
}

function named(definition: FormDefinition, { path, text }: Leftover) {
  return { path, text, place: placeName(definition, path) };
}
