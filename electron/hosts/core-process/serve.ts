import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, type Result } from '../../../shared/domain/result.ts';
import { toCoreSchema } from '../../../shared/rpc/wire.ts';
import type { Engine } from '../../core/engine.ts';
import type { PdfPrinter } from '../../core/ports.ts';
import type { HostPort } from './host-port.ts';

type PdfResult = Result<Uint8Array, AppError>;
/** Takes the host's answer to a pdf request. */
export type PdfAnswered = (id: string, result: PdfResult) => void;

/** Between two of these, progress is not worth a message. */
const PROGRESS_INTERVAL_MS = 50;

/** A printer that asks the host, which has web contents to print with. */
export function hostPdfPrinter(port: HostPort): { readonly print: PdfPrinter; readonly answered: PdfAnswered } {
  const waiting = new Map<string, (result: PdfResult) => void>();
  return {
    print: (document, { signal }) => {
      const id = randomUUID();
      const { promise, resolve } = Promise.withResolvers<PdfResult>();
      const cancel = () => resolve(err({ kind: 'cancelled' }));
      waiting.set(id, resolve);
      signal.addEventListener('abort', cancel);
      port.post({ kind: 'pdfRequest', id, document });
      return promise.finally(() => {
        signal.removeEventListener('abort', cancel);
        waiting.delete(id);
      });
    },
    answered: (id, result) => waiting.get(id)?.(result),
  };
}

/** Answers the host's requests until the process ends. Every request is answered exactly once. */
export function serveEngine(port: HostPort, engine: Engine, onPdfAnswer: PdfAnswered): void {
  const running = new Map<string, AbortController>();

  async function answer(id: string, method: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    let lastProgressMs = 0;
    const result = await engine.call(method, input, {
      signal: controller.signal,
      onProgress: (progress) => {
        const nowMs = performance.now();
        if (nowMs - lastProgressMs < PROGRESS_INTERVAL_MS) return;
        lastProgressMs = nowMs;
        port.post({ kind: 'progress', id, ...progress });
      },
    });
    running.delete(id);
    port.post({ kind: 'response', id, result });
    if (method === 'core.close') port.end();
  }

  port.onMessage((raw) => {
    const message = toCoreSchema.parse(raw);
    switch (message.kind) {
      case 'request':
        void answer(message.id, message.method, message.input);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'pdfResponse':
        onPdfAnswer(message.id, message.result);
        return;
    }
  });
}
