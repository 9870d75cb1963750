// Tells whether dist/ was built from the sources as they are now.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inProject, projectRoot } from './project.mjs';

const stampFile = inProject('dist', 'build-stamp.json');
const sourcePattern = '{shared,electron,renderer,resources,build}/**/*';

/** @typedef {{ times: string, contents: string }} Stamp */

const sourceFiles = () =>
  globSync(sourcePattern, { cwd: projectRoot, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .concat(inProject('package-lock.json'))
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

/** @returns {Stamp | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    // None, or cut off by a build that was ended: both mean that dist/ is not to be trusted.
    return undefined;
  }
}

/** @param {Stamp} stamp */
function writeStamp(stamp) {
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

/** The sources as they are now; take it before a build starts, so that an edit during the build is not missed. */
export function takeStamp() {
  const files = sourceFiles();
  return { times: timesOf(files), contents: contentsOf(files) };
}

/**
 * Records that dist/ was built.
 * @param {Stamp} stamp what `takeStamp` gave before the build
 */
export const recordBuild = writeStamp;

/** Whether dist/ is current. Looks into the files only where sizes or times differ (a fresh checkout changes times alone). */
export function isBuildCurrent() {
  const recorded = readStamp();
  if (recorded === undefined) return false;
  const files = sourceFiles();
  const times = timesOf(files);
  if (times === recorded.times) return true;
  const isSame = contentsOf(files) === recorded.contents;
  if (isSame) writeStamp({ ...recorded, times });
  return isSame;
}
