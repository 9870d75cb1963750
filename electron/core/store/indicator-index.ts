import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Answers } from '../../../shared/domain/answers.ts';
import { parseRow, readAnswers } from './record-rows.ts';

/** A form whose indicators are to be read (again). */
export interface FormToRead {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly title: string;
  readonly answers: Answers;
}

/** What a form says for the library. */
export interface FormReading {
  /** Fields of work of its project, `|` around each. */
  readonly fields: string;
  readonly indicators: readonly ReadIndicator[];
}

/** An indicator as it stands in a form. */
export interface ReadIndicator {
  readonly category: string;
  /** The name as it is compared. */
  readonly key: string;
  readonly name: string;
  readonly target: string;
}

/** A form that was read; its title is null when it is removed. */
export interface FormRead {
  readonly seq: number;
  readonly title: string | null;
}

export interface IndicatorReader {
  readonly read: (form: FormToRead) => FormReading;
  /** First letters of the pinyin of a name; asked once for each name. */
  readonly initialsOf: (name: string) => string;
}

const pendingSchema = z.object({
  record_seq: z.int(),
  definition_id: z.string(),
  definition_version: z.int(),
  fiscal_year: z.int(),
  title: z.string(),
  removed_at_ms: z.int().nullable(),
  answers: z.string(),
});
type Pending = z.infer<typeof pendingSchema>;

const useSchema = z.object({
  indicator_seq: z.int(),
  target: z.string(),
  fields: z.string(),
});
const seqSchema = z.object({ seq: z.int() });

const SQL = {
  pending: `
    SELECT pending.record_seq, record.definition_id, record.definition_version, record.fiscal_year, record.title, record.removed_at_ms, revision.answers
    FROM indicator_pending AS pending
    JOIN record ON record.seq = pending.record_seq
    JOIN revision ON revision.seq = record.head_seq
    WHERE record.id <> ? LIMIT ?`,
  done: 'DELETE FROM indicator_pending WHERE record_seq = ?',
  usesOf: 'SELECT indicator_seq, target, fields FROM indicator_use WHERE record_seq = ?',
  find: 'SELECT seq FROM indicator WHERE category = ? AND key = ?',
  add: `
    INSERT INTO indicator (category, key, name, initials, uses, oldest_year, newest_year, target, fields)
    VALUES (?, ?, ?, ?, 0, 0, 0, '', '') RETURNING seq`,
  addUse: `
    INSERT OR REPLACE INTO indicator_use (indicator_seq, record_seq, fiscal_year, target, fields) VALUES (?, ?, ?, ?, ?)`,
  removeUse: 'DELETE FROM indicator_use WHERE indicator_seq = ? AND record_seq = ?',
  /** One more form, or another target in one: no need to count. `uses = 0` is an indicator just added. */
  absorb: `
    UPDATE indicator SET
      target = CASE WHEN @target <> '' AND (@year >= newest_year OR target = '') THEN @target ELSE target END,
      oldest_year = CASE WHEN uses = 0 THEN @year ELSE min(oldest_year, @year) END,
      newest_year = max(newest_year, @year),
      fields = CASE WHEN instr(fields, @fields) > 0 THEN fields ELSE fields || @fields END,
      uses = uses + @added
    WHERE seq = @seq`,
  recount: `
    UPDATE indicator SET
      (uses, oldest_year, newest_year) = (
        SELECT count(*), coalesce(min(fiscal_year), 0), coalesce(max(fiscal_year), 0)
        FROM indicator_use WHERE indicator_seq = @seq),
      target = coalesce((
        SELECT target FROM indicator_use WHERE indicator_seq = @seq AND target <> ''
        ORDER BY fiscal_year DESC, record_seq DESC LIMIT 1), ''),
      fields = coalesce((
        SELECT group_concat(fields, '') FROM (SELECT DISTINCT fields FROM indicator_use WHERE indicator_seq = @seq)), '')
    WHERE seq = @seq`,
  forget: 'DELETE FROM indicator WHERE seq = ? AND uses = 0',
  requeue: 'INSERT OR IGNORE INTO indicator_pending (record_seq) SELECT seq FROM record',
};

/**
 * The library's tables, brought up to date after saves. Only what a save changed is touched: a form that is saved
 * again with the same indicators costs next to nothing.
 */
export class IndicatorIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Reads forms saved, removed or restored since the last time, in one transaction.
   * @param limit how many at most
   * @param except id of a form that may wait, since it is being typed in
   * @returns those that were read
   */
  update(reader: IndicatorReader, limit: number, except = ''): readonly FormRead[] {
    const pending = this.#database.prepare(SQL.pending).all(except, limit);
    const read: FormRead[] = [];
    if (pending.length === 0) return read;
    this.#database.transaction(() => {
      const lost = new Set<number>();
      const done = this.#database.prepare(SQL.done);
      for (const row of pending) {
        const form = parseRow(pendingSchema, row, 'indicator_pending');
        this.#readForm(reader, form, lost);
        done.run(form.record_seq);
        read.push({ seq: form.record_seq, title: form.removed_at_ms === null ? form.title : null });
      }
      const recount = this.#database.prepare(SQL.recount);
      const forget = this.#database.prepare(SQL.forget);
      for (const seq of lost) {
        recount.run({ seq });
        forget.run(seq);
      }
    })();
    return read;
  }

  /** Notes all forms to be read again: the reader reads them differently now. */
  requeueAll(): void {
    this.#database.prepare(SQL.requeue).run();
  }

  /** Brings one form's uses up to date. Indicators that lost something are added to `lost`, to be counted again. */
  #readForm(reader: IndicatorReader, form: Pending, lost: Set<number>): void {
    const { record_seq: recordSeq, fiscal_year: year } = form;
    const before = new Map(this.#usesOf(recordSeq).map((use) => [use.indicator_seq, use]));
    const addUse = this.#database.prepare(SQL.addUse);
    const absorb = this.#database.prepare(SQL.absorb);
    const { fields, indicators } = this.#reading(reader, form);
    const seen = new Set<number>();
    for (const indicator of indicators) {
      const seq = this.#seqOf(indicator, reader);
      // The same indicator twice in a form is one use, as it stands first.
      if (seen.has(seq)) continue;
      seen.add(seq);
      const { target } = indicator;
      const known = before.get(seq);
      if (known?.target === target && known.fields === fields) continue;
      addUse.run(seq, recordSeq, year, target, fields);
      absorb.run({ seq, year, target, fields, added: known ? 0 : 1 });
      if (known && (known.fields !== fields || target === '')) lost.add(seq);
    }
    const removeUse = this.#database.prepare(SQL.removeUse);
    for (const seq of before.keys()) {
      if (seen.has(seq)) continue;
      removeUse.run(seq, recordSeq);
      lost.add(seq);
    }
  }

  /** A removed form says nothing. */
  #reading(reader: IndicatorReader, form: Pending): FormReading {
    if (form.removed_at_ms !== null) return { fields: '', indicators: [] };
    return reader.read({
      definitionId: form.definition_id,
      definitionVersion: form.definition_version,
      title: form.title,
      answers: readAnswers(form.answers),
    });
  }

  #usesOf(recordSeq: number) {
    const rows = this.#database.prepare(SQL.usesOf).all(recordSeq);
    return rows.map((row) => parseRow(useSchema, row, 'indicator_use'));
  }

  #seqOf({ category, key, name }: ReadIndicator, { initialsOf }: IndicatorReader): number {
    const found =
      this.#database.prepare(SQL.find).get(category, key) ??
      this.#database.prepare(SQL.add).get(category, key, name, initialsOf(name));
    return parseRow(seqSchema, found, 'indicator').seq;
  }
}
