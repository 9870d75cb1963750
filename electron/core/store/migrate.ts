import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { StoreRefusal } from './sqlite-errors.ts';

/** The schema version a database is at; 0 for an empty one. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Refuses a store of a newer program, before anything in it is touched.
 * @throws StoreRefusal `storeNewer`
 */
export function refuseNewer(database: Database, migrations: readonly Migration[]): void {
  const storeVersion = schemaVersion(database);
  const knownVersion = migrations.length;
  if (storeVersion > knownVersion) throw new StoreRefusal({ kind: 'storeNewer', storeVersion, knownVersion });
}

/**
 * Brings the schema to the newest version, one migration after the other, each in one transaction with its version
 * bump. A store that holds data is copied into `backupsDir` first.
 * @throws whatever SQLite or the file system throws; the store is then at the last version that was completed
 */
export function migrate(database: Database, migrations: readonly Migration[], backupsDir: string): void {
  refuseNewer(database, migrations);
  const from = schemaVersion(database);
  const pending = migrations.slice(from);
  if (pending.length === 0) return;
  if (from > 0) backUp(database, backupsDir, from);
  // Rebuilding a table drops it for a moment; the references are checked before the step is committed instead.
  database.pragma('foreign_keys = OFF');
  try {
    for (const [index, migration] of pending.entries()) runMigration(database, migration, from + index + 1);
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function runMigration(database: Database, migration: Migration, expectedVersion: number): void {
  if (migration.version !== expectedVersion) {
    throw new Error(`Migration ${migration.version} stands where ${expectedVersion} belongs`);
  }
  database
    .transaction(() => {
      migration.up(database);
      const broken = database.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new Error(`Migration ${migration.version} breaks ${broken.length} references`);
      }
      database.pragma(`user_version = ${migration.version}`);
    })
    .exclusive();
}

/** Writes a whole, compact copy; it has its final name only when it is complete and on disk. */
function backUp(database: Database, backupsDir: string, version: number): void {
  mkdirSync(backupsDir, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = path.join(backupsDir, `store-v${version}-${stamp}.sqlite3`);
  const unfinished = `${file}.part`;
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    const handle = openSync(unfinished, 'r+');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
