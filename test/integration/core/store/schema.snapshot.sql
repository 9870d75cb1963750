CREATE TRIGGER record_added_indicators AFTER INSERT ON record BEGIN
  INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
END;

CREATE TRIGGER record_changed_indicators AFTER UPDATE OF head_seq, removed_at_ms ON record BEGIN
  INSERT OR IGNORE INTO indicator_pending (record_seq) VALUES (NEW.seq);
END;

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

CREATE TABLE indicator_pending (
  record_seq INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE indicator_use (
  indicator_seq INTEGER NOT NULL REFERENCES indicator (seq),
  record_seq INTEGER NOT NULL REFERENCES record (seq),
  fiscal_year INTEGER NOT NULL,
  target TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (indicator_seq, record_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE "record" (
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

CREATE VIRTUAL TABLE record_gram USING fts5 (
  grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE record_text USING fts5 (text, tokenize = 'trigram');

CREATE TABLE "revision" (
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

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX indicator_by_name ON indicator (key, initials);

CREATE INDEX indicator_by_use ON indicator (category, uses DESC, key, initials);

CREATE INDEX indicator_use_in_record ON indicator_use (record_seq);

CREATE INDEX record_carried ON record (carried_from) WHERE carried_from IS NOT NULL AND removed_at_ms IS NULL;

CREATE INDEX record_in_list ON record (fiscal_year, position) WHERE removed_at_ms IS NULL;

CREATE INDEX record_to_index ON record (seq) WHERE is_indexed = 0;

CREATE INDEX record_to_match ON record (match_key) WHERE removed_at_ms IS NULL;
