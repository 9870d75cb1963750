// npm run build: builds the pages and the programs into dist/. `--if-needed` does nothing where dist/ is current.
import { build } from 'vite';
import { pages, preloads, programs } from './entries.mjs';
import { withBuildLock } from './lib/lock.mjs';
import { inProject } from './lib/project.mjs';
import { forgetBuild, isBuildCurrent, recordBuild, takeStamp } from './lib/stamp.mjs';

const parts = [
  { config: 'vite.renderer.config.ts', sources: pages },
  { config: 'vite.electron.config.ts', sources: Object.values(programs) },
  { config: 'vite.preload.config.ts', sources: preloads },
];

async function buildAll() {
  if (process.argv.includes('--if-needed') && isBuildCurrent()) return;
  const stamp = takeStamp();
  forgetBuild();
  for (const { config } of parts.filter(({ sources }) => sources.length > 0)) {
    await build({ configFile: inProject('build', config), logLevel: 'warn' });
  }
  recordBuild(stamp);
}

try {
  await withBuildLock(buildAll);
} catch (error) {
  // A source that cannot be built: the bundler's message shows where; our own stack would say nothing.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
