import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../../../electron/core/store/migrate.ts';
import { indicatorLibraryMigration } from '../../../../../electron/core/store/migrations/0003-indicator-library.ts';
import { migrations } from '../../../../../electron/core/store/migrations/migrations.ts';
import { storeFile } from '../../../../../electron/core/store/open-database.ts';
import { draftNamed, expectOk, openTestStore, temporaryFolder } from '../../../../support/workspaces.ts';

const CLINIC = '0f0e1f60-0000-4000-8000-000000000001';
const SCHOOL = '0f0e1f60-0000-4000-8000-000000000002';

const answersOf = (name: string): string => JSON.stringify(draftNamed(name).content.answers);

/**
 * A store as the third version of the program left it: a form saved three times with another one's revisions between,
 * gone back once, and a removed form.
 */
function thirdVersionFolder(): string {
  const folder = temporaryFolder();
  const database = new Database(storeFile(folder));
  const steps = migrations.slice(0, indicatorLibraryMigration.version);
  migrate(database, steps, path.join(folder, 'backups'));
  const record = (seq: number, id: string, name: string, head: string, removedAtMs: string): string =>
    `INSERT INTO record VALUES (${seq}, '${id}', 'dalian-project-target', 1, 2026, ${seq}, 'ready', '${name}', '示例县',
       'key', '60.25', '万元', 100, 0, 1, 2, 'test', '${head}', 0, 1, 1000, 2000, ${removedAtMs}, NULL);`;
  const revision = (seq: number, of: number, id: string, parent: string, name: string, restored: string): string =>
    `INSERT INTO revision VALUES (${seq}, ${of}, '${id}', ${parent}, 1, '${answersOf(name)}', ${seq}000, '张会计',
       'PC-03', ${restored});`;
  database.exec(`
    BEGIN;
    ${record(1, CLINIC, '村级卫生室', 'c', 'NULL')}
    ${record(2, SCHOOL, '小学操场', 'b', '3000')}
    ${revision(1, 1, 'a', 'NULL', '卫生室', 'NULL')}
    ${revision(2, 2, 'a', 'NULL', '操场', 'NULL')}
    ${revision(3, 1, 'b', "'a'", '村级卫生室', 'NULL')}
    ${revision(4, 2, 'b', "'a'", '小学操场', 'NULL')}
    ${revision(5, 1, 'c', "'b'", '卫生室', "'a'")}
    COMMIT;
  `);
  database.close();
  return folder;
}

test('the line of revisions of a store of version 3 stays as it was', () => {
  const store = openTestStore(thirdVersionFolder());
  const line = expectOk(store.history(CLINIC)).map(({ id, parent, savedAtMs, savedBy, savedOn, restoredFrom }) => ({
    id,
    parent,
    savedAtMs,
    savedBy,
    savedOn,
    restoredFrom,
  }));
  const by = { savedBy: '张会计', savedOn: 'PC-03' };
  expect(line).toEqual([
    { id: 'a', parent: null, savedAtMs: 1000, restoredFrom: null, ...by },
    { id: 'b', parent: 'a', savedAtMs: 3000, restoredFrom: null, ...by },
    { id: 'c', parent: 'b', savedAtMs: 5000, restoredFrom: 'a', ...by },
  ]);
  expect(expectOk(store.revision(CLINIC, 'b')).answers).toMatchObject({
    projectName: '村级卫生室',
  });
});

test('a form stands at its newest revision, also a removed one', () => {
  const store = openTestStore(thirdVersionFolder());
  expect(expectOk(store.get(CLINIC))).toMatchObject({
    revision: 'c',
    answers: { projectName: '卫生室' },
  });
  expectOk(store.restore([SCHOOL]));
  expect(expectOk(store.get(SCHOOL))).toMatchObject({
    revision: 'b',
    answers: { projectName: '小学操场' },
  });
  expect(
    expectOk(store.list({ query: '' })).map(({ title, findings, amount }) => ({
      title,
      findings,
      amount,
    })),
  ).toEqual(
    ['村级卫生室', '小学操场'].map((title) => ({
      title,
      findings: { error: 0, warning: 1, hint: 2 },
      amount: '60.25',
    })),
  );
});

test('saving goes on where it was, and the library hears of it', () => {
  const store = openTestStore(thirdVersionFolder());
  const reader = {
    initialsOf: () => '',
    read: () => ({ fields: '', indicators: [] }),
  };
  expectOk(store.library((index) => index.update(reader, 10)));
  const { revision } = expectOk(store.save(CLINIC, 'c', draftNamed('村级卫生室（扩建）')));
  expect(expectOk(store.history(CLINIC)).at(-1)).toMatchObject({
    id: revision,
    parent: 'c',
  });
  expect(expectOk(store.library((index) => index.update(reader, 10)))).toHaveLength(1);
});

test('a revision cannot stand before the one it was made from', () => {
  const folder = thirdVersionFolder();
  openTestStore(folder).close();
  const database = new Database(storeFile(folder));
  const turn = database.prepare('UPDATE revision SET parent_seq = 5 WHERE seq = 3');
  expect(() => turn.run()).toThrow(/CHECK constraint/u);
  database.close();
});
