import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The children of a process (Linux), with their command lines. */
export function childrenOf(pid: number): readonly { readonly pid: number; readonly command: string }[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const pids = threads.flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '));
  return pids.filter(Boolean).flatMap((child) => {
    const command = commandOf(Number(child));
    return command === null ? [] : [{ pid: Number(child), command }];
  });
}

function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It has ended meanwhile.
    return null;
  }
}

/** The core that a host runs. */
export function corePidOf(hostPid: number): number | undefined {
  return childrenOf(hostPid).find(({ command }) => /core(-process)?\.(js|ts)/.test(command))?.pid;
}

/** Kills the core of a host at once, as a crash would, and waits until it is gone. */
export async function killCoreOf(hostPid: number): Promise<void> {
  const pid = corePidOf(hostPid);
  if (pid === undefined) throw new Error('The host runs no core');
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await sleep(5);
}

/** Whether a process is there and has not ended (an ended one stays listed until its parent takes note). */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until a child process has ended; gives its exit code. */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Running processes with this text in their command line (Linux). */
export function processesWith(text: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isRunning(pid) && commandOf(pid)?.includes(text));
}
