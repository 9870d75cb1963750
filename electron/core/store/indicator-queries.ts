import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { UsedTarget } from '../../../shared/indicators/rank-targets.ts';
import { parseRow } from './record-rows.ts';

/** An indicator of the workspace's own forms. */
export interface StoredIndicator {
  readonly seq: number;
  readonly category: string;
  readonly name: string;
  /** The name as it is compared. */
  readonly key: string;
  readonly initials: string;
  /** Forms it stands in. */
  readonly uses: number;
  readonly oldestYear: number;
  readonly newestYear: number;
  /** As the newest form writes it; `""` when none does. */
  readonly target: string;
  readonly fields: readonly string[];
}

/** Filters; null is all. `key` is a name's part, `initials` the same as first letters. */
export interface StoredFilter {
  readonly key: string;
  readonly isInitials: boolean;
  readonly category: string | null;
  readonly field: string | null;
  readonly fromYear: number | null;
  readonly beforeYear: number | null;
}

const indicatorRowSchema = z.object({
  seq: z.int(),
  category: z.string(),
  key: z.string(),
  name: z.string(),
  initials: z.string(),
  uses: z.int(),
  oldest_year: z.int(),
  newest_year: z.int(),
  target: z.string(),
  fields: z.string(),
});
const recordSeqSchema = z.object({ record_seq: z.int() });
const targetRowSchema = z.object({ text: z.string(), uses: z.int() });
const usingRowSchema = z.object({ id: z.string(), target: z.string() });

const COLUMNS = 'seq, category, key, name, initials, uses, oldest_year, newest_year, target, fields';
const LAST = '\u{10ffff}';

function readIndicator(row: unknown): StoredIndicator {
  const { seq, category, key, name, initials, uses, oldest_year, newest_year, target, fields } = parseRow(
    indicatorRowSchema,
    row,
    'indicator',
  );
  return {
    seq,
    category,
    key,
    name,
    initials,
    uses,
    oldestYear: oldest_year,
    newestYear: newest_year,
    target,
    fields: [...new Set(fields.split('|').filter((field) => field !== ''))],
  };
}

/** What is asked of the library's tables. Every query goes by an index or stops after a few hits. */
export class IndicatorQueries {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The most used indicators of a category whose name or first letters hold `key`. */
  often(category: string, key: string, limit: number): StoredIndicator[] {
    return this.#indicators(
      `SELECT ${COLUMNS} FROM indicator
       WHERE seq IN (
         SELECT seq FROM indicator
         WHERE category = ? AND (instr(key, ?) > 0 OR instr(initials, ?) > 0)
         ORDER BY uses DESC LIMIT ?)`,
      [category, key, key, limit],
    );
  }

  /** Some indicators of all categories whose name or first letters hold `key`. */
  holding(key: string, limit: number): StoredIndicator[] {
    return this.#indicators(
      `SELECT ${COLUMNS} FROM indicator
       WHERE seq IN (
         SELECT seq FROM indicator INDEXED BY indicator_by_name
         WHERE instr(key, ?) > 0 OR instr(initials, ?) > 0 LIMIT ?)`,
      [key, key, limit],
    );
  }

  /** Indicators of all categories whose name begins with `key`. */
  beginning(key: string, limit: number): StoredIndicator[] {
    return this.#indicators(`SELECT ${COLUMNS} FROM indicator WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`, [
      key,
      `${key}${LAST}`,
      limit,
    ]);
  }

  /** The indicators of some forms. */
  inRecords(recordSeqs: readonly number[]): { readonly recordSeq: number; readonly indicator: StoredIndicator }[] {
    return this.#database
      .prepare(
        `SELECT record_seq, indicator.* FROM json_each(?) AS wanted
         JOIN indicator_use ON indicator_use.record_seq = wanted.value
         JOIN indicator ON indicator.seq = indicator_use.indicator_seq`,
      )
      .all(JSON.stringify(recordSeqs))
      .map((row) => ({
        recordSeq: parseRow(recordSeqSchema, row, 'indicator_use').record_seq,
        indicator: readIndicator(row),
      }));
  }

  /** One indicator by category and name as it is compared. */
  find(category: string, key: string): StoredIndicator | undefined {
    return this.#indicators(`SELECT ${COLUMNS} FROM indicator WHERE category = ? AND key = ?`, [category, key])[0];
  }

  /** The indicators of that name, in whatever category, most used first. */
  named(key: string): StoredIndicator[] {
    return this.#indicators(`SELECT ${COLUMNS} FROM indicator WHERE key = ? ORDER BY uses DESC`, [key]);
  }

  /** The number of a form, undefined when there is none. */
  recordSeq(id: string): number | undefined {
    const seq = this.#database.prepare('SELECT seq FROM record WHERE id = ?').pluck().get(id);
    return typeof seq === 'number' ? seq : undefined;
  }

  /** The names of all forms that are there. */
  titles(): { readonly seq: number; readonly title: string }[] {
    const rows = this.#database.prepare('SELECT seq, title FROM record WHERE removed_at_ms IS NULL').raw().all();
    // The table is strict; a schema for each of ten thousand rows would take longer than reading them.
    return (rows as [number, string][]).map(([seq, title]) => ({ seq, title }));
  }

  /** How forms other than one write the target of an indicator, most frequent first, then newest. */
  targets(indicatorSeq: number, exceptRecordSeq: number, limit: number): UsedTarget[] {
    return this.#database
      .prepare(
        `SELECT target AS text, count(*) AS uses FROM indicator_use
         WHERE indicator_seq = ? AND record_seq <> ? AND target <> ''
         GROUP BY target ORDER BY uses DESC, max(fiscal_year) DESC LIMIT ?`,
      )
      .all(indicatorSeq, exceptRecordSeq, limit)
      .map((row) => parseRow(targetRowSchema, row, 'indicator_use'));
  }

  /** The forms an indicator stands in, newest year first. */
  using(indicatorSeq: number, limit: number): { readonly id: string; readonly target: string }[] {
    return this.#database
      .prepare(
        `SELECT record.id, indicator_use.target FROM indicator_use JOIN record ON record.seq = indicator_use.record_seq
         WHERE indicator_seq = ? ORDER BY indicator_use.fiscal_year DESC, record.position LIMIT ?`,
      )
      .all(indicatorSeq, limit)
      .map((row) => parseRow(usingRowSchema, row, 'indicator_use'));
  }

  /** A page of the indicators that pass a filter, most used first, and how many there are. */
  page(filter: StoredFilter, offset: number, limit: number): { total: number; indicators: StoredIndicator[] } {
    const { key, isInitials, category, field, fromYear, beforeYear } = filter;
    const where = `
      (@category IS NULL OR category = @category) AND (@field IS NULL OR instr(fields, @field) > 0)
      AND (@fromYear IS NULL OR newest_year >= @fromYear) AND (@beforeYear IS NULL OR oldest_year < @beforeYear)
      AND (instr(key, @key) > 0 OR (@isInitials = 1 AND instr(initials, @key) > 0))`;
    const parameters = {
      key,
      isInitials: isInitials ? 1 : 0,
      category,
      field: field === null ? null : `|${field}|`,
      fromYear,
      beforeYear,
    };
    const total = this.#database.prepare(`SELECT count(*) FROM indicator WHERE ${where}`).pluck().get(parameters);
    const indicators = this.#database
      .prepare(`SELECT ${COLUMNS} FROM indicator WHERE ${where} ORDER BY uses DESC, key LIMIT @limit OFFSET @offset`)
      .all({ ...parameters, limit, offset })
      .map(readIndicator);
    return { total: z.int().parse(total), indicators };
  }

  #indicators(sql: string, parameters: readonly (string | number)[]): StoredIndicator[] {
    return this.#database
      .prepare(sql)
      .all(...parameters)
      .map(readIndicator);
  }
}
