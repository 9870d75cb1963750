import { deriveColumns } from './draft.ts';
import { Neighbours } from './neighbours.ts';
import type { CoreServices } from './services.ts';
import type { StoredRecord } from './store/record-rows.ts';

/**
 * Works out what the rules say of the forms saved since the last time, for the lists: a save does not wait for it.
 * Where it cannot be written down (a full disk) the lists keep what they showed until the next save.
 */
export function judgeSaved(services: CoreServices): void {
  const unjudged = services.store.unjudged();
  if (unjudged.ok && unjudged.value.length > 0) refreshColumns(services, unjudged.value);
}

/** Works out and writes down the list columns of records; those of forms this program does not know stay as they are. */
export function refreshColumns(services: CoreServices, records: readonly StoredRecord[]) {
  const { store, definitions, derivedBy } = services;
  const neighbours = new Neighbours(services);
  const changes = records.flatMap((record) => {
    const own = definitions.ofRecord(record);
    if (!own.ok) return [];
    const form = { id: record.id, fiscalYear: record.fiscalYear, ...own.value };
    const surroundings = neighbours.of(form);
    const columns = deriveColumns({ ...form, ...(surroundings && { surroundings }) }, derivedBy);
    return [{ seq: record.seq, columns }];
  });
  return store.refresh(changes);
}
