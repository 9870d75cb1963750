import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { requireProjectNode } from './project.mjs';
import { formatDuration, run } from './run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'browser360-cn-stable',
  'browser360-cn',
];

const windowsPlaces = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  '360/360se6/Application/360se.exe',
  '360ChromeX/Chrome/Application/360ChromeX.exe',
];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string[]} where a Chromium may lie, best first */
function candidates() {
  const chosen = process.env.CHROMIUM_PATH ?? '';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return [
    ...(chosen === '' ? [] : [chosen]),
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...roots.flatMap((root) => (root === undefined ? [] : windowsPlaces.map((place) => path.join(root, place)))),
    chromium.executablePath(),
  ];
}

/**
 * A browser of Chromium's kind on this machine, for the tests.
 * @returns {string | undefined} absolute path of its executable
 */
export const findChromium = () => candidates().find((file) => path.isAbsolute(file) && isExecutable(file));

async function installChromium() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    console.log('Installing Chromium from Debian (apt-get install chromium) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) return;
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
    return;
  }
  console.log('Installing Chromium (playwright install chromium) …');
  await run(requireProjectNode(), ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

/**
 * Finds a Chromium, installing one where there is none; says what it does.
 * @returns {Promise<string | undefined>} its executable; undefined where none could be had
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const startedAtMs = performance.now();
  await installChromium();
  const installed = findChromium();
  const duration = formatDuration(performance.now() - startedAtMs);
  console.log(installed === undefined ? `No Chromium after ${duration}.` : `Chromium installed in ${duration}.`);
  return installed;
}
