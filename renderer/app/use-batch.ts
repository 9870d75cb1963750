import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { PageContract } from '../../shared/rpc/contract.ts';
import type { InputOf, OutputOf, Progress } from '../../shared/rpc/method.ts';
import { useRpc } from '../rpc/client-context.tsx';

/** Long work over many forms: how far it is, and a way to stop it. */
export interface Batch<N extends keyof PageContract> {
  /** Null while nothing runs. */
  readonly running: { readonly progress: Progress | null; readonly cancel: () => void } | null;
  readonly start: (input: InputOf<PageContract[N]>) => Promise<Result<OutputOf<PageContract[N]>, AppError>>;
}

/** Runs a method that reports progress; leaving the screen stops it, starting anew stops the former run. */
export function useBatch<N extends keyof PageContract>(method: N): Batch<N> {
  const rpc = useRpc();
  const [running, setRunning] = useState<Batch<N>['running']>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start = useCallback<Batch<N>['start']>(
    async (input) => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const cancel = () => own.abort();
      setRunning({ progress: null, cancel });
      const result = await rpc.call(method, input, {
        signal: own.signal,
        onProgress: (progress) => controller.current === own && setRunning({ progress, cancel }),
      });
      if (controller.current === own) setRunning(null);
      return result;
    },
    [rpc, method],
  );
  return { running, start };
}
