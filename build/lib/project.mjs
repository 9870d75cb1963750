// Where things are. Plain JavaScript without dependencies: it also runs under the machine's own Node
// on a fresh clone, before any package is installed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const projectRoot = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * An absolute path inside the repository.
 * @param {...string} segments path segments below the root
 */
export const inProject = (...segments) => path.join(projectRoot, ...segments);

/** The Node that the project brings (24), or undefined where packages are not installed or bring none for this machine. */
function findProjectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidate = inProject('node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  return existsSync(candidate) ? candidate : undefined;
}

/**
 * The Node to run project code with: the project's own, else the one at hand if it is new enough.
 * @returns {string} absolute path of an executable
 * @throws {Error} when neither will do
 */
export function requireProjectNode() {
  const own = findProjectNode();
  if (own !== undefined) return own;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `Node 24 is needed and its package is not installed for ${process.platform}-${process.arch}; run npm ci`,
  );
}
