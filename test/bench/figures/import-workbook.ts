import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSource } from '../../../electron/core/readers/read-source.ts';
import { writeXlsx } from '../../../electron/core/writers/xlsx.ts';
import { recogniseDocument } from '../../../shared/forms/recognise/recognise.ts';
import { shippedDefinitions } from '../../support/definitions.ts';
import { type Figure, timed } from '../figure.ts';
import { bareWorkbookRead } from '../support/bare-workbook-read.ts';
import { noCancel } from '../support/call-context.ts';
import { expectValue, type RunningCore, startCore } from '../support/core.ts';
import { measureInFreshNode } from '../support/fresh-node.ts';
import { BENCH_YEAR, inventedPaper } from '../support/invented-forms.ts';

const FORMS = 500;
const FRESH_CORES = 5;
const WARM_UP = 3;
const ROUNDS = 7;
const TARGET_RATIO = 1.5;

/** Import of a workbook of 500 forms beside the bare library reading the same bytes. */
export const importWorkbook: Figure = {
  name: 'workbook',
  measure: async (context) => {
    const file = path.join(context.folder, 'forms.xlsx');
    const bytes = expectValue(await writeXlsx(inventedPaper(FORMS), (_id, cell) => cell, noCancel));
    writeFileSync(file, bytes);
    context.note(`${FORMS} sheets, ${Math.round(bytes.length / 1000)} kB, written by the product's own writer`);

    const importAll = async (core: RunningCore, token: string): Promise<number> => {
      const { ms, value } = await core.timedCall('import.read', { sources: [{ token }] });
      if (value.records.length !== FORMS) throw new Error(`${value.records.length} forms instead of ${FORMS}`);
      return ms;
    };
    const first: number[] = [];
    const bareFirst: number[] = [];
    for (let round = 0; round < FRESH_CORES; round += 1) {
      const core = await startCore(context.folder);
      const token = await core.register(file, 'read');
      // As the window does when the import screen opens. The other side has its library loaded too.
      await core.call('import.prepare', {});
      first.push(await importAll(core, token));
      await core.close();
      bareFirst.push(await measureInFreshNode('fresh-workbook-read.ts', [file]));
    }

    // Both do the same work as often in a process that goes on, by turns; the compiler has seen both alike.
    const again = { whole: [] as number[], bare: [] as number[], read: [] as number[], recognise: [] as number[] };
    const core = await startCore(context.folder);
    try {
      const token = await core.register(file, 'read');
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        const wholeMs = await importAll(core, token);
        const bareMs = await timed(() => bareWorkbookRead(file));
        const startedMs = performance.now();
        const source = expectValue(await readSource({ path: file, name: 'forms.xlsx' }, noCancel));
        const readAtMs = performance.now();
        recogniseDocument(source, shippedDefinitions, { defaultFiscalYear: BENCH_YEAR });
        const doneAtMs = performance.now();
        if (round < WARM_UP) continue;
        again.whole.push(wholeMs);
        again.bare.push(bareMs);
        again.read.push(readAtMs - startedMs);
        again.recognise.push(doneAtMs - readAtMs);
      }
    } finally {
      await core.close();
    }
    const target = { kind: 'ratio', value: TARGET_RATIO } as const;
    const freshLimit = { what: 'SheetJS, loaded, in a fresh Node', values: bareFirst };
    const limit = { what: 'SheetJS', values: again.bare };
    return [
      {
        what: `imports ${FORMS} forms, first file of a core`,
        unit: 'ms',
        values: first,
        limit: freshLimit,
        target,
      },
      { what: 'the same again, both in a process that goes on', unit: 'ms', values: again.whole, limit, target },
      { what: 'of which reading the file', unit: 'ms', values: again.read, limit },
      { what: 'of which recognising', unit: 'ms', values: again.recognise, limit },
    ];
  },
};
