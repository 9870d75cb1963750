import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { parseRow, readAnswers } from './record-rows.ts';

const revisionRowSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
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

/** The revisions of a record: from its newest one back, each to the one before it. */
const LINE = `
  WITH RECURSIVE line (seq, parent_seq) AS (
    SELECT revision.seq, revision.parent_seq
    FROM record JOIN revision ON revision.seq = record.head_seq WHERE record.seq = ?
    UNION ALL
    SELECT revision.seq, revision.parent_seq FROM line JOIN revision ON revision.seq = line.parent_seq
  )
  SELECT revision.id, parent.id AS parent, revision.definition_version, revision.saved_at_ms, revision.saved_by,
         revision.saved_on, revision.restored_from, revision.answers
  FROM line JOIN revision ON revision.seq = line.seq
  LEFT JOIN revision AS parent ON parent.seq = line.parent_seq`;

/** The revisions of a record, oldest first. */
export function readRevisions(database: Database, recordSeq: number): StoredRevision[] {
  return database.prepare(`${LINE} ORDER BY revision.seq`).all(recordSeq).map(readRevision);
}

/** One revision of a record; undefined where it has none of that name. */
export function findRevision(database: Database, recordSeq: number, id: string): StoredRevision | undefined {
  const row = database.prepare(`${LINE} WHERE revision.id = ?`).get(recordSeq, id);
  return row === undefined ? undefined : readRevision(row);
}

function readRevision(row: unknown): StoredRevision {
  const revision = parseRow(revisionRowSchema, row, 'revision');
  return {
    id: revision.id,
    parent: revision.parent,
    definitionVersion: revision.definition_version,
    answers: readAnswers(revision.answers),
    savedAtMs: revision.saved_at_ms,
    savedBy: revision.saved_by,
    savedOn: revision.saved_on,
    restoredFrom: revision.restored_from,
  };
}
