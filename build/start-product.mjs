// Opens the product; see build/start.mjs.
import { ensureElectron } from './lib/electron-fetch.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { inProject, projectRoot, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** An Electron that ends sooner than this with an error could not open a window at all. */
const failedStartMs = 8_000;

const given = process.argv.slice(2);
const wantsBrowser = given.includes('--browser');
const wantsElectron = given.includes('--electron');
const others = given.filter((word) => word !== '--browser' && word !== '--electron');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Runs the product in Electron until it is closed.
 * @param {string} executable
 * @returns {Promise<number | undefined>} the exit code; undefined where it could not be started
 */
async function runElectron(executable) {
  // As root, Linux gives Chromium no sandbox; for everybody else it stays on.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const workspace = others.indexOf('--workspace');
  const env = workspace === -1 ? {} : { XIANCAI_WORKSPACE: others[workspace + 1] };
  const flags = others.filter((word) => word === '--no-sample');
  const startedAtMs = performance.now();
  const code = await run(executable, [...asRoot, ...flags, projectRoot], { env });
  return code !== 0 && performance.now() - startedAtMs < failedStartMs ? undefined : code;
}

const runBrowserMode = () => run(requireProjectNode(), [inProject('dist', 'electron', 'browser.js'), ...others]);

/** Opens the product the best way this machine has; gives the exit code. */
async function open() {
  if (wantsBrowser) return await runBrowserMode();
  if (!hasDisplay) {
    console.error('本机没有图形界面，改用浏览器方式启动。');
    return await runBrowserMode();
  }
  const electron = await ensureElectron({ force: wantsElectron });
  if (electron === undefined) {
    console.error('无法下载 Electron（镜像和离线安装方法见 docs/install.zh-CN.md），改用浏览器方式启动。');
    return await runBrowserMode();
  }
  const code = await runElectron(electron);
  if (code !== undefined) return code;
  console.error('Electron 无法在本机运行，改用浏览器方式启动。');
  return await runBrowserMode();
}

process.exitCode = (await ensureBuilt()) ? await open() : 1;
