import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../../electron/hosts/browser/transfer-folder.ts';

/** Halves of characters among them, as a hostile name may hold. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe('safeFileName', () => {
  it.each([
    ['绩效目标表（2026）.xlsx', '绩效目标表（2026）.xlsx'],
    ['a/b\\c.txt', 'c.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x.xlsx', 'x.xlsx'],
    ['a:b*c?.txt', 'a_b_c_.txt'],
    ['CON.txt', '_CON.txt'],
    ['lpt1', '_lpt1'],
    ['.bashrc', '_bashrc'],
    ['name. . ', 'name'],
    ['half \ud800 a character.txt', 'half \ufffd a character.txt'],
    ['', '未命名'],
    ['..', '_'],
  ])('makes %j into %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('gives, for any text, a name that leads nowhere and fits every file system, and that it leaves alone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: codeUnit, maxLength: 400 }), fc.string()), (given) => {
        const safe = safeFileName(given);
        expect(safe).toBe(path.win32.basename(path.posix.basename(safe)));
        expect(safe).not.toMatch(/[\p{Cc}<>:"|?*/\\]/u);
        expect(['', '.', '..']).not.toContain(safe);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(240);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});
