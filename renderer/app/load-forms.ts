import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormRecord } from '../../shared/domain/record.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';

/** A form as it is saved, with the definition that says what its answers mean. */
export interface LoadedForm {
  readonly record: FormRecord;
  readonly definition: FormDefinition;
}

/** Loads forms with their definitions, in the order asked for. */
export async function loadForms(
  rpc: RpcClient<File>,
  ids: readonly string[],
): Promise<Result<readonly LoadedForm[], AppError>> {
  const records = await rpc.call('record.get', { ids: [...ids] });
  if (!records.ok) return records;
  const keyOf = (record: FormRecord): string => `${record.definitionId} ${record.definitionVersion}`;
  const firstOfEach = new Map(records.value.map((record) => [keyOf(record), record]));
  const definitions = new Map(
    await Promise.all(
      [...firstOfEach].map(async ([key, { definitionId: id, definitionVersion: version }]) => {
        return [key, await rpc.call('definition.get', { id, version })] as const;
      }),
    ),
  );
  const byId = new Map(records.value.map((record) => [record.id, record]));
  const forms: LoadedForm[] = [];
  for (const id of ids) {
    const record = byId.get(id);
    if (!record) return err({ kind: 'recordMissing', id });
    const definition = definitions.get(keyOf(record));
    if (!definition?.ok) return definition ?? err({ kind: 'definitionMissing', id: record.definitionId });
    forms.push({ record, definition: definition.value });
  }
  return ok(forms);
}
