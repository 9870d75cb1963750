import type { Migration } from './migration.ts';

/**
 * Revisions point at the revision before them, and records at their newest one, by number instead of by name. Names
 * are hashes: an index over them puts every save on a page of its own somewhere in the file, and a save waits for each
 * page it writes. The revisions of a form are the line from its newest one back (`parent_seq`), which is never looked
 * through while somebody types. `answers` stands last, so that walking along the line reads none of them.
 */
export const revisionsByNumberMigration: Migration = {
  version: 4,
  up: (database) => {
    database.exec(`
      CREATE TABLE new_revision (
        seq INTEGER PRIMARY KEY,
        record_seq INTEGER NOT NULL REFERENCES record (seq) DEFERRABLE INITIALLY DEFERRED,
        parent_seq INTEGER REFERENCES revision (seq) CHECK (parent_seq < seq),
        id TEXT NOT NULL,
        definition_version INTEGER NOT NULL,
        saved_at_ms INTEGER NOT NULL,
        saved_by TEXT NOT NULL,
        saved_on TEXT NOT NULL,
        restored_from TEXT,
        answers TEXT NOT NULL
      ) STRICT;
      INSERT INTO new_revision (
        seq, record_seq, parent_seq, id, definition_version, saved_at_ms, saved_by, saved_on, restored_from, answers
      )
      SELECT revision.seq, revision.record_seq, parent.seq, revision.id, revision.definition_version,
             revision.saved_at_ms, revision.saved_by, revision.saved_on, revision.restored_from, revision.answers
      FROM revision
      LEFT JOIN revision AS parent ON parent.record_seq = revision.record_seq AND parent.id = revision.parent_id
      ORDER BY revision.seq;

      CREATE TABLE new_record (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        definition_id TEXT NOT NULL,
        definition_version INTEGER NOT NULL,
        fiscal_year INTEGER NOT NULL,
        position INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'submitted', 'returned', 'accepted')),
        title TEXT NOT NULL,
        unit TEXT NOT NULL,
        match_key TEXT NOT NULL,
        amount TEXT,
        amount_unit TEXT NOT NULL CHECK (amount_unit IN ('元', '万元')),
        completeness INTEGER NOT NULL CHECK (completeness BETWEEN 0 AND 100),
        error_count INTEGER NOT NULL,
        warning_count INTEGER NOT NULL,
        hint_count INTEGER NOT NULL,
        derived_by TEXT NOT NULL,
        head_seq INTEGER NOT NULL REFERENCES revision (seq) DEFERRABLE INITIALLY DEFERRED,
        is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
        is_indexed INTEGER NOT NULL CHECK (is_indexed IN (0, 1)),
        carried_from TEXT,
        created_at_ms INTEGER NOT NULL,
        updated_at_ms INTEGER NOT NULL,
        removed_at_ms INTEGER
      ) STRICT;
      INSERT INTO new_record (
        seq, id, definition_id, definition_version, fiscal_year, position, status, title, unit, match_key, amount,
        amount_unit, completeness, error_count, warning_count, hint_count, derived_by, head_seq, is_sample, is_indexed,
        carried_from, created_at_ms, updated_at_ms, removed_at_ms
      )
      SELECT record.seq, record.id, definition_id, record.definition_version, fiscal_year, position, status, title,
             unit, match_key, amount, amount_unit, completeness, error_count, warning_count, hint_count, derived_by,
             head.seq, is_sample, is_indexed, carried_from, created_at_ms, updated_at_ms, removed_at_ms
      FROM record
      LEFT JOIN revision AS head ON head.record_seq = record.seq AND head.id = record.revision_id
      ORDER BY record.seq;

      DROP TABLE record;
      DROP TABLE revision;
      ALTER TABLE new_revision RENAME TO revision;
      ALTER TABLE new_record RENAME TO record;

      CREATE INDEX record_in_list ON record (fiscal_year, position) WHERE removed_at_ms IS NULL;
      CREATE INDEX record_to_match ON record (match_key) WHERE removed_at_ms IS NULL;
      CREATE INDEX record_to_index ON record (seq) WHERE is_indexed = 0;
      CREATE INDEX record_carried ON record (carried_from) WHERE carried_from IS NOT NULL AND removed_at_ms IS NULL;
      CREATE TRIGGER record_added_indicators AFTER INSERT ON record BEGIN
        INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
      END;
      CREATE TRIGGER record_changed_indicators AFTER UPDATE OF head_seq, removed_at_ms ON record BEGIN
        INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
      END;
    `);
  },
};
