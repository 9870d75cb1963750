import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultWorkspaceDir, isNewWorkspace } from '../../../../electron/shell/workspace-dir.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-workspace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('defaultWorkspaceDir', () => {
  it('takes the folder that is named, and else one of the user', () => {
    expect(defaultWorkspaceDir({ XIANCAI_WORKSPACE: folder })).toBe(folder);
    expect(defaultWorkspaceDir({ XDG_DATA_HOME: folder, APPDATA: folder })).toContain('xiancai');
  });
});

describe('isNewWorkspace', () => {
  it('is true for a folder that is missing or empty', () => {
    expect(isNewWorkspace(path.join(folder, 'missing'))).toBe(true);
    mkdirSync(path.join(folder, 'empty'));
    expect(isNewWorkspace(path.join(folder, 'empty'))).toBe(true);
    writeFileSync(path.join(folder, 'empty', 'file'), '');
    expect(isNewWorkspace(path.join(folder, 'empty'))).toBe(false);
  });
});
