import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPageFile } from '../../../../electron/shell/page-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'xiancai-page-'));
const pageDir = path.join(root, 'page');
mkdirSync(path.join(pageDir, 'assets'), { recursive: true });
writeFileSync(path.join(pageDir, 'index.html'), '<!doctype html>');
writeFileSync(path.join(pageDir, 'assets', 'main-abc.js'), 'export {};');
writeFileSync(path.join(pageDir, 'notes.db'), 'not part of a page');
writeFileSync(path.join(root, 'secret.json'), '{}');
mkdirSync(path.join(root, 'page-of-another'));
writeFileSync(path.join(root, 'page-of-another', 'index.html'), 'other');
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('readPageFile', () => {
  it('gives the page and its files with their types', async () => {
    expect(await readPageFile(pageDir, '/')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      isImmutable: false,
    });
    expect(await readPageFile(pageDir, '/assets/main-abc.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      isImmutable: true,
    });
  });

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/../page-of-another/index.html',
    '//etc/hosts.json',
    '/index.html%00.js',
    '/%',
    '/c:/index.html',
    '/notes.db',
    '/assets',
    '/missing.js',
  ])('refuses %s', async (pathname) => {
    expect(await readPageFile(pageDir, pathname)).toBeNull();
  });
});
