import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBuildLock } from '../../../build/lib/lock.mjs';

let folder = '';
let lockFile = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  lockFile = path.join(folder, 'inner', 'build.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withBuildLock', () => {
  it('lets one work after the other and gives the lock back', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([withBuildLock(work('a'), lockFile), withBuildLock(work('b'), lockFile)]);
    expect(results).toEqual(['a', 'b']);
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(existsSync(lockFile)).toBe(false);
  });

  it('gives the lock back when the work fails', async () => {
    const failing = () => Promise.reject(new Error('broken source'));
    await expect(withBuildLock(failing, lockFile)).rejects.toThrow('broken source');
    await expect(withBuildLock(async () => 'built', lockFile)).resolves.toBe('built');
  });

  it('takes over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    mkdirSync(path.dirname(lockFile));
    writeFileSync(lockFile, String(child.pid));
    await expect(withBuildLock(async () => 'built', lockFile)).resolves.toBe('built');
  });

  it('takes over from a process that died before it could write who it was', async () => {
    mkdirSync(path.dirname(lockFile));
    writeFileSync(lockFile, '');
    utimesSync(lockFile, 1, 1);
    await expect(withBuildLock(async () => 'built', lockFile)).resolves.toBe('built');
  });
});
