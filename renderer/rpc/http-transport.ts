import { err, ok } from '../../shared/domain/result.ts';
import type { CallOptions } from '../../shared/rpc/client.ts';
import { fileLimitMb } from '../../shared/rpc/limits.ts';
import { callResultSchema, coreStateEventSchema, registeredFileSchema } from '../../shared/rpc/page-messages.ts';
import { fromCoreSchema } from '../../shared/rpc/wire.ts';
import type { Transport } from './make-client.ts';
import { readLines } from './read-lines.ts';
import { StateFeed } from './state-feed.ts';

/** Carries calls over http to the server that the page came from (browser mode). */
export function createHttpTransport(): Transport {
  const feed = new StateFeed();
  followCoreState(feed);
  return {
    send: async (method, input, options) => {
      const abort = new AbortController();
      const cancel = () => abort.abort();
      options.signal?.addEventListener('abort', cancel);
      try {
        return await post(method, input, options, abort.signal);
      } catch {
        return err({ kind: abort.signal.aborted ? 'cancelled' : 'notConnected' });
      } finally {
        options.signal?.removeEventListener('abort', cancel);
      }
    },
    registerFiles: async (files) => {
      const tokens: { readonly token: string; readonly name: string }[] = [];
      for (const file of files) {
        const registered = await upload(file);
        if (!registered.ok) return registered;
        tokens.push(registered.value);
      }
      return ok(tokens);
    },
    deliver: async ({ token, name }) => {
      const link = document.createElement('a');
      link.href = `files/${encodeURIComponent(token)}`;
      link.download = name;
      link.click();
    },
    onCoreState: (listener) => feed.listen(listener),
  };
}

let lastId = 0;
/** Characters; a browser takes 64 KiB, and a Chinese character is three bytes. */
const keepaliveLimit = 20_000;

async function post(method: string, input: unknown, options: CallOptions, signal: AbortSignal) {
  const body = JSON.stringify({ kind: 'request', id: String(++lastId), method, input });
  const response = await fetch('rpc', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal,
    // A save that starts while the page is being left still arrives; browsers allow this for small bodies.
    keepalive: document.visibilityState === 'hidden' && body.length < keepaliveLimit,
  });
  if (!response.ok || response.body === null) return err({ kind: 'notConnected' } as const);
  for await (const line of readLines(response.body)) {
    const message = fromCoreSchema.parse(JSON.parse(line));
    if (message.kind === 'progress') options.onProgress?.(message);
    if (message.kind === 'response') return callResultSchema.parse(message.result);
  }
  return err({ kind: 'notConnected' } as const);
}

async function upload(file: File) {
  if (file.size > fileLimitMb * 1024 * 1024) {
    return err({ kind: 'fileTooLarge', file: file.name, limitMb: fileLimitMb } as const);
  }
  try {
    const response = await fetch(`files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
    if (!response.ok) return err({ kind: 'notConnected' } as const);
    return registeredFileSchema.parse(await response.json());
  } catch {
    // The file was moved or changed since it was picked, or the server is gone.
    return err({ kind: 'fileUnreadable', file: file.name } as const);
  }
}

/**
 * Follows the state of the core by server-sent events. A browser keeps only six connections to a server, for all of
 * its tabs together, so the page has one, and none while nobody sees it.
 */
function followCoreState(feed: StateFeed): void {
  let source: EventSource | null = null;
  const connect = () => {
    source = new EventSource('events');
    source.onmessage = (event: MessageEvent<string>) => {
      feed.tell(coreStateEventSchema.parse(JSON.parse(event.data)).state);
    };
    // The server itself is gone; the browser keeps trying, and the first message after that says how things are.
    source.onerror = () => feed.tell('stopped');
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    source = null;
    if (document.visibilityState === 'visible') connect();
  });
  connect();
}
