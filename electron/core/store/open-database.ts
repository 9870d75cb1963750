import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrate, refuseNewer, schemaVersion } from './migrate.ts';
import { APPLICATION_ID } from './migrations/0001-records.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreRefusal } from './sqlite-errors.ts';

/** How long to wait for another process that is just closing the store. */
const LOCK_WAIT_MS = 1_000;
/** SQLite's own page cache; the main part of what the core's memory grows by. */
const CACHE_KIB = 16_384;
const SESSION_KEY = 'session';

export const storeFile = (workspaceDir: string): string => path.join(workspaceDir, 'store.sqlite3');
export const backupsDir = (workspaceDir: string): string => path.join(workspaceDir, 'backups');

/**
 * Opens a workspace's database for this process alone: checks it, brings its schema up to date.
 *
 * The lock is SQLite's own (`locking_mode = EXCLUSIVE`): the operating system releases it with the process, however
 * that ends.
 * @throws StoreRefusal (`storeInUse`, `storeNewer`, `storeDamaged`) and SQLite's own errors
 */
export function openDatabase(workspaceDir: string, migrations: readonly Migration[]): Database.Database {
  mkdirSync(workspaceDir, { recursive: true });
  // SQLite would only say that some input or output failed.
  accessSync(workspaceDir, constants.W_OK);
  const database = new Database(storeFile(workspaceDir), { timeout: LOCK_WAIT_MS });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('trusted_schema = OFF');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    refuseForeign(database);
    refuseNewer(database, migrations);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('journal_size_limit = 16777216');
    checkIntegrity(database);
    migrate(database, migrations, backupsDir(workspaceDir));
    setSession(database, 'open');
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Closes in order, so that the next start need not look for damage everywhere. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return;
  try {
    setSession(database, 'closed');
  } finally {
    database.close();
  }
}

/** A SQLite file of some other program under our name is left alone. */
function refuseForeign(database: Database.Database): void {
  const applicationId = Number(database.pragma('application_id', { simple: true }));
  const objects = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (objects !== 0 && applicationId !== APPLICATION_ID) {
    throw new StoreRefusal({ kind: 'storeDamaged', detail: 'application_id' });
  }
}

/** The tables that answers and lists live in. */
const VITAL_TABLES = ['setting', 'record', 'revision'] as const;

/**
 * After an orderly end the tables that cannot be made anew are checked (a moment at 10,000 records); after any other
 * end everything is, indexes and full-text index included.
 */
function checkIntegrity(database: Database.Database): void {
  if (schemaVersion(database) === 0) return;
  const wasClosed = database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(SESSION_KEY) === 'closed';
  const checks = wasClosed ? VITAL_TABLES.map((table) => `quick_check(${table})`) : ['integrity_check(1)'];
  for (const check of checks) {
    const verdict = database.pragma(check, { simple: true });
    if (verdict !== 'ok') throw new StoreRefusal({ kind: 'storeDamaged', detail: String(verdict) });
  }
}

function setSession(database: Database.Database, state: 'open' | 'closed'): void {
  database.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(SESSION_KEY, state);
}
