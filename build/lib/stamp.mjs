// Tells whether dist/ was built from the sources as they are now.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project.mjs';

const sourcePattern = '{shared,electron,renderer,resources,build}/**/*';

/** @typedef {{ times: string, contents: string }} Stamp */

/** @param {string} root */
const stampFile = (root) => path.join(root, 'dist', 'build-stamp.json');

/** @param {string} root */
const sourceFiles = (root) =>
  globSync(sourcePattern, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .concat(path.join(root, 'package-lock.json'))
    .sort();

/**
 * @param {readonly string[]} files
 * @param {(file: string) => string | Buffer} describe
 */
function digest(files, describe) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(describe(file)).update('\0');
  return hash.digest('hex');
}

/** @param {readonly string[]} files */
const timesOf = (files) =>
  digest(files, (file) => {
    const { size, mtimeMs } = statSync(file);
    return `${size} ${mtimeMs}`;
  });

/** @param {readonly string[]} files */
const contentsOf = (files) => digest(files, (file) => readFileSync(file));

/**
 * @param {string} root
 * @returns {Stamp | undefined}
 */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    // None, or cut off by a build that was ended: both mean that dist/ is not to be trusted.
    return undefined;
  }
}

/**
 * The sources as they are now; take it before a build starts, so that an edit during the build is not missed.
 * @param {string} [root] the repository
 * @returns {Stamp}
 */
export function takeStamp(root = projectRoot) {
  const files = sourceFiles(root);
  return { times: timesOf(files), contents: contentsOf(files) };
}

/**
 * Records that dist/ was built.
 * @param {Stamp} stamp what `takeStamp` gave before the build
 * @param {string} [root] the repository
 */
export function recordBuild(stamp, root = projectRoot) {
  mkdirSync(path.dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), JSON.stringify(stamp));
}

/**
 * Takes the record back, before a build begins: one that is cut off leaves a dist/ that is not to be trusted.
 * @param {string} [root] the repository
 */
export const forgetBuild = (root = projectRoot) => rmSync(stampFile(root), { force: true });

/**
 * Whether dist/ is current. Looks into the files only where sizes or times differ (a fresh checkout changes times alone).
 * @param {string} [root] the repository
 */
export function isBuildCurrent(root = projectRoot) {
  const recorded = readStamp(root);
  if (recorded === undefined) return false;
  const files = sourceFiles(root);
  const times = timesOf(files);
  if (times === recorded.times) return true;
  const isSame = contentsOf(files) === recorded.contents;
  if (isSame) recordBuild({ ...recorded, times }, root);
  return isSame;
}
