import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '../../shared/domain/app-error.ts';
import { askForAddress, removeAddressFile, writeAddressFile } from '../shell/address-file.ts';
import { forkedCore } from '../shell/core-child.ts';
import { CoreSupervisor } from '../shell/core-supervisor.ts';
import { createPageCalls } from '../shell/page-calls.ts';
import { describeStartError } from '../shell/start-error.ts';
import { isNewWorkspace, makeWorkspaceDir } from '../shell/workspace-dir.ts';
import { FileExchange } from './browser/file-endpoints.ts';
import { createHostHandlers } from './browser/host-handlers.ts';
import { hasDisplay, openInBrowser } from './browser/open-browser.ts';
import { type BrowserOptions, readOptions } from './browser/options.ts';
import { preferredPort } from './browser/preferred-port.ts';
import { type PageServer, servePage } from './browser/server.ts';
import { TransferFolder } from './browser/transfer-folder.ts';

const programFile = fileURLToPath(import.meta.url);
/** Two levels up, from the sources as from the build. */
const programDir = path.resolve(path.dirname(programFile), '..', '..');
const coreEntry = path.join(path.dirname(programFile), programFile.endsWith('.ts') ? 'core-process.ts' : 'core.js');

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function readProgramVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(programDir, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function createCore(workspaceDir: string): CoreSupervisor {
  const resourcesDir = path.join(programDir, 'resources');
  return new CoreSupervisor({
    startCore: forkedCore({ entry: coreEntry, workspaceDir, resourcesDir, pdf: 'chromium' }),
  });
}

/** The workspace is open elsewhere: sends the person there where there is a way in. */
async function joinRunningCopy({ workspaceDir, shouldOpen }: BrowserOptions): Promise<number> {
  complain(describeError({ kind: 'storeInUse' }));
  const address = await askForAddress(workspaceDir);
  if (address === null) return 2;
  say(`已打开的窗口在：${address}`);
  if (shouldOpen) openInBrowser(address);
  return 0;
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Runs browser mode until it is asked to stop; gives the exit code. */
async function runBrowserMode(options: BrowserOptions): Promise<number> {
  const stopped = untilAskedToStop();
  const needsSample = options.withSample && isNewWorkspace(options.workspaceDir);
  const core = createCore(options.workspaceDir);
  const made = await makeWorkspaceDir(options.workspaceDir);
  const started = made.ok ? await core.start() : made;
  if (!started.ok) {
    if (started.error.kind === 'storeInUse') return await joinRunningCopy(options);
    complain(describeStartError(started.error));
    return 2;
  }
  if (needsSample) await core.call('sample.add', {});
  const folder = await TransferFolder.open();
  try {
    const server = await startServer(options, core, folder);
    if (server === null) return 2;
    const address = server.access.newAddress();
    say(`县财填报已启动，请在本机浏览器中打开：${address}`);
    say(`工作区：${options.workspaceDir}。按 Ctrl+C 退出。`);
    if (options.shouldOpen) openInBrowser(address);
    await stopped;
    await removeAddressFile(options.workspaceDir);
    await server.close();
    return 0;
  } finally {
    await core.close();
    await folder.close();
  }
}

async function startServer(
  { workspaceDir, port }: BrowserOptions,
  core: CoreSupervisor,
  folder: TransferFolder,
): Promise<PageServer | null> {
  const files = new FileExchange(core, folder);
  const calls = createPageCalls(core, createHostHandlers(files, await readProgramVersion()));
  const pageDir = path.join(programDir, 'dist', 'renderer');
  try {
    const parts = { core, calls, files, pageDir };
    const server =
      port === 0
        ? await servePage(parts, preferredPort(workspaceDir)).catch(() => servePage(parts, 0))
        : await servePage(parts, port);
    await writeAddressFile(workspaceDir, { port: server.port, secret: server.access.ownerSecret });
    return server;
  } catch {
    complain(`无法在本机端口 ${port} 上启动，请换一个端口（--port）。`);
    return null;
  }
}

// The window lives on when the terminal it was started from is closed.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const options = readOptions(process.argv.slice(2), hasDisplay());
if (options.ok) process.exitCode = await runBrowserMode(options.value);
else {
  complain(options.error);
  process.exitCode = 2;
}
