import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRINT_ORIGIN, readPrintFile } from '../../../../electron/core/pdf/print-files.ts';

let parent: string;
let folder: string;

beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'xiancai-files-'));
  folder = path.join(parent, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'print.html'), '<p>');
  writeFileSync(path.join(folder, 'assets', 'a.woff2'), 'font');
  writeFileSync(path.join(folder, 'secret.json'), '{}');
  writeFileSync(path.join(parent, 'outside.html'), 'outside');
  symlinkSync(path.join(parent, 'outside.html'), path.join(folder, 'link.html'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('readPrintFile', () => {
  it('gives out pages and fonts of the folder', async () => {
    const page = await readPrintFile(folder, `${PRINT_ORIGIN}/print.html?x#y`);
    expect(page?.contentType).toBe('text/html; charset=utf-8');
    const font = await readPrintFile(folder, `${PRINT_ORIGIN}/assets/a.woff2`);
    expect(Buffer.from(font?.body ?? []).toString()).toBe('font');
  });

  it.each([
    ['another host', 'https://example.com/print.html'],
    ['another scheme', 'file:///print.html'],
    ['http', 'http://paper.invalid/print.html'],
    ['another port', `${PRINT_ORIGIN}:8443/print.html`],
    ['a way up', `${PRINT_ORIGIN}/../outside.html`],
    ['an escaped way up', `${PRINT_ORIGIN}/%2e%2e/outside.html`],
    ['an escaped slash', `${PRINT_ORIGIN}/..%2foutside.html`],
    ['a link that leads outside', `${PRINT_ORIGIN}/link.html`],
    ['a kind of file no page needs', `${PRINT_ORIGIN}/secret.json`],
    ['a folder', `${PRINT_ORIGIN}/assets/`],
    ['an absent file', `${PRINT_ORIGIN}/absent.html`],
    ['a broken escape', `${PRINT_ORIGIN}/%zz.html`],
    ['a null byte', `${PRINT_ORIGIN}/print%00.html`],
    ['no address at all', 'print.html'],
  ])('refuses %s', async (_what, address) => {
    expect(await readPrintFile(folder, address)).toBeUndefined();
  });
});
