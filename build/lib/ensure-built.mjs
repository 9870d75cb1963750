import { inProject, requireProjectNode } from './project.mjs';
import { formatDuration, run } from './run.mjs';
import { isBuildCurrent } from './stamp.mjs';

/**
 * Makes sure that dist/ is there and current. Silent where it is; otherwise builds with progress on stderr only,
 * in a process of its own, so that the bundler's memory is not ours.
 * @returns {Promise<boolean>} false where the build failed (it has said why)
 */
export async function ensureBuilt() {
  if (isBuildCurrent()) return true;
  console.error('Building …');
  const startedAtMs = performance.now();
  const code = await run(requireProjectNode(), [inProject('build', 'build.mjs'), '--if-needed'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) return false;
  console.error(`Built in ${formatDuration(performance.now() - startedAtMs)}.`);
  return true;
}
