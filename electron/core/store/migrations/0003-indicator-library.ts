import type { Migration } from './migration.ts';

/**
 * The indicator library: every indicator that stands in forms, once for each category, and the forms it stands in.
 * Derived from the newest revisions. What has to be read again is noted by triggers, so that no way of saving,
 * removing or restoring forms can forget it; `indicator-index.ts` works it off. All forms are read once. The indexes
 * hold names and initials, since they are what is looked through while someone types.
 */
export const indicatorLibraryMigration: Migration = {
  version: 3,
  up: (database) => {
    database.exec(`
      CREATE TABLE indicator (
        seq INTEGER PRIMARY KEY,
        category TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        initials TEXT NOT NULL,
        uses INTEGER NOT NULL,
        oldest_year INTEGER NOT NULL,
        newest_year INTEGER NOT NULL,
        target TEXT NOT NULL,
        fields TEXT NOT NULL,
        UNIQUE (category, key)
      ) STRICT;
      CREATE INDEX indicator_by_use ON indicator (category, uses DESC, key, initials);
      CREATE INDEX indicator_by_name ON indicator (key, initials);

      CREATE TABLE indicator_use (
        indicator_seq INTEGER NOT NULL REFERENCES indicator (seq),
        record_seq INTEGER NOT NULL REFERENCES record (seq),
        fiscal_year INTEGER NOT NULL,
        target TEXT NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (indicator_seq, record_seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX indicator_use_in_record ON indicator_use (record_seq);

      CREATE TABLE indicator_pending (
        record_seq INTEGER PRIMARY KEY
      ) STRICT;
      CREATE TRIGGER record_added_indicators AFTER INSERT ON record BEGIN
        INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
      END;
      CREATE TRIGGER record_changed_indicators AFTER UPDATE OF revision_id, removed_at_ms ON record BEGIN
        INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
      END;
      INSERT INTO indicator_pending (record_seq) SELECT seq FROM record;
    `);
  },
};
