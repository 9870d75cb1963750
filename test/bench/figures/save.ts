import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { inProject } from '../../../build/lib/project.mjs';
import { openEngine } from '../../../electron/core/engine.ts';
import { type Answers, withField } from '../../../shared/domain/answers.ts';
import { formRecordSchema } from '../../../shared/domain/record.ts';
import { type BenchContext, type Figure, timed } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { noCancel } from '../support/call-context.ts';
import { expectValue } from '../support/core.ts';
import { BENCH_YEAR, benchDefinition, inventedForms } from '../support/invented-forms.ts';

const ROUNDS = 7;
const SAVES_PER_ROUND = 400;
const WARM_UP = 200;
const FORMS = 40;
const TARGET_RATIO = 2;

const savedSchema = z.object({ revision: z.string() });

/** The engine with some forms in it, in this process; each `save` makes one more revision of one of them. */
async function openSaver(context: BenchContext) {
  const engine = expectValue(
    await openEngine({
      workspaceDir: path.join(context.folder, 'workspace'),
      resourcesDir: inProject('resources'),
      programVersion: '0.0.0',
      printPdf: async () => ({ ok: false, error: { kind: 'browserMissing' } }),
    }),
  );
  const call = async (method: string, input: unknown) => expectValue(await engine.call(method, input, noCancel));
  const forms: { id: string; revision: string; answers: Answers }[] = [];
  for (const { answers } of inventedForms(FORMS)) {
    const input = { definitionId: benchDefinition.id, fiscalYear: BENCH_YEAR, answers };
    forms.push(formRecordSchema.parse(await call('record.create', input)));
  }
  let count = 0;
  return {
    close: () => engine.close(),
    /** Makes the next save ready, as the page does while somebody types; gives what saves it, and its bytes. */
    prepare: () => {
      count += 1;
      const form = forms[count % forms.length];
      if (form === undefined) throw new Error('no forms');
      form.answers = withField(form.answers, 'annualGoal', `第${count}次修改后的年度目标。`);
      const { id, revision: parentRevision, answers } = form;
      const save = async () => {
        form.revision = savedSchema.parse(await call('record.save', { id, parentRevision, answers })).revision;
      };
      return { save, json: JSON.stringify(answers) };
    },
  };
}

/** A plain table in a file of its own, as durable as ours: one insert is one transaction flushed to the disk. */
function openBare(context: BenchContext) {
  const database = new Database(path.join(context.folder, 'bare.sqlite3'));
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE saved (id INTEGER PRIMARY KEY, answers TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO saved (answers) VALUES (?)');
  return { insert: (json: string) => insert.run(json), close: () => database.close() };
}

/** A durable save through the engine beside a bare SQLite insert of the same bytes on the same disk, by turns. */
export const save: Figure = {
  name: 'save',
  measure: async (context) => {
    const saver = await openSaver(context);
    const bare = openBare(context);
    const ours: number[][] = [];
    const theirs: number[][] = [];
    try {
      const once = async () => {
        const next = saver.prepare();
        await turn();
        const own = await timed(next.save);
        await turn();
        return [own, await timed(() => bare.insert(next.json))] as const;
      };
      for (let index = 0; index < WARM_UP; index += 1) await once();
      for (let round = 0; round < ROUNDS; round += 1) {
        const pairs = [];
        for (let index = 0; index < SAVES_PER_ROUND; index += 1) pairs.push(await once());
        ours.push(pairs.map(([own]) => own));
        theirs.push(pairs.map(([, other]) => other));
      }
    } finally {
      saver.close();
      bare.close();
    }
    context.note(`${ROUNDS} rounds of ${SAVES_PER_ROUND} saves of forms of ${bytesOf(saver.prepare().json)} bytes`);
    const at = (rounds: readonly number[][], share: number) => rounds.map((round) => percentile(round, share));
    const line = (name: string, share: number) => ({
      what: `saves a form durably, ${name}`,
      unit: 'ms' as const,
      values: at(ours, share),
      limit: { what: 'bare insert', values: at(theirs, share) },
    });
    return [line('p50', 0.5), { ...line('p99', 0.99), target: { kind: 'ratio', value: TARGET_RATIO } }];
  },
};

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
