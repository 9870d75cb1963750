import { globSync } from 'node:fs';
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
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'record\\_text\\_%' ESCAPE '\\' AND name NOT LIKE 'record\\_gram\\_%' ESCAPE '\\' ORDER BY type DESC, name",
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

test.each([
  ["SELECT * FROM record WHERE id = 'x'", 'sqlite_autoindex_record_1'],
  ["SELECT * FROM record WHERE match_key = 'x' AND removed_at_ms IS NULL ORDER BY position", 'record_to_match'],
  ['SELECT * FROM record WHERE is_indexed = 0 LIMIT 20', 'record_to_index'],
  [
    'SELECT answers FROM record JOIN revision ON revision.seq = record.head_seq WHERE record.seq = 1',
    'SEARCH revision USING INTEGER PRIMARY KEY',
  ],
])('%s does not read the whole table', (sql, index) => {
  const database = new Database(':memory:');
  migrate(database, migrations, '');
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  database.close();
  expect(plan.map(({ detail }) => detail).join('\n')).toContain(index);
});

test('every step after the first is tried on a store of the step before it', () => {
  const tests = globSync('migrations/*.test.ts', { cwd: import.meta.dirname }).map((file) => path.basename(file));
  const expected = migrations.slice(1).map(({ version }) => String(version).padStart(4, '0'));
  expect(tests.map((file) => file.slice(0, 4)).sort()).toEqual(expected);
});
