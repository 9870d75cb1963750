import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { APPLICATION_ID } from '../../../../electron/core/store/migrations/0001-records.ts';
import { migrations } from '../../../../electron/core/store/migrations/migrations.ts';
import { storeFile } from '../../../../electron/core/store/open-database.ts';
import { Store } from '../../../../electron/core/store/store.ts';
import {
  draftNamed,
  expectError,
  expectOk,
  openTestStore,
  temporaryFolder,
  testAuthor,
} from '../../../support/workspaces.ts';

const open = (workspaceDir: string) => Store.open({ workspaceDir, author: testAuthor });
const storeHolder = path.join(import.meta.dirname, '../../../fixtures/core/store-holder.ts');

/** Damages a store's file in its middle, where its tables lie. */
function overwriteMiddle(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
}

function filledWorkspace(end: 'closed' | 'left'): string {
  const folder = temporaryFolder();
  const store = expectOk(open(folder));
  for (let index = 0; index < 50; index += 1) expectOk(store.create(draftNamed(`项目${index}`)));
  store.close();
  if (end === 'left') {
    const database = new Database(storeFile(folder));
    database.prepare("UPDATE setting SET value = 'open' WHERE key = 'session'").run();
    database.close();
  }
  return folder;
}

describe('one process at a time', () => {
  test('a second one is refused while the first lives, and let in when it was killed', async () => {
    const folder = temporaryFolder();
    const holder = fork(storeHolder, [folder], { execArgv: [] });
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    expect(await once(holder, 'message')).toContain('open');
    expect(expectError(open(folder))).toEqual({ kind: 'storeInUse' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(expectOk(openTestStore(folder).list({ query: '' }))).toHaveLength(1);
  });

  test('a second store in the same process is refused, and let in after the first was closed', () => {
    const folder = temporaryFolder();
    const first = openTestStore(folder);
    expect(expectError(open(folder))).toEqual({ kind: 'storeInUse' });
    first.close();
    expect(expectOk(openTestStore(folder).list({ query: '' }))).toEqual([]);
  });
});

describe('what is no store of ours', () => {
  test('of a newer program is refused and left as it is', () => {
    const folder = temporaryFolder();
    expectOk(open(folder)).close();
    const newer = migrations.length + 1;
    const database = new Database(storeFile(folder));
    database.pragma(`user_version = ${newer}`);
    database.close();
    const before = readFileSync(storeFile(folder));
    expect(expectError(open(folder))).toEqual({
      kind: 'storeNewer',
      storeVersion: newer,
      knownVersion: migrations.length,
    });
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['store.sqlite3']);
  });

  test('a file that is no database is refused and left as it is', () => {
    const folder = temporaryFolder();
    writeFileSync(storeFile(folder), '这不是数据库'.repeat(1000));
    const before = readFileSync(storeFile(folder));
    expect(expectError(open(folder)).kind).toBe('storeDamaged');
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true);
  });

  test('a database of another program is refused and left as it is', () => {
    const folder = temporaryFolder();
    const foreign = new Database(storeFile(folder));
    foreign.exec('CREATE TABLE bookmarks (url TEXT)');
    foreign.close();
    expect(expectError(open(folder)).kind).toBe('storeDamaged');
    const after = new Database(storeFile(folder), { readonly: true });
    expect(after.pragma('application_id', { simple: true })).not.toBe(APPLICATION_ID);
    after.close();
  });
});

describe('damage', () => {
  test.each(['closed', 'left'] as const)('is found at the start of a store that was %s', (end) => {
    const folder = filledWorkspace(end);
    overwriteMiddle(storeFile(folder));
    expect(expectError(open(folder)).kind).toBe('storeDamaged');
  });

  test('of answers is told where they are read', () => {
    const folder = filledWorkspace('closed');
    const database = new Database(storeFile(folder));
    database.prepare("UPDATE revision SET answers = '{' WHERE seq = 1").run();
    database.close();
    const store = openTestStore(folder);
    const [first] = expectOk(store.list({ query: '' }));
    expect(expectError(store.get(first?.id ?? '')).kind).toBe('storeDamaged');
  });

  test('cannot be done through a store that was closed', () => {
    const store = openTestStore(temporaryFolder());
    expectOk(store.close());
    expectOk(store.close());
    expect(expectError(store.create(draftNamed('一')))).toEqual({ kind: 'notConnected' });
  });
});
