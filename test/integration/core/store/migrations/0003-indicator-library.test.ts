import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { IndicatorReader } from '../../../../../electron/core/store/indicator-index.ts';
import { migrate, schemaVersion } from '../../../../../electron/core/store/migrate.ts';
import { recordsMigration } from '../../../../../electron/core/store/migrations/0001-records.ts';
import { yearOfWorkMigration } from '../../../../../electron/core/store/migrations/0002-year-of-work.ts';
import { storeFile } from '../../../../../electron/core/store/open-database.ts';
import { draftNamed, expectOk, openTestStore, temporaryFolder } from '../../../../support/workspaces.ts';

const reader: IndicatorReader = {
  initialsOf: () => 'x',
  read: ({ title }) => ({
    fields: '',
    indicators: [{ category: '数量指标', key: title, name: title, target: '' }],
  }),
};

/** A store as the second version of the program left it, with one form. */
function secondVersionFolder(): string {
  const folder = temporaryFolder();
  const database = new Database(storeFile(folder));
  migrate(database, [recordsMigration, yearOfWorkMigration], path.join(folder, 'backups'));
  const answers = JSON.stringify(draftNamed('村级卫生室').content.answers);
  database.exec(`
    BEGIN;
    INSERT INTO record VALUES (1, '0f0e1f60-0000-4000-8000-000000000001', 'dalian-project-target', 1, 2026, 1, 'ready',
      '村级卫生室', '示例县', 'key', '60.25', '万元', 100, 0, 0, 0, 'test', 'first', 0, 1, 1000, 2000, NULL, NULL);
    INSERT INTO revision VALUES (1, 1, 'first', NULL, 1, '${answers}', 1000, '张会计', 'PC-03', NULL);
    COMMIT;
  `);
  database.close();
  return folder;
}

test('the forms of a store of version 2 are read for the library', () => {
  const store = openTestStore(secondVersionFolder());
  const read = expectOk(store.library((index) => index.update(reader, 10)));
  expect(read).toEqual([{ seq: 1, title: '村级卫生室' }]);
  const found = expectOk(store.library((_, queries) => queries.find('数量指标', '村级卫生室')));
  expect(found).toMatchObject({ uses: 1, oldestYear: 2026, newestYear: 2026 });
  expect(expectOk(store.library((index) => index.update(reader, 10)))).toEqual([]);
});

/** How SQLite goes about a query, one line a step. */
function planOf(database: Database.Database, sql: string): string {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return steps.map(({ detail }) => detail).join('\n');
}

test('what is asked while someone types goes by index', () => {
  const folder = temporaryFolder();
  openTestStore(folder).close();
  const database = new Database(storeFile(folder), { readonly: true });
  expect(schemaVersion(database)).toBeGreaterThanOrEqual(3);
  const often = "SELECT seq FROM indicator WHERE category = 'x' AND instr(key, 'y') > 0 ORDER BY uses DESC LIMIT 9";
  expect(planOf(database, often)).toBe('SEARCH indicator USING COVERING INDEX indicator_by_use (category=?)');
  expect(planOf(database, "SELECT seq FROM indicator WHERE key >= 'a' AND key < 'b' ORDER BY key")).toContain(
    'indicator_by_name (key>? AND key<?)',
  );
  const inRecord = 'SELECT indicator_seq FROM indicator_use WHERE record_seq = 1';
  expect(planOf(database, inRecord)).toContain('indicator_use_in_record');
  database.close();
});
