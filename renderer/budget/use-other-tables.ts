import { useEffect, useState } from 'react';
import type { OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import { noOtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { type PlacedForm, surroundingsOf } from '../../shared/forms/surroundings.ts';
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

/** Reads the forms of the year that are filled in by these definitions, and takes those of the same unit. */
async function readOthers(rpc: Rpc, copy: WorkingCopy, sources: readonly string[]): Promise<OtherTables> {
  const { fiscalYear, recordId } = copy;
  const list = await rpc.call('record.list', { fiscalYear });
  if (!list.ok) return noOtherTables;
  const ids = list.value.flatMap(({ id, definitionId }) =>
    sources.includes(definitionId) && id !== recordId ? [id] : [],
  );
  const [records, ...read] = await Promise.all([
    rpc.call('record.get', { ids }),
    ...sources.map((id) => rpc.call('definition.get', { id })),
  ]);
  const definitions = read.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const forms = (records.ok ? records.value : []).flatMap((record): PlacedForm[] => {
    const definition = definitions.find(({ id }) => id === record.definitionId);
    return definition ? [{ definition, fiscalYear: record.fiscalYear, answers: record.answers }] : [];
  });
  return surroundingsOf(copy, forms, definitions).tables;
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
