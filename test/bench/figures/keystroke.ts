import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchBrowserApp } from '../../support/browser-app.ts';
import type { BenchContext, Figure } from '../figure.ts';
import type { Measurement } from '../measurement.ts';
import { percentile } from '../statistics.ts';
import { chromiumFlags, requireChromium } from '../support/chromium.ts';
import { startCore } from '../support/core.ts';
import { BENCH_YEAR, benchDefinition, inventedForms } from '../support/invented-forms.ts';
import { pressKeys, watchKeys } from '../support/keystrokes.ts';

const ROWS = 150;
const ROUNDS = 3;
const TARGET_MS = 16;
const viewport = { width: 1366, height: 768 };

/** A name into each of some cells one below the other, with a slip of the finger put right. */
const nameKeys = (word: string): string[] => [...word, 'Backspace', word.at(-1) ?? 'a', 'Enter'];
const KEYS = ['jiankangtijian', 'shebeigoumai', 'fugailv', 'manyidu', 'peixun', 'yanshouhege']
  .flatMap(nameKeys)
  .concat(['90%', '>=95%', '12', '100%', '2026', '<=30'].flatMap(nameKeys), [
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'ArrowDown',
    'ArrowDown',
  ]);

/**
 * A screen shows sixty frames a second: a key may wait up to 16.7 ms for the next one however fast it was worked off,
 * and more often where the page is still drawing what came before. A screen without that beat shows the work alone.
 */
const SCREENS = [
  { name: 'without waiting for the screen', flags: ['--disable-frame-rate-limit', '--disable-gpu-vsync'] },
  { name: 'on a screen of 60 Hz', flags: [] },
] as const;

/** A workspace with one form of 150 indicators. */
async function prepareWorkspace({ folder }: BenchContext): Promise<{ workspace: string; id: string }> {
  const workspace = mkdtempSync(path.join(folder, 'workspace-'));
  const core = await startCore(folder, workspace);
  const [form] = inventedForms(1, ROWS);
  const input = { definitionId: benchDefinition.id, fiscalYear: BENCH_YEAR, answers: form?.answers ?? {} };
  const { id } = await core.call('record.create', input);
  await core.close();
  return { workspace, id };
}

/** Opens the step of the wizard that has the table; the paper beside it is live. */
async function openSheet(browser: Browser, address: string, id: string): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  const step = benchDefinition.steps.find(({ tables }) => tables.length > 0)?.id ?? '';
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/form/${id}/${step}`);
  await page.locator(`[data-row="${ROWS - 1}"]`).waitFor();
  await page.locator('.paper-page').first().waitFor();
  await watchKeys(page);
  return page;
}

async function openTextarea(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.setContent('<!doctype html><textarea rows="20" cols="60"></textarea>');
  await page.locator('textarea').focus();
  await watchKeys(page);
  return page;
}

async function typeByTurns(workspace: string, id: string, flags: readonly string[]) {
  const app = await launchBrowserApp({ workspace });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags, ...flags] });
  try {
    const sheet = await openSheet(browser, app.url, id);
    const textarea = await openTextarea(browser);
    const rounds = { sheet: [] as number[][], textarea: [] as number[][] };
    // The first round is not counted: the browser compiles what it meets.
    for (let round = 0; round <= ROUNDS; round += 1) {
      await sheet.bringToFront();
      await sheet.locator(`[data-row="${10 + 20 * round}"] [data-column="2"]`).click();
      const sheetTimes = await pressKeys(sheet, KEYS);
      await textarea.bringToFront();
      const textareaTimes = await pressKeys(textarea, KEYS);
      if (round === 0) continue;
      rounds.sheet.push(sheetTimes);
      rounds.textarea.push(textareaTimes);
    }
    return rounds;
  } finally {
    await browser.close();
    await app.close();
  }
}

/** Key to paint in a table of 150 rows in the wizard, with live paper, checks and autosave, beside a textarea. */
export const keystroke: Figure = {
  name: 'keystroke',
  measure: async (context) => {
    const { workspace, id } = await prepareWorkspace(context);
    context.note(`${ROUNDS} rounds of ${KEYS.length} keys each`);
    const at = (rounds: readonly number[][], share: number) => rounds.map((times) => percentile(times, share));
    const measurements: Measurement[] = [];
    for (const { name, flags } of SCREENS) {
      const { sheet, textarea } = await typeByTurns(workspace, id, flags);
      const line = (title: string, share: number): Measurement => ({
        what: `key to paint among ${ROWS} rows, ${name}, ${title}`,
        unit: 'ms',
        values: at(sheet, share),
        limit: { what: 'textarea', values: at(textarea, share) },
      });
      const target = flags.length > 0 ? { target: { kind: 'most', value: TARGET_MS } as const } : {};
      measurements.push(line('p50', 0.5), { ...line('p95', 0.95), ...target });
    }
    return measurements;
  },
};
