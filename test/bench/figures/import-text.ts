import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seedsFolder } from '../../support/seeds.ts';
import { type BenchContext, type Figure, timed } from '../figure.ts';
import type { Measurement } from '../measurement.ts';
import { startCore } from '../support/core.ts';
import { findSeed } from '../support/seed-file.ts';
import { SEED_FORMS, seedShapedText } from '../support/seed-shaped-text.ts';

const FRESH_CORES = 5;
const REPEATS = 5;
const TARGET_MS = 300;
const ALL_SEEDS = ['000', '001', '002', '003', '004'];
const ALL_TARGET_MS = 3_000;

/** What any reader has to do: fetch the file and cut it into lines and cells. */
function readAndSplit(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const line of lines) line.split('\t');
}

async function measureFile(context: BenchContext, file: string, whose: string): Promise<Measurement[]> {
  const first: number[] = [];
  const again: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < FRESH_CORES; run += 1) {
    const core = await startCore(context.folder);
    try {
      const token = await core.register(file, 'read');
      // As the window does when the import screen opens; a file is chosen afterwards.
      await core.call('import.prepare', {});
      const read = () => core.timedCall('import.read', { sources: [{ token }] });
      const { ms: readMs, value } = await read();
      if (value.records.length !== SEED_FORMS) throw new Error(`${value.records.length} forms, not ${SEED_FORMS}`);
      const records = value.records.map(({ definitionId, fiscalYear, answers }) => ({
        definitionId,
        fiscalYear,
        answers,
        replaces: null,
      }));
      first.push(readMs + (await core.timedCall('import.accept', { records })).ms);
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        again.push((await read()).ms);
        bare.push(await timed(() => readAndSplit(file)));
      }
    } finally {
      await core.close();
    }
  }
  const limit = { what: 'reading and splitting', values: bare };
  const target = { kind: 'most', value: TARGET_MS } as const;
  return [
    {
      what: `reads and saves the ${SEED_FORMS} forms of ${whose}, first call`,
      unit: 'ms',
      values: first,
      limit,
      target,
    },
    { what: `reads them again and finds all of them known`, unit: 'ms', values: again, limit, target },
  ];
}

/** All real documents in one import, the first of a core, until what was found is back in the host. */
async function measureTogether(context: BenchContext, files: readonly string[]): Promise<Measurement> {
  const values: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < FRESH_CORES; run += 1) {
    const core = await startCore(context.folder);
    try {
      await core.call('import.prepare', {});
      const sources: { token: string }[] = [];
      for (const file of files) sources.push({ token: await core.register(file, 'read') });
      const { ms, value } = await core.timedCall('import.read', { sources });
      if (value.failures.length > 0) throw new Error(JSON.stringify(value.failures));
      values.push(ms);
      bare.push(await timed(() => files.forEach(readAndSplit)));
    } finally {
      await core.close();
    }
  }
  return {
    what: `reads ${files.length} real documents together, first call`,
    unit: 'ms',
    values,
    limit: { what: 'reading and splitting', values: bare },
    target: { kind: 'most', value: ALL_TARGET_MS },
  };
}

/** Import of a text with 22 forms in a running core, from the file to the candidates. */
export const importText: Figure = {
  name: 'import',
  measure: async (context) => {
    const invented = path.join(context.folder, 'invented.txt');
    writeFileSync(invented, seedShapedText());
    const measurements = await measureFile(context, invented, 'an invented text');
    const seeds = ALL_SEEDS.flatMap((number) => findSeed(number) ?? []);
    const [seed] = seeds;
    if (seed === undefined || seeds.length < ALL_SEEDS.length) {
      context.note(`not all real documents are under ${seedsFolder}; only the invented one was read`);
      return measurements;
    }
    const single = await measureFile(context, seed, 'a real document');
    return [...measurements, ...single, await measureTogether(context, seeds)];
  },
};
