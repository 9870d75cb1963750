import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { quietContext, rowsOf } from '../../../support/reading.ts';
import { seedsFolder } from '../../../support/seeds.ts';

const SEEDS = existsSync(seedsFolder) ? readdirSync(seedsFolder).filter((name) => /^\d{3}_.*\.txt$/u.test(name)) : [];

function seed(ordinal: string): string {
  return path.join(seedsFolder, SEEDS.find((name) => name.startsWith(ordinal)) ?? 'missing');
}

async function read(ordinal: string) {
  return rowsOf(await readSource({ path: seed(ordinal), name: `${ordinal}.txt` }, quietContext()));
}

function plain(text: string): string {
  return text.replaceAll(/[\s"\u200b\ufeff]+/gu, '');
}

describe('real documents', () => {
  it.for(['000', '001', '002', '003', '004'])('%s: no character is lost', async (ordinal, { skip }) => {
    if (SEEDS.length === 0) return skip('the real documents are not at hand');
    const rows = await read(ordinal);
    const texts = rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('');
    // What a converter wrote where Word had a bookmark is no text.
    const whole = readFileSync(seed(ordinal), 'utf8').replaceAll(/\[bookmark: [^\]]*\]/gu, '');
    expect(plain(texts)).toBe(plain(whole));
  });

  it.for([
    ['000', 5, 218 + 22 * 9],
    ['002', 4, 144 + 16],
    ['001', 6, 477],
    ['003', 8, 300],
  ] as const)('%s: has rows of %i cells', async ([ordinal, width, least], { skip }) => {
    if (SEEDS.length === 0) return skip('the real documents are not at hand');
    const rows = await read(ordinal);
    expect(rows.filter((row) => row.kind === 'table' && row.cells.length === width).length).toBeGreaterThanOrEqual(
      least,
    );
  });
});
