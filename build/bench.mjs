// npm run bench: measures the product beside the limits of the machine; see docs/benchmark.md.
//   npm run bench                          all figures, some minutes
//   npm run bench -- import save           some of them
//   npm run bench -- --json FILE           every single value as well, into a file
//   npm run bench -- --disk FOLDER         works in a folder on another disk than the one of temporary files
import { ensurePackages } from './lib/packages.mjs';
import { inProject, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** @returns {Promise<number>} the exit code */
async function bench() {
  if (!(await ensurePackages())) return 1;
  const node = requireProjectNode();
  const code = await run(node, [inProject('build', 'build.mjs'), '--if-needed']);
  return code === 0 ? await run(node, [inProject('test', 'bench', 'main.ts'), ...process.argv.slice(2)]) : code;
}

process.exitCode = await bench();
