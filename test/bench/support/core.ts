import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../../build/lib/project.mjs';
import { forkedCore } from '../../../electron/shell/core-child.ts';
import { CoreSupervisor } from '../../../electron/shell/core-supervisor.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { type CoreContract, coreContract } from '../../../shared/rpc/contract.ts';
import type { InputOf, OutputOf } from '../../../shared/rpc/method.ts';
import { childrenOf } from '../../support/processes.ts';

const entry = inProject('dist', 'electron', 'core.js');

/** The value of a result; a failure ends the benchmark. */
export function expectValue<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`it failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The built core in a process of its own, as both windows of the product run it. */
export interface RunningCore {
  readonly pid: number;
  readonly workspace: string;
  call<N extends keyof CoreContract>(name: N, input: InputOf<CoreContract[N]>): Promise<OutputOf<CoreContract[N]>>;
  /** The same, timed: ms until the answer is back in this process, not yet parsed. */
  timedCall<N extends keyof CoreContract>(
    name: N,
    input: InputOf<CoreContract[N]>,
  ): Promise<{ readonly ms: number; readonly value: OutputOf<CoreContract[N]> }>;
  /** Makes a path known to the core; gives its token. */
  register(file: string, purpose: 'read' | 'write'): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts the core.
 * @param folder where a new workspace is made, unless there is one given
 * @throws where a core does not start, or a call fails
 */
export async function startCore(folder: string, workspace?: string): Promise<RunningCore> {
  const workspaceDir = workspace ?? mkdtempSync(path.join(folder, 'workspace-'));
  const launch = { entry, workspaceDir, resourcesDir: inProject('resources'), pdf: 'chromium' } as const;
  const supervisor = new CoreSupervisor({ startCore: forkedCore(launch) });
  expectValue(await supervisor.start());
  const child = childrenOf(process.pid).find(({ command }) => command.includes(workspaceDir));
  if (child === undefined) throw new Error('the core does not show among our children');
  const timedCall: RunningCore['timedCall'] = async (name, input) => {
    const startedMs = performance.now();
    const result = await supervisor.call(name, input);
    const ms = performance.now() - startedMs;
    return { ms, value: coreContract[name].output.parse(expectValue(result)) as OutputOf<CoreContract[typeof name]> };
  };
  return {
    pid: child.pid,
    workspace: workspaceDir,
    timedCall,
    call: async (name, input) => (await timedCall(name, input)).value,
    register: async (file, purpose) =>
      expectValue(await supervisor.callOwn('files.register', { path: file, purpose })).token,
    close: () => supervisor.close(),
  };
}
