import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileSafely } from '../../../../electron/core/writers/write-file.ts';
import { mountReadOnly, mountSmallDisk } from '../../../support/mounts.ts';

import { expectError, temporaryFolder } from '../../../support/workspaces.ts';

const BYTES = new TextEncoder().encode('新的内容');

describe('writeFileSafely', () => {
  it('writes a new file and replaces an old one, leaving nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, '表.xlsx');
    for (const _time of ['new', 'again']) {
      expect(await writeFileSafely(file, BYTES)).toEqual({ ok: true, value: { bytes: 12 } });
    }
    expect(readFileSync(file, 'utf8')).toBe('新的内容');
    expect(readdirSync(folder)).toEqual(['表.xlsx']);
  });

  it('replaces the file behind a link, not the link', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, '真.txt');
    writeFileSync(file, '旧');
    symlinkSync(file, path.join(folder, '链.txt'));
    await writeFileSafely(path.join(folder, '链.txt'), BYTES);
    expect(readFileSync(file, 'utf8')).toBe('新的内容');
  });

  it('says when the place is gone', async () => {
    const folder = temporaryFolder();
    const gone = await writeFileSafely(path.join(folder, 'U盘', '表.xlsx'), BYTES);
    expect(expectError(gone)).toEqual({ kind: 'targetGone', target: '表.xlsx' });
  });

  it('never replaces a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '表.xlsx'));
    expect(expectError(await writeFileSafely(path.join(folder, '表.xlsx'), BYTES)).kind).toBe('readOnly');
    expect(readdirSync(folder)).toEqual(['表.xlsx']);
  });

  it('keeps the old file when the disk is full', async ({ skip }) => {
    const folder = temporaryFolder();
    if (!mountSmallDisk(folder, 1)) return skip('only an administrator can mount a small disk');
    const file = path.join(folder, '表.xlsx');
    await writeFileSafely(file, BYTES);
    const failed = await writeFileSafely(file, new Uint8Array(3 * 1024 * 1024));
    expect(expectError(failed)).toEqual({ kind: 'diskFull', target: '表.xlsx' });
    expect(readFileSync(file, 'utf8')).toBe('新的内容');
    expect(readdirSync(folder)).toEqual(['表.xlsx']);
  });

  it('says when the folder is read-only', async ({ skip }) => {
    const folder = temporaryFolder();
    if (!mountReadOnly(folder)) return skip('only an administrator can make a folder read-only for everyone');
    expect(expectError(await writeFileSafely(path.join(folder, '表.xlsx'), BYTES)).kind).toBe('readOnly');
  });
});
