// Installs the packages where they are missing or the lock file has changed.
// Runs under the machine's own Node, before any package is there.
import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { formatDuration, run } from './run.mjs';

/** @typedef {{ integrity?: string, optional?: boolean, devOptional?: boolean }} LockEntry */

/**
 * @param {string} file a lock file of npm
 * @returns {Record<string, LockEntry>} its packages by folder
 */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether npm's record of what it installed agrees with the lock file. Optional packages may be absent:
 * most are binaries for other machines.
 */
function isInstalled() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readLock(record);
  return Object.entries(readLock(inProject('package-lock.json'))).every(([folder, wanted]) => {
    const found = installed[folder];
    if (folder === '' || (found === undefined && (wanted.optional || wanted.devOptional))) return true;
    return found?.integrity === wanted.integrity;
  });
}

/**
 * Makes sure that `node_modules` holds what `package-lock.json` says; says on stderr what it does.
 * @returns {Promise<boolean>} false where npm failed (it has said why)
 */
export async function ensurePackages() {
  if (isInstalled()) return true;
  console.error('Installing packages (npm ci) …');
  const startedAtMs = performance.now();
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) return false;
  console.error(`Packages installed in ${formatDuration(performance.now() - startedAtMs)}.`);
  return true;
}
