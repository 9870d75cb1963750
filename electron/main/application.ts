import path from 'node:path';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import type { AppError } from '../../shared/domain/app-error.ts';
import { askForAddress } from '../shell/address-file.ts';
import { CoreSupervisor } from '../shell/core-supervisor.ts';
import { createPageCalls } from '../shell/page-calls.ts';
import { describeStartError } from '../shell/start-error.ts';
import { defaultWorkspaceDir, isNewWorkspace, makeWorkspaceDir } from '../shell/workspace-dir.ts';
import { coreLauncher } from './core-launcher.ts';
import { hardenContents, hardenSession } from './hardening.ts';
import { createHostHandlers } from './host-handlers.ts';
import { installMenu } from './menu.ts';
import { connectPage } from './page-ipc.ts';
import { servePage } from './page-protocol.ts';
import { printPdf } from './printing.ts';
import { bringToFront, openWindow, showPage } from './window.ts';

interface ApplicationOptions {
  /** Folder of the program: holds dist/ and resources/. */
  readonly programDir: string;
  readonly coreEntry: string;
  readonly preloadEntry: string;
  /** Whether a new workspace begins with the invented sample county. */
  readonly hasSample: boolean;
}

/** Runs the product in Electron, from the start of the core to the end of the last window. */
export async function runApplication({
  programDir,
  coreEntry,
  preloadEntry,
  hasSample,
}: ApplicationOptions): Promise<void> {
  const isDevelopment = !app.isPackaged;
  const workspaceDir = defaultWorkspaceDir();
  // Packed, the data lies beside the archive of the program, as files that every process can open.
  const resourcesDir = app.isPackaged ? path.join(process.resourcesPath, 'data') : path.join(programDir, 'resources');
  let window: BrowserWindow | undefined;
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('second-instance', () => {
    if (window !== undefined) bringToFront(window);
  });
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();

  const core = new CoreSupervisor({
    startCore: coreLauncher({ entry: coreEntry, workspaceDir, resourcesDir, pdf: 'host' }),
    printPdf,
  });
  closeCoreBeforeQuit(core);
  installMenu(isDevelopment);
  await hardenSession(session.defaultSession, isDevelopment);
  servePage(session.defaultSession, programDir);
  connectPage({
    core,
    calls: createPageCalls(
      core,
      createHostHandlers(core, () => window),
    ),
    window: () => window,
  });

  const opened = await openWorkspace(core, workspaceDir, hasSample);
  if (opened !== null) {
    await explainWhyNot(opened, workspaceDir);
    app.quit();
    return;
  }
  window = await openWindow({ preloadEntry, iconFile: path.join(resourcesDir, 'icons', '256x256.png'), isDevelopment });
  window.once('closed', () => {
    window = undefined;
  });
  // Only now: the page calls as soon as it loads, and calls are answered for this window alone.
  await showPage(window);
}

/** Starts the core on the workspace; gives the reason when it cannot. */
async function openWorkspace(core: CoreSupervisor, workspaceDir: string, hasSample: boolean): Promise<AppError | null> {
  const needsSample = hasSample && isNewWorkspace(workspaceDir);
  const made = await makeWorkspaceDir(workspaceDir);
  const started = made.ok ? await core.start() : made;
  if (!started.ok) return started.error;
  if (needsSample) await core.call('sample.add', {});
  return null;
}

/** Says why the workspace cannot be opened; where browser mode has it open, the person may go on there. */
async function explainWhyNot(error: AppError, workspaceDir: string): Promise<void> {
  const address = error.kind === 'storeInUse' ? await askForAddress(workspaceDir) : null;
  if (address === null) dialog.showErrorBox('县财填报', describeStartError(error));
  else await shell.openExternal(address);
}

/** The last window is gone: what was asked of the core is still finished, and its store closed, before the program ends. */
function closeCoreBeforeQuit(core: CoreSupervisor): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void core.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}
