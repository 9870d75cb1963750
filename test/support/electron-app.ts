import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../build/lib/electron-binary.mjs';
import { inProject, projectRoot } from '../../build/lib/project.mjs';
import { corePidOf, killCoreOf } from './processes.ts';

interface ElectronAppOptions {
  /** Default: a new one, removed by `close`. */
  readonly workspace?: string;
  /** Whether a new workspace begins with the sample county. Default: no. */
  readonly withSample?: boolean;
}

/** The product in a real Electron. */
export interface ElectronApp {
  /** The page of its window. */
  readonly page: Page;
  /** For looking into the main process. */
  readonly electron: ElectronApplication;
  readonly workspace: string;
  corePid(): number | undefined;
  /** Kills the core at once, as a crash would. */
  killCore(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the built product (`dist/`) in Electron and waits for its window.
 * The core runs under the Node of the tests, so that an older Electron will do.
 */
export async function launchElectronApp(options: ElectronAppOptions = {}): Promise<ElectronApp> {
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('No Electron binary: set ELECTRON_OVERRIDE_DIST_PATH');
  const userDataDir = mkdtempSync(path.join(tmpdir(), 'xiancai-electron-'));
  const workspace = options.workspace ?? path.join(userDataDir, 'workspace');
  const electron = await _electron.launch({
    executablePath,
    args: [
      // As root, Chromium has no sandbox on Linux.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${userDataDir}`,
      ...(options.withSample === true ? [] : ['--no-sample']),
      projectRoot,
    ],
    cwd: inProject(),
    env: { ...definedVariables(), XIANCAI_WORKSPACE: workspace, XIANCAI_CORE_NODE: process.execPath },
  });
  const page = await electron.firstWindow();
  const pid = electron.process().pid ?? 0;
  return {
    page,
    electron,
    workspace,
    corePid: () => corePidOf(pid),
    killCore: () => killCoreOf(pid),
    close: async () => {
      await electron.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

function definedVariables(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
