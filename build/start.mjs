// npm start: opens the product; on a fresh clone it first installs and builds what is missing.
// Begins under the machine's own Node, before any package is there.
//   npm start                      Electron where it can be had, else browser mode
//   npm start -- --browser         browser mode; takes --workspace DIR, --port N, --open, --no-open, --no-sample
//   npm start -- --electron        asks for Electron's binary again although its host was out of reach lately
import { ensurePackages } from './lib/packages.mjs';
import { inProject, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

if (!(await ensurePackages())) process.exitCode = 1;
else if (process.execPath === requireProjectNode()) await import('./start-product.mjs');
else
  process.exitCode = await run(requireProjectNode(), [
    inProject('build', 'start-product.mjs'),
    ...process.argv.slice(2),
  ]);
