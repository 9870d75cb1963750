import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { corePidOf, exitOf, killCoreOf } from './processes.ts';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const programs = {
  build: path.join(projectDir, 'dist', 'electron', 'browser.js'),
  sources: path.join(projectDir, 'electron', 'hosts', 'browser.ts'),
};
const fewForms = path.join(projectDir, 'test', 'fixtures', 'core', 'few-forms.ts');

interface BrowserAppOptions {
  /** Default: a new one, removed by `close`. */
  readonly workspace?: string;
  /** Whether a new workspace begins with the sample county. Default: no. */
  readonly withSample?: boolean;
  /** Whether the workspace begins with ten project forms, as many as the list shows at once. Default: no. */
  readonly withFewForms?: boolean;
  /** Default: the build, which `npm test` makes before it tests. */
  readonly program?: keyof typeof programs;
  /** Further arguments of the program. */
  readonly args?: readonly string[];
}

/** Browser mode in a process of its own. */
export interface BrowserApp {
  /** Lets one browser in, once: `await page.goto(app.url)`. */
  readonly url: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly workspace: string;
  readonly pid: number;
  /** Everything it has written to standard error so far. */
  errors(): string;
  corePid(): number | undefined;
  /** Kills the core at once, as a crash would. */
  killCore(): Promise<void>;
  /** Its exit code, once it has ended by itself. */
  readonly exited: Promise<number | null>;
  /** Ends it as Ctrl+C does; gives its exit code. */
  close(): Promise<number | null>;
}

/**
 * Starts browser mode and waits until it serves the page.
 * @throws with what it wrote to standard error, when it ends instead
 */
export async function launchBrowserApp(options: BrowserAppOptions = {}): Promise<BrowserApp> {
  const workspace = options.workspace ?? mkdtempSync(path.join(tmpdir(), 'xiancai-app-'));
  if (options.withFewForms === true) execFileSync(process.execPath, [fewForms, workspace]);
  const args = ['--no-open', '--workspace', workspace, ...(options.withSample === true ? [] : ['--no-sample'])];
  const child = spawn(process.execPath, [programs[options.program ?? 'build'], ...args, ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // A test that fails before `close` leaves no program behind.
  const endWithTests = () => child.kill('SIGKILL');
  process.once('exit', endWithTests);
  const close = async () => {
    child.kill('SIGINT');
    const code = await exitOf(child);
    process.off('exit', endWithTests);
    if (options.workspace === undefined) rmSync(workspace, { recursive: true, force: true });
    return code;
  };
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const pid = child.pid ?? 0;
    return {
      url,
      origin: new URL(url).origin,
      workspace,
      pid,
      errors: () => errors,
      corePid: () => corePidOf(pid),
      killCore: () => killCoreOf(pid),
      exited: exitOf(child),
      close,
    };
  }
  await close();
  throw new Error(`Browser mode ended: ${errors}`);
}
