import { useEffect, useState } from 'react';
import { fieldText } from '../../shared/domain/answers.ts';
import type { OtherTable, OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import { noOtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { useRpc } from '../rpc/client-context.tsx';
import type { WorkingCopy } from '../wizard/copy/working-copy.ts';

/** The definitions whose tables a form draws on. */
export function sourcesOf(definition: FormDefinition): string[] {
  const ids = definition.tables.flatMap(({ formulas }) =>
    formulas.flatMap((formula) => {
      if (formula.kind === 'from') return [formula.definition];
      if (formula.kind !== 'cell') return [];
      return [...formula.plus, ...formula.minus].flatMap((reference) => reference.definition ?? []);
    }),
  );
  return [...new Set(ids)].filter((id) => id !== definition.id);
}

type Rpc = Pick<RpcClient<never>, 'call'>;

async function readOther(rpc: Rpc, id: string, recordIds: readonly string[], unit: string): Promise<OtherTable | null> {
  const [definition, records] = await Promise.all([
    rpc.call('definition.get', { id }),
    rpc.call('record.get', { ids: [...recordIds] }),
  ]);
  if (!definition.ok) return null;
  const field = definition.value.summary.unit;
  const own = records.ok
    ? records.value.find(({ answers }) => field === undefined || fieldText(answers, field) === unit)
    : undefined;
  return { definition: definition.value, answers: own?.answers ?? null };
}

async function readOthers(rpc: Rpc, copy: WorkingCopy, sources: readonly string[]): Promise<OtherTables> {
  const { definition, fiscalYear, answers } = copy;
  const list = await rpc.call('record.list', { fiscalYear });
  if (!list.ok) return noOtherTables;
  const unit = definition.summary.unit === undefined ? '' : fieldText(answers, definition.summary.unit);
  const tables = await Promise.all(
    sources.map(async (id): Promise<readonly [string, OtherTable][]> => {
      const ids = list.value.filter((summary) => summary.definitionId === id).map((summary) => summary.id);
      const other = await readOther(rpc, id, ids, unit);
      return other ? [[id, other]] : [];
    }),
  );
  return new Map(tables.flat());
}

/** The tables of the same unit and year that a form draws on, as they are saved; none until they are read. */
export function useOtherTables(copy: WorkingCopy): OtherTables {
  const rpc = useRpc();
  const [others, setOthers] = useState<OtherTables>(noOtherTables);
  useEffect(() => {
    const sources = sourcesOf(copy.definition);
    if (sources.length === 0) return undefined;
    let isStale = false;
    void readOthers(rpc, copy, sources).then((read) => {
      if (!isStale) setOthers(read);
    });
    return () => {
      isStale = true;
    };
  }, [rpc, copy]);
  return others;
}
