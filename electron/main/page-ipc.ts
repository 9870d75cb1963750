import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { pageChannel } from '../../shared/rpc/page-bridge.ts';
import { type PageEvent, type PageMessage, pageMessageSchema } from '../../shared/rpc/page-messages.ts';
import type { CoreSupervisor } from '../shell/core-supervisor.ts';
import type { PageCalls } from '../shell/page-calls.ts';
import { pageOrigin } from './page-address.ts';

interface Parts {
  readonly core: CoreSupervisor;
  readonly calls: PageCalls;
  /** The window whose page may call; undefined while there is none. */
  readonly window: () => BrowserWindow | undefined;
}

/** Answers the page on the `rpc` channel and tells it progress and the state of the core on the `event` channel. */
export function connectPage({ core, calls, window }: Parts): void {
  const running = new Map<string, AbortController>();
  const tell = (event: PageEvent) => {
    const contents = window()?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(pageChannel.event, event);
  };
  core.onState((state) => tell({ kind: 'coreState', state }));

  const answerCall = async (id: string, method: string, input: unknown) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      return await calls(method, input, {
        signal: controller.signal,
        onProgress: ({ done, total, label }) => tell({ kind: 'progress', id, done, total, label }),
      });
    } finally {
      if (running.get(id) === controller) running.delete(id);
    }
  };

  ipcMain.handle(pageChannel.rpc, async (event, raw: unknown) => {
    requireOurPage(event, window());
    const message: PageMessage = pageMessageSchema.parse(raw);
    switch (message.kind) {
      case 'request':
        return await answerCall(message.id, message.method, message.input);
      case 'cancel':
        running.get(message.id)?.abort();
        return null;
      case 'registerFiles':
        return await registerFiles(core, message.paths);
    }
  });
}

/**
 * The one place that decides who may call: the main frame of our own window, while it shows our own page.
 * @throws for anyone else, so that their call fails
 */
function requireOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): void {
  const frame = event.senderFrame;
  const isOurs = frame !== null && frame === window?.webContents.mainFrame && frame.origin === pageOrigin;
  if (!isOurs) throw new Error('call from a foreign page refused');
}

async function registerFiles(
  core: CoreSupervisor,
  paths: readonly string[],
): Promise<Result<readonly { token: string; name: string }[], AppError>> {
  const files: { token: string; name: string }[] = [];
  for (const path of paths) {
    // A file that lies on no disk (dragged out of another page) has no path.
    if (path === '') return err({ kind: 'fileUnreadable', file: '' });
    const registered = await core.callOwn('files.register', { path, purpose: 'read' });
    if (!registered.ok) return registered;
    files.push(registered.value);
  }
  return ok(files);
}
