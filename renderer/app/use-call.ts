import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { PageContract } from '../../shared/rpc/contract.ts';
import type { InputOf, OutputOf } from '../../shared/rpc/method.ts';
import { useRpc } from '../rpc/client-context.tsx';

export interface Called<T> {
  /** The last answer; stays while it is asked again. */
  readonly value: T | undefined;
  readonly error: AppError | undefined;
  readonly reload: () => void;
}

/**
 * Asks the core and keeps the answer; asks again when the input changes, on `reload`, and once the core is back.
 * @param input null while there is nothing to ask yet.
 */
export function useCall<N extends keyof PageContract>(
  method: N,
  input: InputOf<PageContract[N]> | null,
): Called<OutputOf<PageContract[N]>> {
  const rpc = useRpc();
  const [state, setState] = useState<Pick<Called<OutputOf<PageContract[N]>>, 'value' | 'error'>>({
    value: undefined,
    error: undefined,
  });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const inputText = JSON.stringify(input);
  const latestInput = useRef(input);
  latestInput.current = input;

  useEffect(() => {
    let isStale = false;
    const asked = latestInput.current;
    if (inputText === 'null' || asked === null || round < 0) return undefined;
    const ask = async () => {
      const result = await rpc.call(method, asked);
      if (isStale) return;
      setState((before) =>
        result.ok ? { value: result.value, error: undefined } : { value: before.value, error: result.error },
      );
    };
    void ask();
    return () => {
      isStale = true;
    };
  }, [rpc, method, inputText, round]);

  useEffect(() => rpc.onCoreState((core) => core === 'ready' && reload()), [rpc, reload]);

  return { ...state, reload };
}
