// npm test: everything that can be checked, in one command. Runs on a fresh clone under the machine's own Node;
// installs what is missing, then goes on under the project's Node.
//   npm test                     all steps
//   npm test -- static unit      some of them; other arguments go to the test runner (npm test -- unit amount)
import { ensurePackages } from './lib/packages.mjs';
import { inProject, requireProjectNode } from './lib/project.mjs';
import { run } from './lib/run.mjs';

if (await ensurePackages()) {
  process.exitCode = await run(requireProjectNode(), [inProject('build', 'test-steps.mjs'), ...process.argv.slice(2)]);
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
