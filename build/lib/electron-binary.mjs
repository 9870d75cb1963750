import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';

/**
 * The Electron to run, without fetching one: the folder in ELECTRON_OVERRIDE_DIST_PATH, else what the package has
 * fetched before.
 * @returns {string | undefined} absolute path of its executable
 */
export function findElectron() {
  const pathFile = inProject('node_modules', 'electron', 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : defaultName();
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || inProject('node_modules', 'electron', 'dist');
  const executable = path.resolve(folder, name);
  return existsSync(executable) ? executable : undefined;
}

function defaultName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
