import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { layOut } from '../../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../../shared/forms/recognise/recognise.ts';
import { normaliseLabel } from '../../../../shared/grid/normalise.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';
import { quietContext } from '../../../support/reading.ts';
import { seedsFolder } from '../../../support/seeds.ts';
import { expectOk } from '../../../support/workspaces.ts';

const name = existsSync(seedsFolder) ? readdirSync(seedsFolder).find((file) => file.startsWith('001_')) : undefined;
const tables = shippedDefinitions.filter(({ set }) => set !== undefined);
const said = (texts: readonly string[]): string => texts.map(normaliseLabel).filter(Boolean).join('|');

/** The rows of the table below a title, read from the text without any of the product's code. */
function printedRows(text: string, title: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*\[bookmark: [^\]]*\]/u, ''));
  const rows: string[][] = [[]];
  for (const line of lines.slice(lines.findIndex((each) => each.trim() === title) + 1)) {
    if (line.startsWith('\t')) rows.at(-1)?.push(line.slice(1));
    else if (line.trim() === '') rows.push([]);
    else break;
  }
  return rows.map(said).filter((row) => row !== '');
}

describe('the budget tables of a real document', () => {
  it.for(tables.map(({ id }) => id))('%s: every row comes back as printed', async (id, { skip }) => {
    if (name === undefined) return skip('the real documents are not at hand');
    const file = path.join(seedsFolder, name);
    const document = expectOk(await readSource({ path: file, name }, quietContext()));
    const { forms } = recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2025 });
    const [form, ...others] = forms.filter(({ definitionId }) => definitionId === id);
    expect(others).toEqual([]);
    expect([form?.unplaced, form?.notes, form?.fiscalYear]).toEqual([[], [], 2025]);
    const definition = shippedDefinition(id);
    const grid = layOut(definition, { answers: form?.answers ?? {}, fiscalYear: 2025 });
    const ours = grid.rows.map((row) => said(row.cells.map((cell) => cell.text)));
    const theirs = printedRows(readFileSync(file, 'utf8'), definition.name);
    expect(theirs.length).toBeGreaterThan(3);
    expect(theirs.filter((row) => !ours.includes(row))).toEqual([]);
  });
});
