import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { StoreRefusal } from './sqlite-errors.ts';

const placeSchema = z.object({ seq: z.int(), id: z.string(), position: z.int() });
type Place = z.infer<typeof placeSchema>;

/**
 * Moves forms of one year within the unit's list, keeping their order among themselves. The positions the year's forms
 * have are dealt out anew, so that no other year and no removed form is touched. To be run in a transaction.
 * @param before the form they are to stand in front of; null for the end
 * @throws StoreRefusal `recordMissing` for a form that is not in the list of the first one's year
 */
export function moveRecords(database: Database, ids: readonly string[], before: string | null): void {
  const [first] = ids;
  if (first === undefined) return;
  const places = database
    .prepare(
      `SELECT seq, id, position FROM record
       WHERE fiscal_year = (SELECT fiscal_year FROM record WHERE id = ?) AND removed_at_ms IS NULL
       ORDER BY position`,
    )
    .all(first)
    .map((row) => placeSchema.parse(row));
  const byId = new Map(places.map((place) => [place.id, place]));
  for (const id of before === null ? ids : [...ids, before]) {
    if (!byId.has(id)) throw new StoreRefusal({ kind: 'recordMissing', id });
  }
  const moved = new Set(ids);
  const ordered = insertBefore(places, moved, before);
  const update = database.prepare('UPDATE record SET position = ? WHERE seq = ?');
  for (const [index, { seq, position }] of ordered.entries()) {
    const target = places[index]?.position ?? position;
    if (target !== position) update.run(target, seq);
  }
}

function insertBefore(places: readonly Place[], moved: ReadonlySet<string>, before: string | null): Place[] {
  const block = places.filter(({ id }) => moved.has(id));
  const rest = places.filter(({ id }) => !moved.has(id));
  // In front of one of the moved ones: where the block's first one after it would have come to stand.
  const anchor =
    before !== null && moved.has(before)
      ? places.slice(places.findIndex(({ id }) => id === before)).find(({ id }) => !moved.has(id))?.id
      : before;
  const at = rest.findIndex(({ id }) => id === anchor);
  return at < 0 ? [...rest, ...block] : [...rest.slice(0, at), ...block, ...rest.slice(at)];
}
