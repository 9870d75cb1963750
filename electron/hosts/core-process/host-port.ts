import process from 'node:process';
import type { FromCore } from '../../../shared/rpc/wire.ts';

/** The channel between the core and the host that started it. Messages that come are not yet parsed. */
export interface HostPort {
  post(message: FromCore): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The host is gone, or wants nothing more of us. */
  onClose(listener: () => void): void;
  /** Ends the process once what was posted is on its way. */
  end(): void;
}

/** The part of Electron's `process.parentPort` that is used here; the core knows no Electron. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function utilityPort(): UtilityPort | undefined {
  return 'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined;
}

/**
 * Finds the channel this process was started with: Electron's utility process or Node's fork.
 * @throws when it was started with neither
 */
export function hostPort(): HostPort {
  const parentPort = utilityPort();
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      // Electron ends its utility processes itself.
      onClose: () => undefined,
      end: () => setImmediate(() => process.exit(0)),
    };
  }
  if (process.send === undefined) throw new Error('The core is started by a host, with a channel to it');
  return {
    post: (message) => {
      // A host that has just died takes no answer; its going is told by `disconnect`.
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
    onClose: (listener) => {
      process.once('disconnect', listener);
    },
    end: () => process.disconnect(),
  };
}
