import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, type Sheet, type WriteSheet, writeXlsx as writeBare } from 'hucre/xlsx';
import { writeXlsx } from '../../../electron/core/writers/xlsx.ts';
import { type Figure, timedByTurns } from '../figure.ts';
import { noCancel } from '../support/call-context.ts';
import { expectValue, startCore } from '../support/core.ts';
import { BENCH_YEAR, benchDefinition, inventedForms, inventedPaper } from '../support/invented-forms.ts';

const FORMS = 100;
const ROUNDS = 7;

/** What of a sheet the product writes; a sheet that was read has more, all of it empty here. */
function asWritten({ name, rows, cells, columns, rowDefs, merges, view, pageSetup, headerFooter }: Sheet): WriteSheet {
  const parts = { cells, columns, rowDefs, merges, view, pageSetup, headerFooter };
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { name, rows, ...Object.fromEntries(given) };
}

/** Export of 100 forms to xlsx beside the bare writer writing the same cells, merges and styles. */
export const xlsx: Figure = {
  name: 'xlsx',
  measure: async (context) => {
    const paper = inventedPaper(FORMS);
    const write = async () => expectValue(await writeXlsx(paper, (_id, cell) => cell, noCancel));
    const bytes = await write();
    const read = await readXlsx(bytes, { readStyles: true });
    const sheets = read.sheets.map(asWritten);
    const workbook = { sheets, ...(read.defaultFont === undefined ? {} : { defaultFont: read.defaultFont }) };
    const bareBytes = await writeBare(workbook);
    context.note(
      `${Math.round(bytes.length / 1000)} kB, from the bare writer ${Math.round(bareBytes.length / 1000)} kB`,
    );
    const writer = await timedByTurns(ROUNDS, write, () => writeBare(workbook));

    const core = await startCore(context.folder);
    try {
      const ids: string[] = [];
      for (const { answers } of inventedForms(FORMS)) {
        const input = { definitionId: benchDefinition.id, fiscalYear: BENCH_YEAR, answers };
        ids.push((await core.call('record.create', input)).id);
      }
      const exportsDir = path.join(context.folder, 'exports');
      mkdirSync(exportsDir);
      const target = await core.register(path.join(exportsDir, 'forms.xlsx'), 'write');
      const whole = await timedByTurns(
        ROUNDS,
        () => core.call('export.write', { ids, format: 'xlsx', target }),
        () => writeBare(workbook),
      );
      return [
        {
          what: `exports ${FORMS} saved forms to a file`,
          unit: 'ms',
          values: whole.product,
          limit: { what: 'bare writer', values: whole.limit },
        },
        {
          what: 'of which writing the workbook',
          unit: 'ms',
          values: writer.product,
          limit: { what: 'bare writer', values: writer.limit },
        },
      ];
    } finally {
      await core.close();
    }
  },
};
