import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { writeXlsx } from '../../../../electron/core/writers/xlsx.ts';
import { textValue } from '../../../../electron/core/writers/xlsx-value.ts';
import type { PaperSection } from '../../../../shared/paper/paper-document.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shapeOf } from '../../../support/grid-shape.ts';
import {
  longText,
  projectTarget,
  sampleAnswers,
  sampleDocument,
  sampleSection,
} from '../../../support/paper-samples.ts';
import { quietContext, readBytesAs } from '../../../support/reading.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';

/** What a cell of a workbook keeps of a text. */
function kept(text: string): string {
  return String(textValue(text).value ?? '');
}

async function write(sections: readonly PaperSection[]): Promise<Uint8Array> {
  const written = await writeXlsx(sampleDocument(sections), (_id, at) => at, quietContext());
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

const section: fc.Arbitrary<PaperSection> = contentOf(projectTarget).map(({ answers }) => sampleSection(1, answers));

describe('a workbook that was written and read again', () => {
  it('has the same texts in the same cells, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(section, { minLength: 1, maxLength: 3 }), async (sections) => {
        const read = await readBytesAs('forms.xlsx', await write(sections));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.sheets.map(({ rows }) => shapeOf(rows))).toEqual(
          sections.map(({ grid }) => shapeOf(grid.rows, kept)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a text that takes several pages in one cell', async () => {
    const long = sampleSection(1, sampleAnswers(1, { goalLength: 4000, indicators: 80 }));
    const read = await readBytesAs('forms.xlsx', await write([long]));
    expect(read.ok && read.value.sheets.map(({ rows }) => shapeOf(rows))).toEqual([shapeOf(long.grid.rows)]);
  });
});

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

describe('a workbook that LibreOffice saved again', () => {
  const sections = [
    sampleSection(1, sampleAnswers(1)),
    sampleSection(2, {
      ...sampleAnswers(2, { indicators: 30 }),
      projectName: '=1+1',
      department: '@SUM(A1)\n第二行 "引号" <b>粗</b>',
      periodFunds: { total: '123456789012345.67', fiscal: '0.10', other: '-5.00' },
      annualFunds: { total: '93.722', fiscal: '0', other: '1937.9' },
      periodGoal: longText(2500),
      annualGoal: '前后有空行😀\n\n缩进 𠮷',
    }),
  ];
  it.for(['xls', 'ods', 'xlsx'])('as %s has the same texts in the same cells', async (kind, { skip }) => {
    if (soffice === undefined) return skip('LibreOffice is not installed');
    const folder = temporaryFolder();
    const file = path.join(folder, 'forms.xlsx');
    writeFileSync(file, await write(sections));
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', kind, '--outdir', out, file];
    execFileSync(soffice, convert, { stdio: 'ignore', timeout: 120_000 });
    const name = `forms.${kind}`;
    const read = await readSource({ path: path.join(out, name), name }, quietContext());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.sheets.map(({ rows }) => shapeOf(rows))).toEqual(
      sections.map(({ grid }) => shapeOf(grid.rows, kept)),
    );
  });
});
