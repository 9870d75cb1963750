// npm run build: builds the pages and the programs into dist/. `--if-needed` does nothing where dist/ is current.
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';
import { withBuildLock } from './lib/lock.mjs';
import { inProject } from './lib/project.mjs';
import { forgetBuild, isBuildCurrent, recordBuild, takeStamp } from './lib/stamp.mjs';

const configs = ['vite.renderer.config.ts', 'vite.electron.config.ts', 'vite.main.config.ts', 'vite.preload.config.ts'];

async function buildAll() {
  if (process.argv.includes('--if-needed') && isBuildCurrent()) return;
  const stamp = takeStamp();
  forgetBuild();
  for (const config of configs) {
    await build({ configFile: inProject('build', config), logLevel: 'warn' });
  }
  recordBuild(stamp);
}

try {
  await withBuildLock(buildAll);
} catch (error) {
  // A source that cannot be built: the bundler's message shows where; our own stack would say nothing.
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message));
  process.exitCode = 1;
}
