import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isReachable, readWindowBounds, writeWindowBounds } from '../../../../electron/main/window-bounds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-bounds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('window bounds', () => {
  it('come back as they were written', async () => {
    const bounds = { x: -8, y: 0, width: 1280, height: 700, isMaximized: true };
    const file = path.join(folder, 'window.json');
    await writeWindowBounds(file, bounds);
    expect(await readWindowBounds(file)).toEqual(bounds);
  });

  it('are none when the file is missing or makes no sense', async () => {
    expect(await readWindowBounds(path.join(folder, 'missing.json'))).toBeNull();
    writeFileSync(path.join(folder, 'bad.json'), '{"x":0,"y":0,"width":1e9');
    expect(await readWindowBounds(path.join(folder, 'bad.json'))).toBeNull();
  });

  it('are of use only on a screen that is there', () => {
    const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
    expect(isReachable({ x: 40, y: 20, width: 1280, height: 700 }, screens)).toBe(true);
    expect(isReachable({ x: 1900, y: 20, width: 1280, height: 700 }, screens)).toBe(false);
    expect(isReachable({ x: 40, y: 720, width: 1280, height: 700 }, screens)).toBe(false);
    expect(isReachable({ x: 40, y: -300, width: 1280, height: 700 }, screens)).toBe(false);
  });
});
