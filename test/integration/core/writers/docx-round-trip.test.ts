import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { writeDocx } from '../../../../electron/core/writers/docx.ts';
import { writableText } from '../../../../electron/core/writers/xml-text.ts';
import { recogniseDocument } from '../../../../shared/forms/recognise/recognise.ts';
import type { GridRow } from '../../../../shared/grid/grid.ts';
import { makeSection } from '../../../../shared/paper/make-section.ts';
import type { PaperSection } from '../../../../shared/paper/paper-document.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { type ShapeCell, shapeOf } from '../../../support/grid-shape.ts';
import { longText, sampleAnswers, sampleDocument, sampleSection } from '../../../support/paper-samples.ts';
import { quietContext, readBytesAs, rowsOf } from '../../../support/reading.ts';
import { expectError, expectOk, temporaryFolder } from '../../../support/workspaces.ts';

const ID = '00000000-0000-4000-8000-000000000001';

async function write(sections: readonly PaperSection[]): Promise<Uint8Array> {
  return expectOk(await writeDocx(sampleDocument(sections), quietContext()));
}

/** The shape of rows where a line with one text has no columns, as a paragraph has none. */
function wordShape(rows: readonly GridRow[]): ShapeCell[][] {
  const asParagraphs = rows.map((row): GridRow => {
    const [only, ...others] = row.cells;
    const text = writableText(only?.text ?? '').trim();
    if (row.kind !== 'line' || others.length > 0 || text.includes('\n')) return row;
    return { ...row, cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1 }] };
  });
  return shapeOf(asParagraphs, writableText);
}

describe.each(shippedDefinitions)('a Word document of $id that was written and read again', (definition) => {
  const section = contentOf(definition).map((content) => makeSection(definition, { id: ID, ...content }));

  it('has the same texts in the same cells, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(section, { minLength: 1, maxLength: 3 }), async (sections) => {
        const rows = rowsOf(await readBytesAs('forms.docx', await write(sections)));
        expect(wordShape(rows)).toEqual(sections.flatMap(({ grid }) => wordShape(grid.rows)));
      }),
      { numRuns: 25 },
    );
  });

  it('is recognised as what was filled in', async () => {
    await fc.assert(
      fc.asyncProperty(contentOf(definition, { texts: 'plain' }), async (content) => {
        const bytes = await write([makeSection(definition, { id: ID, ...content })]);
        const read = expectOk(await readBytesAs('forms.docx', bytes));
        const { forms, unrecognised } = recogniseDocument(read, [definition], {
          defaultFiscalYear: content.fiscalYear,
        });
        expect(forms.map(({ answers, fiscalYear }) => ({ answers, fiscalYear }))).toEqual([content]);
        expect(unrecognised).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

const SECTIONS = [
  sampleSection(1, sampleAnswers(1)),
  sampleSection(2, sampleAnswers(2, { indicators: 40 })),
  sampleSection(3, {
    ...sampleAnswers(3, { indicators: 30 }),
    projectName: '双  空格 <b>粗</b> &amp; ]]>',
    department: '第一段\n\n  缩进  两格 "引号"\n末段',
    periodGoal: longText(2500),
    annualGoal: '前后有空行😀\n\n缩进 𠮷',
  }),
];

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

describe('a Word document that LibreOffice saved again', () => {
  it.for(['docx', 'html'])('as %s has the same texts in the same cells', async (kind, { skip }) => {
    if (soffice === undefined) return skip('LibreOffice is not installed');
    const folder = temporaryFolder();
    const file = path.join(folder, 'forms.docx');
    writeFileSync(file, await write(SECTIONS));
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', kind, '--outdir', out, file];
    execFileSync(soffice, convert, { stdio: 'ignore', timeout: 120_000 });
    const name = `forms.${kind}`;
    const rows = rowsOf(await readSource({ path: path.join(out, name), name }, quietContext()));
    expect(wordShape(rows)).toEqual(SECTIONS.flatMap(({ grid }) => wordShape(grid.rows)));
  });
});

describe('writeDocx', () => {
  it('stops when the person cancels', async () => {
    const context = { ...quietContext(), signal: AbortSignal.abort() };
    expect(expectError(await writeDocx(sampleDocument(SECTIONS), context)).kind).toBe('cancelled');
  });
});
