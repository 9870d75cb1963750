// npm run pictures: takes the pictures of the documentation anew, docs/images/*.png. Look at each before you commit it.
import { ensurePackages } from './lib/packages.mjs';
import { inProject, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** @returns {Promise<number>} the exit code */
async function takePictures() {
  if (!(await ensurePackages())) return 1;
  const node = requireProjectNode();
  const code = await run(node, [inProject('build', 'build.mjs'), '--if-needed']);
  return code === 0 ? await run(node, [inProject('build', 'take-pictures.mjs'), ...process.argv.slice(2)]) : code;
}

process.exitCode = await takePictures();
