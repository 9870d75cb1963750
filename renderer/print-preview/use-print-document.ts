import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { FormRecord } from '../../shared/domain/record.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { numberForms } from '../../shared/forms/number-forms.ts';
import { makeSection } from '../../shared/paper/make-section.ts';
import type { PaperSection } from '../../shared/paper/paper-document.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { useRpc } from '../rpc/client-context.tsx';

/** The forms to preview, laid out, and the definition the first one follows. */
export interface PrintForms {
  readonly sections: readonly PaperSection[];
  readonly definitionId: string;
}

async function loadForms(rpc: RpcClient<File>, ids: readonly string[]): Promise<Result<PrintForms, AppError>> {
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
  const numbers = numberForms(ids.map((id) => byId.get(id)?.definitionId ?? ''));
  const sections: PaperSection[] = [];
  for (const [index, id] of ids.entries()) {
    const record = byId.get(id);
    if (!record) return err({ kind: 'recordMissing', id });
    const definition = definitions.get(keyOf(record));
    if (!definition?.ok) return definition ?? err({ kind: 'definitionMissing', id: record.definitionId });
    sections.push(makeSection(definition.value, record, numbers[index]));
  }
  return ok({ sections, definitionId: records.value[0]?.definitionId ?? '' });
}

/** Loads forms as they are saved and lays them out. Null while loading. */
export function usePrintForms(recordIds: readonly string[]): Result<PrintForms, AppError> | null {
  const rpc = useRpc();
  const [forms, setForms] = useState<Result<PrintForms, AppError> | null>(null);
  const key = recordIds.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const loaded = await loadForms(rpc, key === '' ? [] : key.split(' '));
      if (isCurrent) setForms(loaded);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [rpc, key]);
  return forms;
}

/**
 * A list that grows by a few items at a time until it is whole, so that hundreds of forms do not keep the window from
 * answering while they are laid out.
 */
export function useGrowing<T>(items: readonly T[], step: number): readonly T[] {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= items.length) return undefined;
    const timer = setTimeout(() => setCount(count + step), 0);
    return () => clearTimeout(timer);
  }, [count, items.length, step]);
  return count >= items.length ? items : items.slice(0, count);
}
