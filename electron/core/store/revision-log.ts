import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { parseRow, readAnswers } from './record-rows.ts';

const revisionRowSchema = z.object({
  id: z.string(),
  parent_id: z.string().nullable(),
  definition_version: z.int(),
  answers: z.string(),
  saved_at_ms: z.int(),
  saved_by: z.string(),
  saved_on: z.string(),
  restored_from: z.string().nullable(),
});

/** One saved state of a form, as it was. */
export interface StoredRevision {
  readonly id: string;
  readonly parent: string | null;
  readonly definitionVersion: number;
  readonly answers: Answers;
  readonly savedAtMs: number;
  /** The person logged in, and the PC. */
  readonly savedBy: string;
  readonly savedOn: string;
  /** The revision whose contents a person went back to; null for an ordinary change. */
  readonly restoredFrom: string | null;
}

const COLUMNS = 'id, parent_id, definition_version, answers, saved_at_ms, saved_by, saved_on, restored_from';

/** The revisions of a record, oldest first. */
export function readRevisions(database: Database, recordSeq: number): StoredRevision[] {
  return database
    .prepare(`SELECT ${COLUMNS} FROM revision WHERE record_seq = ? ORDER BY seq`)
    .all(recordSeq)
    .map(readRevision);
}

/** One revision of a record; undefined where it has none of that name. */
export function findRevision(database: Database, recordSeq: number, id: string): StoredRevision | undefined {
  const row = database.prepare(`SELECT ${COLUMNS} FROM revision WHERE record_seq = ? AND id = ?`).get(recordSeq, id);
  return row === undefined ? undefined : readRevision(row);
}

function readRevision(row: unknown): StoredRevision {
  const revision = parseRow(revisionRowSchema, row, 'revision');
  return {
    id: revision.id,
    parent: revision.parent_id,
    definitionVersion: revision.definition_version,
    answers: readAnswers(revision.answers),
    savedAtMs: revision.saved_at_ms,
    savedBy: revision.saved_by,
    savedOn: revision.saved_on,
    restoredFrom: revision.restored_from,
  };
}
