import { deriveColumns } from './draft.ts';
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
export function refreshColumns({ store, definitions, derivedBy }: CoreServices, records: readonly StoredRecord[]) {
  const changes = records.flatMap((record) => {
    const own = definitions.ofRecord(record);
    if (!own.ok) return [];
    return [{ seq: record.seq, columns: deriveColumns({ ...own.value, fiscalYear: record.fiscalYear }, derivedBy) }];
  });
  return store.refresh(changes);
}
