import type { Migration } from './migration.ts';

/**
 * History, carrying forward, short searches. `restored_from` names the revision a person went back to;
 * `carried_from` the form of another year a form was begun from, so that doing it twice adds nothing. `record_gram`
 * answers for words of one or two characters, which the trigram index cannot: every pair of neighbouring characters
 * is a token (see `search-index.ts`). All forms are indexed anew.
 */
export const yearOfWorkMigration: Migration = {
  version: 2,
  up: (database) => {
    database.exec(`
      ALTER TABLE revision ADD COLUMN restored_from TEXT;
      ALTER TABLE record ADD COLUMN carried_from TEXT;
      CREATE INDEX record_carried ON record (carried_from) WHERE carried_from IS NOT NULL AND removed_at_ms IS NULL;

      CREATE VIRTUAL TABLE record_gram USING fts5 (
        grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
      );
      UPDATE record SET is_indexed = 0;
    `);
  },
};
