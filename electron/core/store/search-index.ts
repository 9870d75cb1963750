import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { readAnswers } from './record-rows.ts';

const pendingRowSchema = z.object({ seq: z.int(), answers: z.string() });

/** The shortest word the trigram index answers for; shorter ones are looked up in the index of neighbouring characters. */
const TRIGRAM = 3;

/** Texts and queries are compared without width and case (`ＡＢ` finds `ab`). */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

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

/** Signs would end a token; they are moved to where Unicode leaves room for private use. */
const PRIVATE_USE = 0xe000;
const withoutSigns = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/gu, (sign) => String.fromCharCode(PRIVATE_USE + sign.charCodeAt(0)));

/** Every pair of neighbouring characters once; the last one of a word stands alone, so that it is found by itself. */
function gramsOf(text: string): string {
  const grams = new Set<string>();
  for (const word of withoutSigns(text).split(/\s+/u)) {
    const characters = [...word];
    for (const [at, character] of characters.entries()) grams.add(character + (characters[at + 1] ?? ''));
  }
  return [...grams].join(' ');
}

/** The words of a query, folded as the texts are. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** How many records are indexed in one transaction before a search. */
const BATCH = 500;

/** The full-text index over records. It lags behind saves; whoever searches calls `update` first. */
export class SearchIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Indexes everything saved since the last time. */
  updateAll(): void {
    while (this.update(BATCH) > 0);
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
         JOIN revision ON revision.seq = record.head_seq
         WHERE record.is_indexed = 0 LIMIT ?`,
      )
      .all(limit);
    if (pending.length === 0) return 0;
    const forget = database.prepare('DELETE FROM record_text WHERE rowid = ?');
    const insert = database.prepare('INSERT INTO record_text (rowid, text) VALUES (?, ?)');
    const forgetGrams = database.prepare('DELETE FROM record_gram WHERE rowid = ?');
    const insertGrams = database.prepare('INSERT INTO record_gram (rowid, grams) VALUES (?, ?)');
    const mark = database.prepare('UPDATE record SET is_indexed = 1 WHERE seq = ?');
    database.transaction(() => {
      for (const row of pending) {
        const { seq, answers } = pendingRowSchema.parse(row);
        const text = searchText(readAnswers(answers));
        forget.run(seq);
        insert.run(seq, text);
        forgetGrams.run(seq);
        insertGrams.run(seq, gramsOf(text));
        mark.run(seq);
      }
    })();
    return pending.length;
  }
}

/** A condition on `record.seq` with its parameters: every word of the query occurs somewhere in the form. */
export function searchCondition(query: string): { readonly sql: string; readonly parameters: readonly string[] } {
  const words = searchWords(query);
  const clauses = words.map((word) => {
    const index = isLong(word) ? 'record_text' : 'record_gram';
    return `record.seq IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ?)`;
  });
  const parameters = words.map((word) => (isLong(word) ? `"${word.replaceAll('"', '""')}"` : gramQuery(word)));
  return { sql: clauses.length === 0 ? 'TRUE' : clauses.join(' AND '), parameters };
}

const isLong = (word: string): boolean => [...word].length >= TRIGRAM;

/** A pair is a token, a single character the beginning of one. */
const gramQuery = (word: string): string => `"${withoutSigns(word)}" *`;
