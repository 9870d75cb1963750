import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeFile } from '../../../electron/core/store/open-database.ts';
import { expectOk, openTestStore, temporaryFolder } from '../../support/workspaces.ts';

const KILLS = 200;
const saver = path.join(import.meta.dirname, '../../fixtures/core/saver.ts');

/** Random moments, the same in every run, so that a failure can be had again (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Starts a process that saves, and kills it at a random moment after its first acknowledged save.
 * @returns the saves it acknowledged, as `id revision`
 */
async function saveUntilKilled(folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [saver, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  await sleep(afterMs);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  // A line that was cut off was not acknowledged.
  return output.split('\n').slice(0, -1);
}

/** Whether everything acknowledged is in the store, whose every page is whole. */
function verify(folder: string, acknowledged: ReadonlySet<string>): void {
  const store = openTestStore(folder);
  const newest = new Map([...acknowledged].map((line) => line.split(' ') as [string, string]));
  const listed = new Set(expectOk(store.list({ query: '' })).map(({ id }) => id));
  expect([...newest.keys()].filter((id) => !listed.has(id))).toEqual([]);
  expectOk(store.close());
  const database = new Database(storeFile(folder), { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  const revisions = new Set(
    database
      .prepare("SELECT record.id || ' ' || revision.id FROM revision JOIN record ON record.seq = revision.record_seq")
      .pluck()
      .all(),
  );
  database.close();
  expect([...acknowledged].filter((line) => !revisions.has(line))).toEqual([]);
}

test(`${KILLS} kills under a stream of saves lose nothing that was acknowledged`, async () => {
  const random = randomNumbers(20_260_101);
  let kills = 0;
  let saves = 0;
  while (kills < KILLS) {
    // A fresh workspace every so often: the store's first moments are tried too, and checks stay quick.
    const folder = temporaryFolder();
    const acknowledged = new Set<string>();
    for (let round = 0; round < 20; round += 1, kills += 1) {
      for (const line of await saveUntilKilled(folder, random() * 120)) acknowledged.add(line);
      verify(folder, acknowledged);
    }
    saves += acknowledged.size;
  }
  process.stdout.write(`${kills} kills; ${saves} acknowledged saves, all there; every integrity check passed\n`);
  expect(kills).toBeGreaterThanOrEqual(KILLS);
}, 300_000);
