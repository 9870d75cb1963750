import { useEffect, useState } from 'react';
import type { SourceRow } from '../../shared/rpc/import-types.ts';
import { useRpc } from '../rpc/client-context.tsx';

/** The rows a form was read from: on their way, there, or no longer kept. */
export type SourceRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'known'; readonly rows: readonly SourceRow[] };

const LOADING: SourceRows = { kind: 'loading' };

/**
 * The source rows of the form on show, asked for when it comes on show and kept from then on.
 * @param reading names the reading the form was found by
 * @param form the form's number among those found; undefined while none is on show
 */
export function useSourceRows(reading: string, form: number | undefined): SourceRows {
  const rpc = useRpc();
  const [known, setKnown] = useState<ReadonlyMap<string, SourceRows>>(new Map());
  const key = `${reading} ${form ?? ''}`;
  const isMissing = form !== undefined && !known.has(key);
  useEffect(() => {
    if (!isMissing) return;
    let isStale = false;
    void rpc.call('import.source', { reading, form }).then((answer) => {
      if (isStale) return;
      const rows: SourceRows = answer.ok ? { kind: 'known', rows: answer.value } : { kind: 'lost' };
      setKnown((before) => new Map([...before, [key, rows]]));
    });
    return () => {
      isStale = true;
    };
  }, [rpc, reading, form, key, isMissing]);
  return known.get(key) ?? LOADING;
}
