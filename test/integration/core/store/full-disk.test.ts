import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeFile } from '../../../../electron/core/store/open-database.ts';
import { guarded } from '../../../../electron/core/store/sqlite-errors.ts';
import { Store } from '../../../../electron/core/store/store.ts';
import type { AppError } from '../../../../shared/domain/app-error.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { freezeFiles, mountReadOnly, mountSmallDisk } from '../../../support/mounts.ts';
import { soundWith } from '../../../support/sample-form.ts';
import { draft, draftNamed, expectError, expectOk, temporaryFolder, testAuthor } from '../../../support/workspaces.ts';

const author = testAuthor;
const diskFull: AppError = { kind: 'diskFull', target: '工作区' };

/** Saves until the disk has no room; gives the ids that were acknowledged and the error that ended it. */
function fillUp(store: Store): { readonly saved: string[]; readonly error: AppError } {
  const saved: string[] = [];
  for (;;) {
    const created = store.create(draft(soundWith({ annualGoal: '长'.repeat(20_000) + saved.length })));
    if (!created.ok) return { saved, error: created.error };
    saved.push(created.value.id);
  }
}

test('a full disk is told, keeps what was saved, and is forgotten when there is room again', ({ skip }) => {
  const folder = temporaryFolder();
  if (!mountSmallDisk(folder, 4)) skip('only an administrator can mount a small disk');
  const ballast = path.join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(1_000_000));
  const store = expectOk(Store.open({ workspaceDir: folder, author }));
  const { id, revision } = expectOk(store.create(draftNamed('正在填')));
  const type = (on: string, text: string) =>
    store.saveUnjudged(id, on, () => ok(draft(soundWith({ annualGoal: text.repeat(20_000) }))));
  const before = expectOk(type(revision, '前'));
  const { saved, error } = fillUp(store);
  expect(error).toEqual(diskFull);
  expect(saved.length).toBeGreaterThan(0);
  const list = () => expectOk(store.list({ query: '' })).map((form) => form.id);
  expect(list()).toEqual([id, ...saved]);
  expect(expectError(type(before.revision, '满'))).toEqual(diskFull);
  rmSync(ballast);
  const next = expectOk(store.create(draftNamed('有空间以后')));
  expect(list()).toEqual([id, ...saved, next.id]);
  // What could not be saved is saved on what was.
  const after = expectOk(type(before.revision, '满'));
  expect(expectOk(store.history(id)).map(({ parent }) => parent)).toEqual([null, revision, before.revision]);
  expect(expectOk(store.get(id)).revision).toBe(after.revision);
  store.close();
  // The disk may have no room for what reading needs; a copy elsewhere has.
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const database = new Database(storeFile(copy));
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test('a workspace on a full disk is not opened', ({ skip }) => {
  const folder = temporaryFolder();
  if (!mountSmallDisk(folder, 1)) skip('only an administrator can mount a small disk');
  writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(1024 * 1024 - 8192));
  expect(expectError(Store.open({ workspaceDir: folder, author }))).toEqual(diskFull);
});

test('a read-only folder is told when its workspace is opened, and nothing in it changes', ({ skip }) => {
  const folder = temporaryFolder();
  const store = expectOk(Store.open({ workspaceDir: folder, author }));
  expectOk(store.create(draftNamed('一')));
  store.close();
  if (!mountReadOnly(folder)) skip('only an administrator can make a folder read-only for everyone');
  expect(expectError(Store.open({ workspaceDir: folder, author }))).toEqual({ kind: 'readOnly', target: '工作区' });
});

test('files that become read-only under an open workspace are told at the save, and it goes on afterwards', ({
  skip,
}) => {
  const folder = temporaryFolder();
  const store = expectOk(Store.open({ workspaceDir: folder, author }));
  const { id, revision } = expectOk(store.create(draftNamed('一')));
  const thaw = freezeFiles(readdirSync(folder).map((name) => path.join(folder, name)));
  if (thaw === undefined) return skip('only an administrator can freeze files, and not on every file system');
  expect(expectError(store.save(id, revision, draftNamed('二')))).toEqual({ kind: 'readOnly', target: '工作区' });
  expect(expectOk(store.get(id)).revision).toBe(revision);
  thaw();
  expectOk(store.save(id, revision, draftNamed('二')));
  store.close();
});

test('a workspace whose folder is a file is refused', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(expectError(Store.open({ workspaceDir: file, author })).kind).toBe('readOnly');
  expect(expectError(Store.open({ workspaceDir: path.join(file, 'below'), author })).kind).toBe('readOnly');
});

test('a database that may not grow reports a full disk and rolls the change back', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE note (text TEXT) STRICT');
  database.pragma('max_page_count = 4');
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  const work = database.transaction(() => {
    for (let index = 0; index < 100; index += 1) insert.run('长'.repeat(1000));
  });
  expect(expectError(guarded(() => work()))).toEqual(diskFull);
  expect(database.inTransaction).toBe(false);
  expect(database.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0);
  database.close();
});

test('a bug is thrown on, not taken for an expected failure', () => {
  const database = new Database(':memory:');
  expect(() => guarded(() => database.prepare('SELECT nonsense FROM nowhere'))).toThrow('nowhere');
  expect(() => guarded(() => JSON.parse('{'))).toThrow(SyntaxError);
  database.close();
});
