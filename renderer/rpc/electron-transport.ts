import type { PageBridge } from '../../shared/rpc/page-bridge.ts';
import { callResultSchema, pageEventSchema, registeredFilesSchema } from '../../shared/rpc/page-messages.ts';
import type { Transport } from './make-client.ts';

/** Carries calls over the bridge of Electron's preload script. */
export function createElectronTransport(bridge: PageBridge<File>): Transport {
  return {
    send: async (method, input, { onProgress, signal }) => {
      const id = crypto.randomUUID();
      const stop = bridge.onEvent((raw) => {
        const event = pageEventSchema.parse(raw);
        if (event.kind === 'progress' && event.id === id) onProgress?.(event);
      });
      const cancel = () => void bridge.cancel(id);
      signal?.addEventListener('abort', cancel);
      try {
        return callResultSchema.parse(await bridge.call(id, method, input));
      } finally {
        signal?.removeEventListener('abort', cancel);
        stop();
      }
    },
    registerFiles: async (files) => registeredFilesSchema.parse(await bridge.registerFiles(files)),
    // The file already lies where the person chose.
    deliver: () => Promise.resolve(),
    onCoreState: (listener) =>
      bridge.onEvent((raw) => {
        const event = pageEventSchema.parse(raw);
        if (event.kind === 'coreState') listener(event.state);
      }),
  };
}
