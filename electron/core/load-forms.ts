import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { CancelSignal } from '../../shared/rpc/cancel.ts';
import type { CoreServices } from './services.ts';
import type { StoredRecord } from './store/record-rows.ts';
import { giveTurn } from './turn.ts';

/** A record with the definition that says what its answers mean. */
export interface LoadedForm {
  readonly record: StoredRecord;
  readonly definition: FormDefinition;
}

const BATCH = 20;

/**
 * Loads records one after the other, letting other calls in between.
 * @returns `recordMissing`, `definitionMissing` or `cancelled` for the first that cannot be had
 */
export async function loadForms(
  { store, definitions }: CoreServices,
  ids: readonly string[],
  signal: CancelSignal,
): Promise<Result<LoadedForm[], AppError>> {
  const forms: LoadedForm[] = [];
  for (const id of ids) {
    if (forms.length % BATCH === BATCH - 1) await giveTurn();
    if (signal.aborted) return err({ kind: 'cancelled' });
    const record = store.get(id);
    if (!record.ok) return record;
    const own = definitions.ofRecord(record.value);
    if (!own.ok) return own;
    const { definition, answers } = own.value;
    forms.push({ record: { ...record.value, definitionVersion: definition.version, answers }, definition });
  }
  return ok(forms);
}
