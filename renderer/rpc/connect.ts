import type { RpcClient } from '../../shared/rpc/client.ts';
import { type PageBridge, pageBridgeName } from '../../shared/rpc/page-bridge.ts';
import { createElectronTransport } from './electron-transport.ts';
import { createHttpTransport } from './http-transport.ts';
import { makeClient } from './make-client.ts';

declare global {
  /** There in Electron only. */
  var xiancai: PageBridge<File> | undefined;
}

/** The client of the host that shows this page: Electron where its bridge is there, else browser mode. */
export function connectToHost(): RpcClient<File> {
  const bridge = globalThis[pageBridgeName];
  return makeClient(bridge === undefined ? createHttpTransport() : createElectronTransport(bridge));
}
