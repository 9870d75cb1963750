import { summaryUnit } from '../../shared/forms/shape.ts';
import { deriveColumns } from './draft.ts';
import { idsBeside, Neighbours } from './neighbours.ts';
import type { CoreServices } from './services.ts';
import type { StoredRecord } from './store/record-rows.ts';

/**
 * Works out what the rules say of the forms saved since the last time, for the lists: a save does not wait for it.
 * Where it cannot be written down (a full disk) the lists keep what they showed until the next save.
 */
export function judgeSaved(services: CoreServices): void {
  const saved = takeUnjudged(services);
  if (saved.length > 0) refreshColumns(services, saved);
}

/**
 * The same, and what the rules say of forms beside those that changed, came or went: afterwards what lists show is right.
 * Not done at every call, since few show it.
 */
export function judgeBeside(services: CoreServices): void {
  const { store } = services;
  const due = new Map(takeUnjudged(services).map((record) => [record.id, record]));
  for (const id of idsBeside(services, store.touched())) {
    const record = due.has(id) ? undefined : store.get(id);
    if (record?.ok) due.set(id, record.value);
  }
  if (due.size > 0) refreshColumns(services, [...due.values()]);
}

/** The forms no rule has seen, noted as touched: a program that ended before it got to them knows no more of that. */
function takeUnjudged({ store, definitions }: CoreServices): readonly StoredRecord[] {
  const unjudged = store.unjudged();
  if (!unjudged.ok) return [];
  for (const record of unjudged.value) {
    const own = definitions.ofRecord(record);
    if (own.ok) store.touch({ ...record, unit: summaryUnit(own.value.definition, own.value.answers) });
  }
  return unjudged.value;
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
