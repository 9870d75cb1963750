import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { numberForms } from '../../shared/forms/number-forms.ts';
import { makeSection } from '../../shared/paper/make-section.ts';
import type { PaperSection } from '../../shared/paper/paper-document.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { loadForms } from '../app/load-forms.ts';
import { useRpc } from '../rpc/client-context.tsx';

/** The forms to preview, laid out, and the definition the first one follows. */
export interface PrintForms {
  readonly sections: readonly PaperSection[];
  readonly definitionId: string;
}

async function layOutForms(rpc: RpcClient<File>, ids: readonly string[]): Promise<Result<PrintForms, AppError>> {
  const forms = await loadForms(rpc, ids);
  if (!forms.ok) return forms;
  const numbers = numberForms(forms.value.map(({ definition }) => definition.id));
  const sections = forms.value.map(({ definition, record }, index) => makeSection(definition, record, numbers[index]));
  return ok({ sections, definitionId: forms.value[0]?.definition.id ?? '' });
}

/** Loads forms as they are saved and lays them out. Null while loading. */
export function usePrintForms(recordIds: readonly string[]): Result<PrintForms, AppError> | null {
  const rpc = useRpc();
  const [forms, setForms] = useState<Result<PrintForms, AppError> | null>(null);
  const key = recordIds.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const loaded = await layOutForms(rpc, key === '' ? [] : key.split(' '));
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
