// One build at a time, also between two commands started side by side.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from './project.mjs';

const defaultLockFile = inProject('dist', 'build.lock');

/**
 * @param {string} lockFile
 * @returns {boolean} whether we took the lock just now
 */
function tryLock(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @returns {boolean} whether the process that holds the lock is gone: it was killed before it could give it back
 */
function isAbandoned(lockFile) {
  try {
    const holder = Number.parseInt(readFileSync(lockFile, 'utf8'), 10);
    // Not yet written, or its writer died before it could say who it was.
    if (!Number.isInteger(holder)) return Date.now() - statSync(lockFile).mtimeMs > 10_000;
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
 * @param {string} [lockFile] a file that is there while someone works
 * @returns {Promise<T>}
 */
export async function withBuildLock(work, lockFile = defaultLockFile) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!tryLock(lockFile)) {
    if (isAbandoned(lockFile)) rmSync(lockFile, { force: true });
    else await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}
