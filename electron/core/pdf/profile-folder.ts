import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NAME = /^xiancai-print-(\d+)-/u;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes a browser's profile; what a dying browser still holds on to is left to the next sweep. */
export function removeProfile(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // Windows keeps files of a process that is still ending; `makeProfile` sweeps later.
  }
}

/** A fresh profile folder for one browser. Sweeps away those of programs that were killed. */
export function makeProfile(parent: string = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeProfile(path.join(parent, name));
  }
  return mkdtempSync(path.join(parent, `xiancai-print-${process.pid}-`));
}
