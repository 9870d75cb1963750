import { useEffect } from 'react';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { asksFor, drawsOnOthers, looksBack, type PlacedForm, surroundingsOf } from '../../shared/forms/surroundings.ts';
import type { RpcClient } from '../../shared/rpc/client.ts';
import { loadForms } from '../app/load-forms.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { useRpc } from '../rpc/client-context.tsx';
import type { Surround } from './copy/analysis.ts';
import type { OpenCopy } from './copy/open-copies.ts';

async function readDefinitions(rpc: RpcClient<File>, ids: readonly string[]): Promise<FormDefinition[]> {
  const answers = await Promise.all(ids.map((id) => rpc.call('definition.get', { id })));
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}

/** The forms of a year whose definitions are wanted, but for the form itself; none where they cannot be read. */
async function readForms(
  rpc: RpcClient<File>,
  fiscalYear: number,
  wanted: ReadonlySet<string>,
  ownId: string,
): Promise<PlacedForm[]> {
  const list = await rpc.call('record.list', { fiscalYear });
  if (!list.ok) return [];
  const ids = list.value.filter(({ id, definitionId }) => id !== ownId && wanted.has(definitionId)).map(({ id }) => id);
  const forms = await loadForms(rpc, ids);
  return forms.ok ? forms.value.map(({ record, definition }) => ({ ...record, definition })) : [];
}

/** What a form hangs together with, as it is saved when the form is opened. */
async function readSurround(
  rpc: RpcClient<File>,
  { definition, fiscalYear, recordId }: OpenCopy['copy'],
  known: readonly string[],
): Promise<Surround> {
  const definitions = await readDefinitions(rpc, known);
  const idsOf = (isWanted: (other: FormDefinition) => boolean) =>
    new Set(definitions.filter(isWanted).map(({ id }) => id));
  const inSets = idsOf(({ set }) => set !== undefined);
  const [now, before] = await Promise.all([
    readForms(
      rpc,
      fiscalYear,
      idsOf((other) => asksFor(definition, other)),
      recordId,
    ),
    looksBack(definition) ? readForms(rpc, fiscalYear - 1, inSets, recordId) : [],
  ]);
  const others = [...now, ...before];
  return (answers) => surroundingsOf({ definition, fiscalYear, answers }, others, definitions);
}

/** Lets the checks of an open form see the saved forms that it hangs together with. */
export function useSurroundings({ copy, analyst }: OpenCopy): void {
  const rpc = useRpc();
  const { definitions } = useWorkspace();
  useEffect(() => {
    if (!drawsOnOthers(copy.definition)) return undefined;
    let isGone = false;
    const known = definitions.map(({ id }) => id);
    void readSurround(rpc, copy, known).then((surround) => {
      if (!isGone) analyst.surround(surround);
    });
    return () => {
      isGone = true;
    };
  }, [rpc, copy, analyst, definitions]);
}
