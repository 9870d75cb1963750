import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';

/**
 * Writes a file whole or not at all: into a file beside it, flushed to the disk, then renamed over it. What stood
 * there before stays until the new one is complete.
 * @returns the number of bytes, or why it could not be written; nothing is left behind then
 */
export async function writeFileSafely(
  target: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly bytes: number }, AppError>> {
  const name = path.basename(target);
  const place = await realTarget(target);
  const draft = path.join(path.dirname(place), `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFlushed(draft, bytes);
    await rename(draft, place);
    await flushFolder(path.dirname(place));
    return ok({ bytes: bytes.byteLength });
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const syscall = error instanceof Error && 'syscall' in error ? String(error.syscall) : '';
    const failure = describeWriteFailure(code, syscall, name);
    if (!failure) throw error;
    return err(failure);
  }
}

/** Where a link leads, so that the file behind it is replaced and not the link. */
async function realTarget(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch {
    return target;
  }
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself durable. Windows has no such thing and some file systems refuse it; the file is whole anyway. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Network file systems: nothing more can be done.
  }
}

/**
 * What a failed system call means to a person; undefined for a bug.
 * @param syscall which call failed: Windows refuses to rename over a file that is open elsewhere with EPERM
 */
export function describeWriteFailure(code: string, syscall: string, target: string): AppError | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'diskFull', target };
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'targetInUse', target };
    case 'EPERM':
    case 'EACCES':
      return { kind: syscall === 'rename' ? 'targetInUse' : 'readOnly', target };
    case 'EROFS':
    case 'EISDIR':
      return { kind: 'readOnly', target };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'EIO':
    case 'ENAMETOOLONG':
      return { kind: 'targetGone', target };
    default:
      return undefined;
  }
}
