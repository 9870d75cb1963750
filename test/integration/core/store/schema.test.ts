import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../../electron/core/store/migrate.ts';
import { migrations } from '../../../../electron/core/store/migrations/migrations.ts';

/** The schema as all migrations together make it. Its snapshot is read and approved by a person. */
function currentSchema(): string {
  const database = new Database(':memory:');
  migrate(database, migrations, '');
  const statements = database
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'record\\_text\\_%' ESCAPE '\\' ORDER BY type DESC, name",
    )
    .pluck()
    .all();
  database.close();
  return `${statements.map((sql) => `${String(sql).replaceAll(/^ {6}/gmu, '')};`).join('\n\n')}\n`;
}

test('the schema is the one that was reviewed', async () => {
  await expect(currentSchema()).toMatchFileSnapshot(path.join(import.meta.dirname, 'schema.snapshot.sql'));
});

test('every table is strict', () => {
  const database = new Database(':memory:');
  migrate(database, migrations, '');
  const loose = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .pluck()
    .all()
    .filter((name) => !/^sqlite_/u.test(String(name)));
  database.close();
  expect(loose).toEqual([]);
});
