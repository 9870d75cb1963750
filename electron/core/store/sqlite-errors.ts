import Database from 'better-sqlite3';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';

/** How the workspace is called in sentences for people; its path stays inside the core. */
const TARGET = '工作区';

/** An expected failure found in the middle of a transaction: thrown so that the transaction rolls back. */
export class StoreRefusal extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.kind);
    this.error = error;
  }
}

/** SQLite's result codes, by their beginning (extended codes continue the plain ones). */
const SQLITE_ERRORS: readonly (readonly [string, AppError])[] = [
  ['SQLITE_FULL', { kind: 'diskFull', target: TARGET }],
  ['SQLITE_READONLY_DBMOVED', { kind: 'targetGone', target: TARGET }],
  ['SQLITE_READONLY', { kind: 'readOnly', target: TARGET }],
  ['SQLITE_PERM', { kind: 'readOnly', target: TARGET }],
  ['SQLITE_CANTOPEN', { kind: 'readOnly', target: TARGET }],
  ['SQLITE_BUSY', { kind: 'storeInUse' }],
  ['SQLITE_LOCKED', { kind: 'storeInUse' }],
  ['SQLITE_CORRUPT', { kind: 'storeDamaged', detail: 'SQLITE_CORRUPT' }],
  ['SQLITE_NOTADB', { kind: 'storeDamaged', detail: 'SQLITE_NOTADB' }],
  ['SQLITE_IOERR_CORRUPTFS', { kind: 'storeDamaged', detail: 'SQLITE_IOERR_CORRUPTFS' }],
  // What is left of input and output errors is a medium that went away under us.
  ['SQLITE_IOERR', { kind: 'targetGone', target: TARGET }],
];

/** What the operating system says when the workspace's folders cannot be made or written. */
const SYSTEM_ERRORS: Readonly<Record<string, AppError>> = {
  ENOSPC: { kind: 'diskFull', target: TARGET },
  EDQUOT: { kind: 'diskFull', target: TARGET },
  EROFS: { kind: 'readOnly', target: TARGET },
  EACCES: { kind: 'readOnly', target: TARGET },
  EPERM: { kind: 'readOnly', target: TARGET },
  ENOTDIR: { kind: 'readOnly', target: TARGET },
  EEXIST: { kind: 'readOnly', target: TARGET },
  ENOENT: { kind: 'targetGone', target: TARGET },
  EIO: { kind: 'targetGone', target: TARGET },
};

/** The failure behind an exception of SQLite, of the file system or of the store itself; undefined for a bug. */
function expectedFailure(thrown: unknown): AppError | undefined {
  if (thrown instanceof StoreRefusal) return thrown.error;
  if (thrown instanceof Database.SqliteError) {
    const { code } = thrown;
    return SQLITE_ERRORS.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1];
  }
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return SYSTEM_ERRORS[thrown.code];
  return undefined;
}

/**
 * Runs work on the store. The only place where SQLite's codes are interpreted.
 * @returns the work's value, or the expected failure it threw; bugs are thrown on
 */
export function guarded<T>(work: () => T): Result<T, AppError> {
  try {
    return ok(work());
  } catch (thrown) {
    const failure = expectedFailure(thrown);
    if (failure === undefined) throw thrown;
    return err(failure);
  }
}
