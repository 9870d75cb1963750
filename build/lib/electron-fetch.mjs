// Fetches Electron's binary the first time, with the means of its own package, where its host can be reached.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findElectron } from './electron-binary.mjs';
import { inProject, requireProjectNode } from './project.mjs';
import { formatDuration, run } from './run.mjs';

const reachLimitMs = 4_000;
/** A host that could not be reached is not asked again for a day: waiting for it at every start would be a nuisance. */
const retryAfterMs = 24 * 3_600_000;
const memoryFile = inProject('dist', 'electron-unreachable.json');

/** @returns {number} when the host was last found out of reach, on the system's clock; 0: never */
function lastFailureMs() {
  try {
    return JSON.parse(readFileSync(memoryFile, 'utf8')).atMs;
  } catch {
    // Never, or the file was cut off.
    return 0;
  }
}

/** Where the package would fetch its binary from: its own reckoning, mirror settings included. */
async function binaryAddress() {
  const packageFile = inProject('node_modules', 'electron', 'package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  const fetcher = createRequire(packageFile)
    .resolve('@electron/get')
    .replace(/index\.js$/, 'artifact-utils.js');
  const { getArtifactRemoteURL } = await import(pathToFileURL(fetcher).href);
  return getArtifactRemoteURL({
    version: `v${version}`,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
  });
}

async function isReachable() {
  try {
    const options = { method: 'HEAD', signal: AbortSignal.timeout(reachLimitMs) };
    return (await fetch(await binaryAddress(), options)).ok;
  } catch {
    return false;
  }
}

/**
 * The Electron to run; fetches it where it is missing and can be had, and says so.
 * @param {{ force: boolean }} options `force`: asks the host again although it was out of reach a short while ago
 * @returns {Promise<string | undefined>} absolute path of its executable
 */
export async function ensureElectron({ force }) {
  const found = findElectron();
  if (found !== undefined || process.env.ELECTRON_OVERRIDE_DIST_PATH) return found;
  if (!force && Date.now() - lastFailureMs() < retryAfterMs) return undefined;
  if (!(await isReachable())) {
    mkdirSync(inProject('dist'), { recursive: true });
    writeFileSync(memoryFile, JSON.stringify({ atMs: Date.now() }));
    return undefined;
  }
  rmSync(memoryFile, { force: true });
  console.error('首次运行，正在下载 Electron（约 120 MB，视网速需一至数分钟）……');
  const startedAtMs = performance.now();
  const code = await run(requireProjectNode(), [inProject('node_modules', 'electron', 'install.js')], {
    stdio: ['ignore', 2, 2],
  });
  if (code === 0) console.error(`Electron 已下载，用时 ${formatDuration(performance.now() - startedAtMs)}。`);
  return code === 0 ? findElectron() : undefined;
}
