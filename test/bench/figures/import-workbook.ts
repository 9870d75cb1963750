import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSource } from '../../../electron/core/readers/read-source.ts';
import { writeXlsx } from '../../../electron/core/writers/xlsx.ts';
import { recogniseDocument } from '../../../shared/forms/recognise/recognise.ts';
import { shippedDefinitions } from '../../support/definitions.ts';
import { type Figure, timed } from '../figure.ts';
import { bareWorkbookRead } from '../support/bare-workbook-read.ts';
import { noCancel } from '../support/call-context.ts';
import { expectValue, startCore } from '../support/core.ts';
import { measureInFreshNode } from '../support/fresh-node.ts';
import { BENCH_YEAR, inventedPaper } from '../support/invented-forms.ts';

const FORMS = 500;
const ROUNDS = 5;
const TARGET_RATIO = 1.5;

/** Import of a workbook of 500 forms beside the bare library reading the same bytes. */
export const importWorkbook: Figure = {
  name: 'workbook',
  measure: async (context) => {
    const file = path.join(context.folder, 'forms.xlsx');
    const bytes = expectValue(await writeXlsx(inventedPaper(FORMS), (_id, cell) => cell, noCancel));
    writeFileSync(file, bytes);
    context.note(`${FORMS} sheets, ${Math.round(bytes.length / 1000)} kB, written by the product's own writer`);

    const times = {
      first: [] as number[],
      again: [] as number[],
      readOnly: [] as number[],
      recognise: [] as number[],
      bareFirst: [] as number[],
      bareAgain: [] as number[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      const core = await startCore(context.folder);
      try {
        const token = await core.register(file, 'read');
        const readAll = async () => {
          const { records } = await core.call('import.read', { sources: [{ token }] });
          if (records.length !== FORMS) throw new Error(`${records.length} forms instead of ${FORMS}`);
        };
        times.first.push(await timed(readAll));
        times.bareFirst.push(await measureInFreshNode('fresh-workbook-read.ts', [file]));
        times.again.push(await timed(readAll));
      } finally {
        await core.close();
      }
      times.bareAgain.push(await timed(() => bareWorkbookRead(file)));
      const startedMs = performance.now();
      const source = expectValue(await readSource({ path: file, name: 'forms.xlsx' }, noCancel));
      const readMs = performance.now();
      recogniseDocument(source, shippedDefinitions, { defaultFiscalYear: BENCH_YEAR });
      times.readOnly.push(readMs - startedMs);
      times.recognise.push(performance.now() - readMs);
    }
    const target = { kind: 'ratio', value: TARGET_RATIO } as const;
    const bareFirst = { what: 'SheetJS in a fresh Node', values: times.bareFirst };
    const bareAgain = { what: 'SheetJS', values: times.bareAgain };
    return [
      {
        what: `imports ${FORMS} forms, first call of a core`,
        unit: 'ms',
        values: times.first,
        limit: bareFirst,
        target,
      },
      { what: 'the same again', unit: 'ms', values: times.again, limit: bareAgain, target },
      { what: 'of which reading the file', unit: 'ms', values: times.readOnly, limit: bareAgain },
      { what: 'of which recognising', unit: 'ms', values: times.recognise, limit: bareAgain },
    ];
  },
};
