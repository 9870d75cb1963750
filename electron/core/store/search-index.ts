import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { readAnswers } from './record-rows.ts';

const pendingRowSchema = z.object({ seq: z.int(), answers: z.string() });

/** The shortest text the trigram index answers for; shorter ones are looked for in the texts themselves. */
const TRIGRAM = 3;

/** Texts and queries are compared without width and case (`ＡＢ` finds `ab`). */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every text of a form, one a line: name, goals, indicators. */
export function searchText(answers: Answers): string {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part);
  };
  collect(answers);
  return fold([...new Set(texts)].filter((text) => text !== '').join('\n'));
}

/** The full-text index over records. It lags behind saves; whoever searches calls `update` first. */
export class SearchIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Indexes records saved since the last time, in one transaction.
   * @param limit how many at most
   * @returns how many were indexed
   */
  update(limit: number): number {
    const database = this.#database;
    const pending = database
      .prepare(
        `SELECT record.seq, revision.answers FROM record
         JOIN revision ON revision.record_seq = record.seq AND revision.id = record.revision_id
         WHERE record.is_indexed = 0 LIMIT ?`,
      )
      .all(limit);
    if (pending.length === 0) return 0;
    const forget = database.prepare('DELETE FROM record_text WHERE rowid = ?');
    const insert = database.prepare('INSERT INTO record_text (rowid, text) VALUES (?, ?)');
    const mark = database.prepare('UPDATE record SET is_indexed = 1 WHERE seq = ?');
    database.transaction(() => {
      for (const row of pending) {
        const { seq, answers } = pendingRowSchema.parse(row);
        forget.run(seq);
        insert.run(seq, searchText(readAnswers(answers)));
        mark.run(seq);
      }
    })();
    return pending.length;
  }
}

/** A condition on `record.seq` with its parameters: every word of the query occurs somewhere in the form. */
export function searchCondition(query: string): { readonly sql: string; readonly parameters: readonly string[] } {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const clauses = words.map((word) =>
    [...word].length >= TRIGRAM
      ? 'record.seq IN (SELECT rowid FROM record_text WHERE record_text MATCH ?)'
      : 'record.seq IN (SELECT rowid FROM record_text WHERE instr(text, ?) > 0)',
  );
  const parameters = words.map((word) => ([...word].length >= TRIGRAM ? `"${word.replaceAll('"', '""')}"` : word));
  return { sql: clauses.length === 0 ? 'TRUE' : clauses.join(' AND '), parameters };
}
