import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type PageBridge, pageBridgeName, pageChannel } from '../../shared/rpc/page-bridge.ts';
import type { PageMessage } from '../../shared/rpc/page-messages.ts';

const send = (message: PageMessage): Promise<unknown> => ipcRenderer.invoke(pageChannel.rpc, message);

/** The page gets these functions and nothing of Electron; a picked file's path passes it by. */
const bridge: PageBridge<File> = {
  call: (id, method, input) => send({ kind: 'request', id, method, input }),
  cancel: (id) => send({ kind: 'cancel', id }),
  registerFiles: (files) => send({ kind: 'registerFiles', paths: files.map((file) => webUtils.getPathForFile(file)) }),
  onEvent: (listener) => {
    const forward = (_event: unknown, message: unknown) => listener(message);
    ipcRenderer.on(pageChannel.event, forward);
    return () => {
      ipcRenderer.off(pageChannel.event, forward);
    };
  },
};

contextBridge.exposeInMainWorld(pageBridgeName, bridge);
