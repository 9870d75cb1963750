import { describe, expect, it } from 'vitest';
import { findChromium, type Machine } from '../../../../../electron/core/pdf/find-chromium.ts';

const machine = (platform: NodeJS.Platform, env: Machine['env'], ...files: string[]): Machine => ({
  platform,
  env,
  exists: (file) => files.includes(file),
});

describe('findChromium', () => {
  it('takes the browser that XIANCAI_CHROMIUM names, and no other', () => {
    const env = { XIANCAI_CHROMIUM: '/opt/own/chrome', PATH: '/usr/bin' };
    expect(findChromium(machine('linux', env, '/opt/own/chrome', '/usr/bin/chromium'))).toBe('/opt/own/chrome');
    expect(findChromium(machine('linux', env, '/usr/bin/chromium'))).toBeUndefined();
  });

  it('looks along PATH on Linux, in absolute folders only', () => {
    const env = { PATH: '.:/usr/local/bin:/usr/bin' };
    expect(findChromium(machine('linux', env, 'chromium', '/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    expect(findChromium(machine('linux', {}, '/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  });

  it('knows where Edge and 360 are on Windows', () => {
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const own = 'C:\\Users\\a\\AppData\\Local\\360ChromeX\\Chrome\\Application\\360ChromeX.exe';
    expect(findChromium(machine('win32', env, own, edge))).toBe(edge);
    expect(findChromium(machine('win32', env, own))).toBe(own);
  });

  it('finds nothing where there is nothing', () => {
    expect(findChromium(machine('linux', { PATH: '/usr/bin' }))).toBeUndefined();
    expect(findChromium(machine('win32', {}))).toBeUndefined();
  });
});
