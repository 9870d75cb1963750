import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read as readWorkbook } from 'xlsx';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { writeDocx } from '../../../../electron/core/writers/docx.ts';
import { writeHtml } from '../../../../electron/core/writers/html.ts';
import { writeXlsx } from '../../../../electron/core/writers/xlsx.ts';
import type { FormContent } from '../../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../../shared/forms/recognise/recognise.ts';
import { makeSection } from '../../../../shared/paper/make-section.ts';
import type { PaperSection } from '../../../../shared/paper/paper-document.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import {
  centralAnswers,
  centralDefinition,
  departmentAnswers,
  departmentDefinition,
} from '../../../support/document-samples.ts';
import { sampleDocument } from '../../../support/paper-samples.ts';
import { quietContext, readBytesAs } from '../../../support/reading.ts';
import { expectOk, temporaryFolder } from '../../../support/workspaces.ts';

/** Documents of parts and tables side by side, written as files and read again. */

const KINDS = ['xlsx', 'docx', 'html'] as const;
type Kind = (typeof KINDS)[number];

const FORMS = [
  { definition: departmentDefinition, answers: departmentAnswers(48) },
  { definition: centralDefinition, answers: centralAnswers },
];

function sectionsOf(
  contents: readonly { definition: typeof centralDefinition; content: FormContent }[],
): PaperSection[] {
  return contents.map(({ definition, content }, index) =>
    makeSection(definition, { id: `00000000-0000-4000-8000-00000000000${index}`, ...content }),
  );
}

const SECTIONS = sectionsOf(
  FORMS.map(({ definition, answers }) => ({ definition, content: { answers, fiscalYear: 2026 } })),
);

async function write(kind: Kind, sections: readonly PaperSection[]): Promise<Uint8Array | string> {
  const document = sampleDocument(sections);
  if (kind === 'html') return writeHtml(document);
  if (kind === 'docx') return expectOk(await writeDocx(document, quietContext()));
  return expectOk(await writeXlsx(document, (_id, at) => at, quietContext()));
}

function recognised(document: Parameters<typeof recogniseDocument>[0]) {
  const { forms, unrecognised } = recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2020 });
  expect(unrecognised).toEqual([]);
  return forms.map(({ definitionId, answers, fiscalYear }) => ({ definitionId, answers, fiscalYear }));
}

const EXPECTED = FORMS.map(({ definition, answers }) => ({ definitionId: definition.id, answers, fiscalYear: 2026 }));

describe.each(KINDS)('as %s', (kind) => {
  it('both forms come back from one file', async () => {
    const read = expectOk(await readBytesAs(`forms.${kind}`, await write(kind, SECTIONS)));
    expect(recognised(read)).toEqual(EXPECTED);
  });

  it.each(FORMS)('whatever is typed into $definition.id comes back', async ({ definition }) => {
    await fc.assert(
      fc.asyncProperty(contentOf(definition, { texts: 'plain', emptyShare: 0.1 }), async (content) => {
        const bytes = await write(kind, sectionsOf([{ definition, content }]));
        const [form] = recognised(expectOk(await readBytesAs(`form.${kind}`, bytes)));
        expect(form?.answers).toEqual(content.answers);
      }),
      { numRuns: 15 },
    );
  });
});

it('repeats no heading of a table above the text after it in a workbook', async () => {
  const workbook = readWorkbook(await write('xlsx', SECTIONS), { type: 'array' });
  const repeated = workbook.Workbook?.Names?.filter(({ Name }) => Name === '_xlnm.Print_Titles').map(
    ({ Sheet }) => Sheet,
  );
  expect(repeated).toEqual([1]);
});

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

describe('saved again by LibreOffice', () => {
  it.for([
    ['docx', 'docx'],
    ['docx', 'html'],
    ['xlsx', 'xlsx'],
    ['xlsx', 'ods'],
    ['xlsx', 'xls'],
  ] as const)('from %s as %s both forms come back', { timeout: 150_000 }, async ([from, kind], { skip }) => {
    if (soffice === undefined) return skip('LibreOffice is not installed');
    const folder = temporaryFolder();
    const file = path.join(folder, `forms.${from}`);
    writeFileSync(file, await write(from, SECTIONS));
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [profile, '--headless', '--convert-to', kind, '--outdir', out, file];
    execFileSync(soffice, convert, { stdio: 'ignore', timeout: 120_000 });
    const name = `forms.${kind}`;
    const read = expectOk(await readSource({ path: path.join(out, name), name }, quietContext()));
    expect(recognised(read)).toEqual(EXPECTED);
  });
});
