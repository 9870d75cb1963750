// npm run -s xiancai -- …: the command line of the product, built first where the sources have changed.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { inProject, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

process.exitCode = (await ensureBuilt())
  ? await run(requireProjectNode(), [inProject('dist', 'electron', 'cli.js'), ...process.argv.slice(2)])
  : 1;
