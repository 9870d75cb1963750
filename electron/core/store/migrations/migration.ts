import type { Database } from 'better-sqlite3';

/**
 * One step of the store's schema. Steps are numbered from 1 without gaps and never change once released; each runs
 * in one transaction together with the version bump. `up` may use any SQL except transactions of its own.
 */
export interface Migration {
  readonly version: number;
  readonly up: (database: Database) => void;
}
