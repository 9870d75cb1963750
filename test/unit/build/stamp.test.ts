import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetBuild, isBuildCurrent, recordBuild, takeStamp } from '../../../build/lib/stamp.mjs';

let root = '';
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  put('package-lock.json', '{}');
  put('shared/domain/a.ts', 'export const a = 1;');
  put('renderer/index.html', '<p>');
  put('test/unit/a.test.ts', '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('isBuildCurrent', () => {
  it('is false before any build, and true after one', () => {
    expect(isBuildCurrent(root)).toBe(false);
    recordBuild(takeStamp(root), root);
    expect(isBuildCurrent(root)).toBe(true);
  });

  it.each([
    ['changed', () => put('shared/domain/a.ts', 'export const a = 2;')],
    ['added', () => put('electron/core/b.ts', '')],
    ['removed', () => rmSync(path.join(root, 'renderer/index.html'))],
    [
      'moved',
      () => {
        rmSync(path.join(root, 'shared/domain/a.ts'));
        put('shared/domain/b.ts', 'export const a = 1;');
      },
    ],
    ['installed anew', () => put('package-lock.json', '{ }')],
  ])('is false once a source is %s', (_how, change) => {
    recordBuild(takeStamp(root), root);
    change();
    expect(isBuildCurrent(root)).toBe(false);
  });

  it('does not mind other times, nor files that are not built', () => {
    recordBuild(takeStamp(root), root);
    utimesSync(path.join(root, 'shared/domain/a.ts'), 1, 1);
    put('test/unit/a.test.ts', 'changed');
    expect(isBuildCurrent(root)).toBe(true);
    expect(isBuildCurrent(root)).toBe(true);
  });

  it('is false where an edit happened during the build', () => {
    const before = takeStamp(root);
    put('shared/domain/a.ts', 'export const a = 3;');
    recordBuild(before, root);
    expect(isBuildCurrent(root)).toBe(false);
  });

  it('is false while a build is under way', () => {
    recordBuild(takeStamp(root), root);
    forgetBuild(root);
    expect(isBuildCurrent(root)).toBe(false);
  });

  it('is false where the stamp was cut off', () => {
    put('dist/build-stamp.json', '{"times":');
    expect(isBuildCurrent(root)).toBe(false);
  });
});
