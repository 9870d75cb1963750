import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../../build/lib/project.mjs';
import { withField } from '../../../shared/domain/answers.ts';
import { exitOf } from '../../support/processes.ts';
import type { BenchContext, Figure } from '../figure.ts';
import { type RunningCore, startCore } from '../support/core.ts';
import { BENCH_YEAR, benchDefinition, inventedForms } from '../support/invented-forms.ts';

const RECORDS = 10_000;
const DISTINCT_FORMS = 200;
const MOST_PER_CALL = 2_000;
const ROUNDS = 3;
const TARGET_MB = 150;
/** Longer than the core waits before it does what it does when nobody asks for anything. */
const REST_MS = 5_000;

const BARE_PROGRAM = `
  const Database = require('better-sqlite3');
  const database = new Database(process.argv[1]);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE IF NOT EXISTS saved (id INTEGER PRIMARY KEY) STRICT');
  console.log('open');
  setInterval(() => undefined, 60_000);
`;

/** A line of /proc/PID/status in MB: `VmRSS` (now) or `VmHWM` (most so far). */
function memoryMb(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`no ${line} of process ${pid}`);
  return (Number(kilobytes) * 1024) / 1_000_000;
}

/** A Node that has loaded SQLite and opened a file, and nothing else. */
async function bareMb(context: BenchContext): Promise<number> {
  const file = path.join(context.folder, 'bare.sqlite3');
  const child = spawn(process.execPath, ['--eval', BARE_PROGRAM, file], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await sleep(REST_MS);
  const mb = memoryMb(child.pid ?? 0, 'VmRSS');
  child.kill();
  await exitOf(child);
  return mb;
}

/** Fills a core's workspace with records, as imports would, and brings its search index up to date. */
async function fill(core: RunningCore): Promise<void> {
  const forms = inventedForms(DISTINCT_FORMS);
  for (let begun = 0; begun < RECORDS; begun += MOST_PER_CALL) {
    const records = Array.from({ length: Math.min(MOST_PER_CALL, RECORDS - begun) }, (_, index) => {
      const answers = forms[index % forms.length]?.answers ?? {};
      const named = withField(answers, 'projectName', `${String(answers.projectName)}${begun + index}`);
      return { definitionId: benchDefinition.id, fiscalYear: BENCH_YEAR, answers: named, replaces: null };
    });
    await core.call('import.accept', { records });
  }
  await core.call('record.list', { query: '卫生院' });
}

/** Opens a core on a full workspace, lists, searches and reads as the window does. */
async function openFull(workspace: string, context: BenchContext) {
  const core = await startCore(context.folder, workspace);
  try {
    const listed = await core.call('record.list', { fiscalYear: BENCH_YEAR });
    if (listed.length !== RECORDS) throw new Error(`${listed.length} records instead of ${RECORDS}`);
    const listedMb = memoryMb(core.pid, 'VmRSS');
    for (const query of ['卫生院', '群众满意度', '体检 补助']) {
      await core.call('record.list', { fiscalYear: BENCH_YEAR, query });
    }
    await core.call('record.get', { ids: listed.slice(0, 500).map(({ id }) => id) });
    return { listedMb, usedMb: memoryMb(core.pid, 'VmRSS'), mostMb: memoryMb(core.pid, 'VmHWM') };
  } finally {
    await core.close();
  }
}

/** Resident memory of the core process, beside a bare Node with SQLite loaded. Linux only: it reads /proc. */
export const memory: Figure = {
  name: 'memory',
  measure: async (context) => {
    const filling = await startCore(context.folder);
    await fill(filling);
    await filling.close();
    const bare: number[] = [];
    const atRest: number[] = [];
    const full: Awaited<ReturnType<typeof openFull>>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await bareMb(context));
      const core = await startCore(context.folder);
      await sleep(REST_MS);
      atRest.push(memoryMb(core.pid, 'VmRSS'));
      await core.close();
      full.push(await openFull(filling.workspace, context));
    }
    const limit = { what: 'Node with SQLite open', values: bare };
    const target = { kind: 'most', value: TARGET_MB } as const;
    return [
      { what: 'core at rest', unit: 'MB', values: atRest, limit, target },
      {
        what: `core with ${RECORDS} records, opened and listed`,
        unit: 'MB',
        values: full.map(({ listedMb }) => listedMb),
        limit,
        target,
      },
      {
        what: 'the same after three searches and reading 500 forms',
        unit: 'MB',
        values: full.map(({ usedMb }) => usedMb),
        limit,
        target,
      },
      { what: 'the most it ever had', unit: 'MB', values: full.map(({ mostMb }) => mostMb), limit },
    ];
  },
};
