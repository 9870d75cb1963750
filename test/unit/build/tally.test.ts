import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUp, formatTally, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from '../../../build/lib/tally.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (content: object) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('the closing line', () => {
  it('is plain, and names skipped ones only where there are any', () => {
    expect(formatTally({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(formatTally({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped');
  });

  it('adds up all steps', () => {
    const checks = addUp([tallyOfCheck(0), tallyOfCheck(2), { passed: 5, failed: 1, skipped: 2 }]);
    expect(checks).toEqual({ passed: 6, failed: 2, skipped: 2 });
  });
});

describe('what runners report', () => {
  it('counts Vitest’s tests', () => {
    const file = report({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 });
    expect(tallyOfVitest(file, 1)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('counts Playwright’s tests', () => {
    const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(tallyOfPlaywright(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a crash as one failure', () => {
    expect(tallyOfVitest(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    });
    expect(tallyOfPlaywright(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
