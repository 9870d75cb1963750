// The steps of npm test, one after the other, each with its duration; see build/test.mjs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { findElectron } from './lib/electron-binary.mjs';
import { formatDuration, run } from './lib/run.mjs';
import { addUp, formatTally, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './lib/tally.mjs';

/** @typedef {import('./lib/tally.mjs').Tally} Tally */
/** @typedef {{ name: string, title: string, run: () => Promise<Tally> }} Step */

const tool = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

const reports = mkdtempSync(path.join(tmpdir(), 'xiancai-test-'));
// Whatever the tests start by name finds the project's Node first.
process.env.PATH = [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);

const node = (/** @type {readonly string[]} */ args, /** @type {Record<string, string>} */ env = {}) =>
  run(process.execPath, args, { env });

/** @param {readonly string[]} args */
const check =
  (...args) =>
  async () =>
    tallyOfCheck(await node(args));

/** @param {string} project */
const vitest = (project) => async () => {
  await provideChromium();
  const report = path.join(reports, `${project}.json`);
  const options = ['--config', 'build/vitest.config.ts', '--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return tallyOfVitest(report, await node([tool.vitest, 'run', ...options, ...reporters, ...filters]));
};

/**
 * @param {string} project
 * @param {readonly string[]} [wrapper] command that the runner is started through
 */
async function playwright(project, wrapper = []) {
  const report = path.join(reports, `${project}.json`);
  const options = ['--config', 'build/playwright.config.ts', `--project=${project}`];
  const [command = '', ...args] = [
    ...wrapper,
    process.execPath,
    tool.playwright,
    'test',
    ...options,
    '--reporter=list,json',
    ...filters,
  ];
  return tallyOfPlaywright(report, await run(command, args, { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } }));
}

/**
 * @param {string} reason
 * @returns {Tally}
 */
function skip(reason) {
  console.log(`SKIPPED: ${reason}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

async function provideChromium() {
  const executable = await ensureChromium();
  if (executable !== undefined) process.env.CHROMIUM_PATH = executable;
  return executable;
}

/** @returns {Promise<Tally>} */
async function browserSteps() {
  const executable = await provideChromium();
  if (executable === undefined) {
    console.log('No Chromium, and none could be installed: set CHROMIUM_PATH.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`Chromium: ${executable}`);
  return playwright('browser');
}

/** @returns {Promise<Tally>} */
async function electronSteps() {
  const executable = findElectron();
  if (executable === undefined) {
    return skip('no Electron binary here (npm start fetches it, or set ELECTRON_OVERRIDE_DIST_PATH)');
  }
  console.log(`Electron: ${executable}`);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (hasDisplay) return playwright('electron');
  const hasXvfb = (await run('sh', ['-c', 'command -v xvfb-run >/dev/null && command -v xauth >/dev/null'])) === 0;
  return hasXvfb ? playwright('electron', ['xvfb-run', '-a']) : skip('no display for Electron, and no xvfb-run');
}

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'format',
    title: 'Format and lint (Biome)',
    run: check(tool.biome, 'check', '--config-path=build/biome.config.json', '--error-on-warnings', '.'),
  },
  { name: 'types', title: 'Types (TypeScript)', run: check(tool.tsc, '--build') },
  { name: 'layers', title: 'Layer arrows', run: check('build/layers.mjs') },
  {
    name: 'unused',
    title: 'Unused files, exports and packages (Knip)',
    run: check(tool.knip, '--config', 'build/knip.config.ts'),
  },
  { name: 'build', title: 'Build (Vite)', run: check('build/build.mjs', '--if-needed') },
  { name: 'unit', title: 'Unit tests (Vitest)', run: vitest('unit') },
  { name: 'integration', title: 'Integration tests (Vitest)', run: vitest('integration') },
  { name: 'browser', title: 'End to end in browser mode (Playwright)', run: browserSteps },
  { name: 'electron', title: 'End to end in Electron (Playwright)', run: electronSteps },
];
const groups = { static: ['format', 'types', 'layers', 'unused'], e2e: ['build', 'browser', 'electron'] };

const stepNames = new Set(steps.map(({ name }) => name));
const given = process.argv
  .slice(2)
  .flatMap((word) => (word in groups ? groups[/** @type {keyof typeof groups} */ (word)] : [word]));
const filters = given.filter((word) => !stepNames.has(word));
const wanted = given.filter((word) => stepNames.has(word));
const chosen = wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name));

/** @type {{ step: Step, tally: Tally, durationMs: number }[]} */
const outcomes = [];
for (const step of chosen) {
  console.log(`\n── ${step.title}`);
  const startedAtMs = performance.now();
  const tally = await step.run();
  outcomes.push({ step, tally, durationMs: performance.now() - startedAtMs });
}
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const { step, tally, durationMs } of outcomes) {
  console.log(`${formatDuration(durationMs).padStart(12)}  ${step.title}: ${formatTally(tally)}`);
}
const total = addUp(outcomes.map(({ tally }) => tally));
console.log(formatTally(total));
process.exitCode = total.failed === 0 ? 0 : 1;
