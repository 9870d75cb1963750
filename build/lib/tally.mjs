// Counts what passed and failed, over tools that report in their own ways.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const addUp = (tallies) =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * The closing line: `12 passed, 0 failed`, with `, 1 skipped` where there are any.
 * @param {Tally} tally
 */
export const formatTally = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;

/**
 * A check without tests of its own counts as one.
 * @param {number} exitCode
 * @returns {Tally}
 */
export const tallyOfCheck = (exitCode) => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
  skipped: 0,
});

/**
 * A runner that fails without naming a failed test (it crashed, an import is broken) counts as one failure.
 * @param {Tally} counted
 * @param {number} exitCode
 * @returns {Tally}
 */
const withCrash = (counted, exitCode) => (exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted);

/**
 * @param {string} file
 * @returns {any} the report; undefined where the runner wrote none
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The exit code tells that the runner failed.
    return undefined;
  }
}

/**
 * @param {string} file report of Vitest's json reporter
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfVitest(file, exitCode) {
  const report = readReport(file);
  const counted = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return withCrash(counted, exitCode);
}

/**
 * @param {string} file report of Playwright's json reporter
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfPlaywright(file, exitCode) {
  const stats = readReport(file)?.stats;
  const counted = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  };
  return withCrash(counted, exitCode);
}
