import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../../../electron/core/store/migrate.ts';
import type { Migration } from '../../../../electron/core/store/migrations/migration.ts';
import { migrations } from '../../../../electron/core/store/migrations/migrations.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';

/** Steps of an imagined program, with what can go wrong in one. */
const townTable: Migration = {
  version: 1,
  up: (database) => database.exec('CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT'),
};
const peopleColumn: Migration = {
  version: 2,
  up: (database) => {
    database.exec(`ALTER TABLE town ADD COLUMN people INTEGER NOT NULL DEFAULT 0`);
    database.exec(`UPDATE town SET people = length(name)`);
  },
};
const breaksHalfway: Migration = {
  version: 3,
  up: (database) => {
    database.exec('DELETE FROM town');
    throw new Error('halfway');
  },
};

function openPlain(folder: string): Database.Database {
  return new Database(path.join(folder, 'store.sqlite3'));
}

/** A folder with a database at version 1 that holds one town. */
function townFolder(): string {
  const folder = temporaryFolder();
  const database = openPlain(folder);
  migrate(database, [townTable], path.join(folder, 'backups'));
  database.prepare("INSERT INTO town (name) VALUES ('云岭镇')").run();
  database.close();
  return folder;
}

test('a new store is built by all steps, without a backup of nothing', () => {
  const folder = temporaryFolder();
  const database = openPlain(folder);
  migrate(database, [townTable, peopleColumn], path.join(folder, 'backups'));
  expect(schemaVersion(database)).toBe(2);
  database.close();
  expect(readdirSync(folder)).toEqual(['store.sqlite3']);
});

test('an older store is upgraded with its data, after a backup that is whole', () => {
  const folder = townFolder();
  const database = openPlain(folder);
  migrate(database, [townTable, peopleColumn], path.join(folder, 'backups'));
  expect(database.prepare('SELECT name, people FROM town').all()).toEqual([{ name: '云岭镇', people: 3 }]);
  database.close();
  const backups = readdirSync(path.join(folder, 'backups'));
  expect(backups).toEqual([expect.stringMatching(/^store-v1-.*\.sqlite3$/u)]);
  const backup = new Database(path.join(folder, 'backups', backups[0] ?? ''), { readonly: true });
  expect(schemaVersion(backup)).toBe(1);
  expect(backup.prepare('SELECT * FROM town').all()).toEqual([{ id: 1, name: '云岭镇' }]);
  expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
  backup.close();
});

test('a step that fails leaves the store at the step before it', () => {
  const folder = townFolder();
  const database = openPlain(folder);
  expect(() => migrate(database, [townTable, peopleColumn, breaksHalfway], path.join(folder, 'backups'))).toThrow(
    'halfway',
  );
  expect(schemaVersion(database)).toBe(2);
  expect(database.prepare('SELECT name, people FROM town').all()).toEqual([{ name: '云岭镇', people: 3 }]);
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  database.close();
});

test('a step that breaks a reference is not committed', () => {
  const folder = townFolder();
  const database = openPlain(folder);
  const dangling: Migration = {
    version: 2,
    up: () => {
      database.exec(`CREATE TABLE road (town_id INTEGER REFERENCES town (id)) STRICT; INSERT INTO road VALUES (99)`);
    },
  };
  expect(() => migrate(database, [townTable, dangling], path.join(folder, 'backups'))).toThrow('references');
  expect(schemaVersion(database)).toBe(1);
  database.close();
});

test('an up-to-date store is neither changed nor backed up', () => {
  const folder = townFolder();
  const database = openPlain(folder);
  migrate(database, [townTable], path.join(folder, 'backups'));
  database.close();
  expect(readdirSync(folder)).toEqual(['store.sqlite3']);
});

test("the program's own steps are numbered from 1 without gaps", () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});
