import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';

/** Where programs keep a person's data on this system. */
function userDataDir(environment: NodeJS.ProcessEnv): string {
  const home = os.homedir();
  if (process.platform === 'win32') return environment.APPDATA ?? path.join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share');
}

/** The workspace to open when none is named: `XIANCAI_WORKSPACE`, else one per user, the same for every host. */
export function defaultWorkspaceDir(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.XIANCAI_WORKSPACE;
  return named ? path.resolve(named) : path.join(userDataDir(environment), 'xiancai', 'workspace');
}

/** Whether nothing is in the folder yet; such a workspace begins with the invented sample county. */
export function isNewWorkspace(workspaceDir: string): boolean {
  try {
    return readdirSync(workspaceDir).length === 0;
  } catch {
    // Not there yet; whatever else stands in the way, the core will say when it opens it.
    return true;
  }
}

/**
 * Makes the workspace's folder where it is missing.
 * @returns why it cannot be one, as an `AppError` whose sentence names it
 */
export async function makeWorkspaceDir(workspaceDir: string): Promise<Result<null, AppError>> {
  try {
    await mkdir(workspaceDir, { recursive: true });
    return ok(null);
  } catch {
    // Not ours to write, a file instead of a folder, a drive that is not there: in each case another place is needed.
    return err({ kind: 'readOnly', target: workspaceDir });
  }
}
