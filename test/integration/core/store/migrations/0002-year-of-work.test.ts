import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../../../../electron/core/store/migrate.ts';
import { recordsMigration } from '../../../../../electron/core/store/migrations/0001-records.ts';
import { storeFile } from '../../../../../electron/core/store/open-database.ts';
import { Store } from '../../../../../electron/core/store/store.ts';
import { draftNamed, expectOk, openTestStore, temporaryFolder, testAuthor } from '../../../../support/workspaces.ts';

/** A store as the first version of the program left it, with one form of two revisions, already indexed. */
function firstVersionFolder(): string {
  const folder = temporaryFolder();
  const database = new Database(storeFile(folder));
  migrate(database, [recordsMigration], path.join(folder, 'backups'));
  const answers = JSON.stringify(draftNamed('村级卫生室').content.answers);
  database.exec(`
    BEGIN;
    INSERT INTO record VALUES (1, '0f0e1f60-0000-4000-8000-000000000001', 'dalian-project-target', 1, 2026, 1, 'ready',
      '村级卫生室', '示例县', 'key', '60.25', '万元', 100, 0, 0, 0, 'test', 'second', 0, 1, 1000, 2000, NULL);
    INSERT INTO revision VALUES (1, 1, 'first', NULL, 1, '{}', 1000, '张会计', 'PC-03');
    INSERT INTO revision VALUES (2, 1, 'second', 'first', 1, '${answers}', 2000, '张会计', 'PC-03');
    COMMIT;
  `);
  database.close();
  return folder;
}

test('a store of version 1 keeps its forms and revisions, and is searched by short words', () => {
  const store = openTestStore(firstVersionFolder());
  const [listed] = expectOk(store.list({ query: '卫' }));
  expect(listed?.title).toBe('村级卫生室');
  const history = expectOk(store.history(listed?.id ?? ''));
  expect(history.map(({ id, restoredFrom }) => [id, restoredFrom])).toEqual([
    ['first', null],
    ['second', null],
  ]);
  expect(expectOk(store.isCarried(listed?.id ?? '', 2027))).toBe(false);
});

/** How SQLite goes about a query, one line a step. */
function planOf(database: Database.Database, sql: string): string {
  return database
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => (row as { detail: string }).detail)
    .join('\n');
}

test('looking up what the year of work needs goes by index', () => {
  const folder = temporaryFolder();
  const store = expectOk(Store.open({ workspaceDir: folder, author: testAuthor }));
  expectOk(store.create(draftNamed('一')));
  store.close();
  const database = new Database(storeFile(folder), { readonly: true });
  expect(schemaVersion(database)).toBeGreaterThanOrEqual(2);
  expect(planOf(database, "SELECT 1 FROM record WHERE carried_from = 'x' AND removed_at_ms IS NULL")).toContain(
    'record_carried',
  );
  const search = planOf(
    database,
    `SELECT seq FROM record WHERE seq IN (SELECT rowid FROM record_gram WHERE record_gram MATCH '"卫" *')`,
  );
  expect(search).toContain('SEARCH record USING INTEGER PRIMARY KEY');
  expect(search).toContain('VIRTUAL TABLE INDEX');
  const list = planOf(
    database,
    'SELECT id FROM record WHERE fiscal_year = 2026 AND removed_at_ms IS NULL ORDER BY position',
  );
  expect(list).toContain('record_in_list');
  expect(list).not.toContain('TEMP B-TREE');
  database.close();
});
