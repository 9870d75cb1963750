// One build at a time, also between two commands started side by side.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from './project.mjs';

const lockFile = inProject('dist', 'build.lock');

/** Whether we took the lock just now. */
function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the process that holds the lock is gone: it was killed before it could give it back. */
function isAbandoned() {
  try {
    const holder = Number.parseInt(readFileSync(lockFile, 'utf8'), 10);
    if (!Number.isInteger(holder)) return false;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Runs `work` while no other process runs its own; waits for its turn.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuildLock(work) {
  mkdirSync(inProject('dist'), { recursive: true });
  while (!tryLock()) {
    if (isAbandoned()) rmSync(lockFile, { force: true });
    else await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}
