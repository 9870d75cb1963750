import { useCallback, useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import type { ExportFormat } from '../../shared/rpc/contract.ts';
import type { Progress } from '../../shared/rpc/method.ts';
import { useRpc } from '../rpc/client-context.tsx';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly fileName: string; readonly forms: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Writes forms to a file the person chooses; tells how far it is, can be cancelled. */
export function useExport(): {
  readonly state: ExportState;
  readonly start: (ids: readonly string[], format: ExportFormat, suggestedName: string) => Promise<void>;
  readonly dismiss: () => void;
} {
  const rpc = useRpc();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const start = useCallback(
    async (ids: readonly string[], format: ExportFormat, suggestedName: string) => {
      const target = await rpc.call('host.chooseTarget', { suggestedName, format });
      if (!target.ok) {
        setState({ kind: 'failed', message: describeError(target.error) });
        return;
      }
      if (!target.value) return;
      const controller = new AbortController();
      running.current?.abort();
      running.current = controller;
      const cancel = () => controller.abort();
      setState({ kind: 'running', progress: null, cancel });
      const written = await rpc.call(
        'export.write',
        { ids: [...ids], format, target: target.value.token },
        { signal: controller.signal, onProgress: (progress) => setState({ kind: 'running', progress, cancel }) },
      );
      if (!written.ok) {
        setState(
          written.error.kind === 'cancelled'
            ? { kind: 'idle' }
            : { kind: 'failed', message: describeError(written.error) },
        );
        return;
      }
      await rpc.deliver(target.value);
      setState({ kind: 'done', fileName: written.value.fileName, forms: written.value.forms });
    },
    [rpc],
  );
  return { state, start, dismiss: () => setState({ kind: 'idle' }) };
}
