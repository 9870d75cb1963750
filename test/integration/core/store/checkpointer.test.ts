import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeFile } from '../../../../electron/core/store/open-database.ts';
import { draftNamed, expectOk, openTestStore, temporaryFolder } from '../../../support/workspaces.ts';

const FORMS = 130;

/** How many records the database file holds by itself, without the log beside it. */
function recordsInFile(workspace: string): unknown {
  const copy = path.join(temporaryFolder(), 'copy.sqlite3');
  copyFileSync(storeFile(workspace), copy);
  const database = new Database(copy);
  try {
    return database.prepare('SELECT count(*) FROM record').pluck().get();
  } finally {
    database.close();
  }
}

test('what was saved goes into the database file when the store settles, once there is enough of it', () => {
  const workspace = temporaryFolder();
  expectOk(openTestStore(workspace).close());
  const store = openTestStore(workspace);
  expectOk(store.create(draftNamed('先来的')));
  expectOk(store.settle());
  expect(recordsInFile(workspace)).toBe(0);
  for (let form = 1; form < FORMS; form += 1) expectOk(store.create(draftNamed(`第${form}张`)));
  expect(recordsInFile(workspace)).not.toBe(FORMS);
  expectOk(store.settle());
  expect(recordsInFile(workspace)).toBe(FORMS);
});

test('a store that was closed settles no more', () => {
  const store = openTestStore(temporaryFolder());
  expectOk(store.close());
  expect(store.settle()).toEqual({ ok: false, error: { kind: 'notConnected' } });
});
