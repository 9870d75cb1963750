import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/lib/project.mjs';

const load = () => getConfig(inProject(), inProject('electron-builder.yml'), null);
const validate = (config: Awaited<ReturnType<typeof load>>) => validateConfiguration(config, new DebugLogger(false));

describe('electron-builder.yml', () => {
  it('fits electron-builder’s own schema', async () => {
    await expect(validate(await load())).resolves.toBeUndefined();
  });

  it('would be refused with a key that electron-builder does not know', async () => {
    const misspelt = { ...(await load()), electronFuse: { runAsNode: false } };
    await expect(validate(misspelt)).rejects.toThrow(/unknown property 'electronFuse'/);
  });

  it('would be refused with a fuse that electron-builder does not know', async () => {
    const config = await load();
    const misspelt = { ...config, electronFuses: { ...config.electronFuses, runAsNodejs: false } };
    await expect(validate(misspelt)).rejects.toThrow(/configuration.electronFuses should be/);
  });

  it('builds the packages that the offices need', async () => {
    const { win, linux } = await load();
    expect(win?.target).toEqual([
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ]);
    expect(linux?.target).toEqual([
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ]);
  });

  it('sets every fuse to its safe side', async () => {
    expect((await load()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('keeps the database’s binary outside the archive and rebuilds nothing', async () => {
    const config = await load();
    expect(config.asar).toBe(true);
    expect(config.asarUnpack).toContain('node_modules/better-sqlite3/**');
    expect(config.npmRebuild).toBe(false);
  });
});
