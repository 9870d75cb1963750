import type Database from 'better-sqlite3';
import { type FoundRecord, readFound } from './record-rows.ts';
import { type SearchIndex, searchCondition, searchWords } from './search-index.ts';

/** What a search came to: how many forms in all, and the first of them. */
export interface FoundRecords {
  readonly total: number;
  readonly found: FoundRecord[];
}

/** As `Store.search`; brings the index up to date first. */
export function findRecords(
  database: Database.Database,
  index: SearchIndex,
  filter: { readonly fiscalYear?: number | undefined; readonly query: string; readonly limit: number },
): FoundRecords {
  const search = searchCondition(filter.query);
  const [word] = searchWords(filter.query);
  if (word === undefined) return { total: 0, found: [] };
  index.updateAll();
  const year = filter.fiscalYear ?? null;
  const rows = database
    .prepare(
      `SELECT hit.*, revision.answers FROM (
         SELECT seq, id, definition_id, definition_version, fiscal_year, title, unit, head_seq, position,
                instr(lower(title), ?) = 0 AS is_inside, count(*) OVER () AS total
         FROM record
         WHERE removed_at_ms IS NULL AND (fiscal_year = ? OR ? IS NULL) AND ${search.sql}
         ORDER BY is_inside, fiscal_year DESC, position LIMIT ?
       ) AS hit
       JOIN revision ON revision.seq = hit.head_seq
       ORDER BY is_inside, fiscal_year DESC, position`,
    )
    .all(word, year, year, ...search.parameters, filter.limit)
    .map(readFound);
  return { total: rows[0]?.total ?? 0, found: rows };
}
