import type { Database, Statement } from 'better-sqlite3';

const RECORD = `
  SELECT record.seq, record.id, record.definition_id, record.definition_version, record.fiscal_year, record.status,
         revision.id AS revision, record.created_at_ms, record.updated_at_ms, revision.answers
  FROM record JOIN revision ON revision.seq = record.head_seq`;

const SET_COLUMNS = `
  status = @status, title = @title, unit = @unit, match_key = @matchKey, amount = @amount, amount_unit = @amountUnit,
  completeness = @completeness, error_count = @errors, warning_count = @warnings, hint_count = @hints,
  derived_by = @derivedBy`;

/** As `FormPlace`. */
const PLACE = 'definition_id AS definitionId, fiscal_year AS fiscalYear, unit';

const SQL = {
  settingGet: 'SELECT value FROM setting WHERE key = ?',
  settingSet: 'INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)',
  settingRemove: 'DELETE FROM setting WHERE key = ?',
  years: 'SELECT DISTINCT fiscal_year FROM record WHERE removed_at_ms IS NULL ORDER BY fiscal_year',
  get: `${RECORD} WHERE record.id = ? AND record.removed_at_ms IS NULL`,
  head: `
      SELECT record.seq, record.definition_id, record.definition_version, record.fiscal_year,
             record.updated_at_ms, record.unit, record.head_seq, revision.id, parent.id
      FROM record JOIN revision ON revision.seq = record.head_seq
      LEFT JOIN revision AS parent ON parent.seq = revision.parent_seq
      WHERE record.id = ? AND record.removed_at_ms IS NULL`,
  matches: `${RECORD} WHERE record.match_key = ? AND record.removed_at_ms IS NULL ORDER BY record.position`,
  stale: `${RECORD} WHERE record.seq > ? AND record.derived_by <> ? AND record.removed_at_ms IS NULL ORDER BY record.seq LIMIT ?`,
  carried: `
      SELECT EXISTS (SELECT 1 FROM record WHERE carried_from = ? AND fiscal_year = ? AND removed_at_ms IS NULL)`,
  successor: `
      SELECT id FROM record
      WHERE fiscal_year = (SELECT fiscal_year FROM record WHERE id = @id) AND removed_at_ms IS NULL
        AND position > (SELECT position FROM record WHERE id = @id)
      ORDER BY position LIMIT 1`,
  hasSample: 'SELECT EXISTS (SELECT 1 FROM record WHERE is_sample = 1 AND removed_at_ms IS NULL)',
  removeSample: `
      UPDATE record SET removed_at_ms = ? WHERE is_sample = 1 AND removed_at_ms IS NULL RETURNING ${PLACE}`,
  mark: `UPDATE record SET removed_at_ms = @removedAtMs WHERE id = @id RETURNING ${PLACE}`,
  place: `SELECT ${PLACE} FROM record WHERE id = ?`,
  formsOf: `
      SELECT id, ${PLACE} FROM record
      WHERE fiscal_year = ? AND removed_at_ms IS NULL AND definition_id IN (SELECT value FROM json_each(?))
      ORDER BY position`,
  insert: `
      INSERT INTO record (
        id, definition_id, definition_version, fiscal_year, position, status, title, unit, match_key, amount,
        amount_unit, completeness, error_count, warning_count, hint_count, derived_by, head_seq, is_sample, is_indexed,
        carried_from, created_at_ms, updated_at_ms
      ) VALUES (
        @id, @definitionId, @definitionVersion, @fiscalYear, (SELECT coalesce(max(seq), 0) + 1 FROM record), @status,
        @title, @unit, @matchKey, @amount, @amountUnit, @completeness, @errors, @warnings, @hints, @derivedBy,
        (SELECT coalesce(max(seq), 0) + 1 FROM revision), @isSample, 0, @carriedFrom, @nowMs, @nowMs
      ) RETURNING seq, head_seq`,
  update: `
      UPDATE record SET ${SET_COLUMNS}, definition_version = @definitionVersion, head_seq = @headSeq,
        is_indexed = 0, updated_at_ms = @nowMs
      WHERE seq = @seq`,
  updateContents: `
      UPDATE record SET title = @title, unit = @unit, amount = @amount, amount_unit = @amountUnit,
        derived_by = @derivedBy, definition_version = @definitionVersion, head_seq = @headSeq, updated_at_ms = @nowMs
      WHERE seq = @seq`,
  updateMatchKey: 'UPDATE record SET match_key = @matchKey WHERE seq = @seq AND match_key <> @matchKey',
  markUnindexed: 'UPDATE record SET is_indexed = 0 WHERE seq = @seq AND is_indexed = 1',
  definitionUses: `
      SELECT definition_id AS definitionId, definition_version AS definitionVersion, count(*) AS forms
      FROM record WHERE removed_at_ms IS NULL GROUP BY definition_id, definition_version`,
  unjudged: `${RECORD} WHERE record.derived_by = '' AND record.removed_at_ms IS NULL`,
  refresh: `UPDATE record SET ${SET_COLUMNS} WHERE seq = @seq`,
  insertRevision: `
      INSERT INTO revision (
        seq, record_seq, parent_seq, id, definition_version, saved_at_ms, saved_by, saved_on, restored_from, answers
      ) VALUES (
        @seq, @recordSeq, @parentSeq, @id, @definitionVersion, @nowMs, @author, @machine, @restoredFrom, @answers
      )`,
};

export type Statements = Readonly<Record<keyof typeof SQL, Statement>>;

/** The store's statements, prepared once: saving must not pay for parsing SQL. */
export function prepareStatements(database: Database): Statements {
  const prepared = Object.entries(SQL).map(([name, sql]): [string, Statement] => [name, database.prepare(sql)]);
  const statements = Object.fromEntries(prepared) as Statements;
  statements.head.raw();
  statements.insert.raw();
  return statements;
}
