import type { Progress } from '../../shared/rpc/method.ts';
import type { PageBridge } from '../../shared/rpc/page-bridge.ts';
import { callResultSchema, pageEventSchema, registeredFilesSchema } from '../../shared/rpc/page-messages.ts';
import type { Transport } from './make-client.ts';
import { StateFeed } from './state-feed.ts';

/** Carries calls over the bridge of Electron's preload script. */
export function createElectronTransport(bridge: PageBridge<File>): Transport {
  const progressOf = new Map<string, (progress: Progress) => void>();
  const feed = new StateFeed();
  bridge.onEvent((raw) => {
    const event = pageEventSchema.parse(raw);
    if (event.kind === 'progress') progressOf.get(event.id)?.(event);
    else feed.tell(event.state);
  });
  return {
    send: async (method, input, { onProgress, signal }) => {
      // Not a number counted up: the host still works on calls that the page made before it was reloaded.
      const id = crypto.randomUUID();
      if (onProgress !== undefined) progressOf.set(id, onProgress);
      const cancel = () => void bridge.cancel(id);
      signal?.addEventListener('abort', cancel);
      try {
        return callResultSchema.parse(await bridge.call(id, method, input));
      } finally {
        signal?.removeEventListener('abort', cancel);
        progressOf.delete(id);
      }
    },
    registerFiles: async (files) => registeredFilesSchema.parse(await bridge.registerFiles(files)),
    // The file already lies where the person chose.
    deliver: () => Promise.resolve(),
    onCoreState: (listener) => feed.listen(listener),
  };
}
