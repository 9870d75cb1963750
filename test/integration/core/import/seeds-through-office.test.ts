import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForms } from '../../../../electron/core/import/read-forms.ts';
import { writeDocx } from '../../../../electron/core/writers/docx.ts';
import { writeHtml } from '../../../../electron/core/writers/html.ts';
import { writeXlsx } from '../../../../electron/core/writers/xlsx.ts';
import type { Answers } from '../../../../shared/domain/answers.ts';
import { makeSection } from '../../../../shared/paper/make-section.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';
import { sampleDocument } from '../../../support/paper-samples.ts';
import { quietContext } from '../../../support/reading.ts';
import { seedsFolder } from '../../../support/seeds.ts';
import { expectOk } from '../../../support/workspaces.ts';

/** Real documents: read, exported, opened and saved by LibreOffice, read again. */

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);
const seeds = existsSync(seedsFolder) ? readdirSync(seedsFolder).filter((name) => /^\d{3}_.*\.txt$/u.test(name)) : [];
const reason = seeds.length === 0 ? 'the real documents are not at hand' : 'LibreOffice is not installed';
const isRunnable = soffice !== undefined && seeds.length > 0;

interface ReadForm {
  readonly definitionId: string;
  readonly answers: Answers;
}

/** The forms of a file, and how many texts found no form or no place in one. */
async function read(file: string): Promise<{ readonly forms: readonly ReadForm[]; readonly lost: number }> {
  const source = { path: file, name: path.basename(file) };
  const { forms, unrecognised } = expectOk(
    await readForms(source, shippedDefinitions, { fiscalYear: 2025 }, quietContext()),
  );
  return {
    forms: forms.map(({ definitionId, answers }) => ({ definitionId, answers })),
    lost: forms.reduce((sum, { unplaced }) => sum + unplaced.length, unrecognised.length),
  };
}

/** A page becomes one sheet, in which the many columns of budget tables push those of other forms apart. */
function isNarrow(form: ReadForm | undefined): boolean {
  return form !== undefined && shippedDefinition(form.definitionId).family !== 'budget-table';
}

/** What LibreOffice keeps of a page: never two spaces side by side. */
function ofPage(forms: readonly ReadForm[]): unknown {
  return JSON.parse(JSON.stringify(forms.filter(isNarrow)).replaceAll(/ {2,}/gu, ' '));
}

describe.runIf(isRunnable)('the real documents, exported', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-test-'));
  const originals = new Map<string, readonly ReadForm[]>();
  const inFolder = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    for (const seed of seeds) {
      const name = seed.slice(0, 3);
      const { forms } = await read(path.join(seedsFolder, seed));
      originals.set(name, forms);
      const sections = forms.map(({ definitionId, answers }, index) =>
        makeSection(shippedDefinition(definitionId), { id: `${name}-${index}`, answers, fiscalYear: 2025 }),
      );
      const document = sampleDocument(sections);
      writeFileSync(inFolder(`${name}.xlsx`), expectOk(await writeXlsx(document, (_id, at) => at, quietContext())));
      writeFileSync(inFolder(`${name}.docx`), expectOk(await writeDocx(document, quietContext())));
      const narrow = sections.filter((_, index) => isNarrow(forms[index]));
      writeFileSync(inFolder(`${name}.html`), writeHtml(sampleDocument(narrow)));
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found at all', () => {
    for (const [name, forms] of originals) expect(forms.length, name).toBeGreaterThan(0);
  });

  it.each([
    ['xlsx', 'xls', null],
    ['xlsx', 'ods', null],
    ['xlsx', 'xlsx', null],
    ['xlsx', 'html', null],
    ['docx', 'docx', null],
    ['docx', 'html', null],
    ['html', 'docx', 'HTML (StarWriter)'],
    ['html', 'xls', 'HTML (StarCalc)'],
    ['html', 'xlsx', 'HTML (StarCalc)'],
  ] as const)('as %s and saved as %s by LibreOffice, read equal', { timeout: 600_000 }, async (from, to, filter) => {
    const out = inFolder(`${from}-${to}`);
    const files = [...originals.keys()].map((name) => inFolder(`${name}.${from}`));
    execFileSync(
      soffice ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...(filter === null ? [] : [`--infilter=${filter}`]),
        ...['--convert-to', to, '--outdir', out, ...files],
      ],
      { stdio: 'ignore', timeout: 500_000 },
    );
    for (const [name, forms] of originals) {
      const again = await read(path.join(out, `${name}.${to}`));
      const fold = from === 'html' ? ofPage : (same: readonly ReadForm[]) => same;
      expect(fold(again.forms), name).toEqual(fold(forms));
      expect(again.lost, name).toBe(0);
    }
  });
});

if (!isRunnable) {
  it('the real documents are read again from what LibreOffice makes of them', ({ skip }) => skip(reason));
}
