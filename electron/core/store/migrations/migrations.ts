import { recordsMigration } from './0001-records.ts';
import { yearOfWorkMigration } from './0002-year-of-work.ts';
import { indicatorLibraryMigration } from './0003-indicator-library.ts';
import { revisionsByNumberMigration } from './0004-revisions-by-number.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in order. A new one is appended; a released one never changes. */
export const migrations: readonly Migration[] = [
  recordsMigration,
  yearOfWorkMigration,
  indicatorLibraryMigration,
  revisionsByNumberMigration,
];
