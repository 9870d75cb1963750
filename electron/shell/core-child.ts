import { fork } from 'node:child_process';
import type { ToCore } from '../../shared/rpc/wire.ts';

/** What a running core tells its supervisor. `onExit` comes exactly once, also when the process could not start. */
export interface CoreListener {
  onMessage(message: unknown): void;
  onExit(): void;
}

/** A core in a process of its own. */
export interface CoreChild {
  post(message: ToCore): void;
  kill(): void;
}

/** Starts a core process. Called again for every restart. */
export type StartCore = (listener: CoreListener) => CoreChild;

/** How the core is started, the same in every host. */
export interface CoreLaunch {
  /** The core's program file, absolute. */
  readonly entry: string;
  readonly workspaceDir: string;
  readonly resourcesDir: string;
  /** Who turns paper into pdf: the host that has web contents, or the machine's own Chromium. */
  readonly pdf: 'host' | 'chromium';
}

/**
 * The heap for young objects begins at 8 MB rather than growing to it by collecting again and again: the first import
 * of a core takes an eighth less time so, for 10 MB of memory at most.
 */
const NODE_OPTIONS: readonly string[] = ['--min-semi-space-size=8'];

/** The command line of the core's program. */
export function coreArguments(launch: CoreLaunch): readonly string[] {
  return ['--workspace', launch.workspaceDir, '--resources', launch.resourcesDir, '--pdf', launch.pdf];
}

/**
 * Starts the core as a child process under a Node executable. The core ends itself when the channel to us closes,
 * so that killing the host never leaves one behind.
 * @param nodePath the Node to run it with; default: the one that runs us
 */
export function forkedCore(launch: CoreLaunch, nodePath: string = process.execPath): StartCore {
  return (listener) => {
    const child = fork(launch.entry, coreArguments(launch), {
      execPath: nodePath,
      execArgv: [...NODE_OPTIONS],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Out of the terminal's group: Ctrl+C is for the host alone, which closes the core in order.
      detached: process.platform !== 'win32',
    });
    let hasExited = false;
    const exitOnce = () => {
      if (hasExited) return;
      hasExited = true;
      listener.onExit();
    };
    child.on('message', (message) => listener.onMessage(message));
    child.once('exit', exitOnce);
    child.on('error', () => {
      // Either it could not start, or a message could not be sent to one that is dying.
      if (child.pid === undefined) exitOnce();
    });
    return {
      post: (message) => {
        if (child.connected) child.send(message);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
