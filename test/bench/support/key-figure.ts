import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Answers } from '../../../shared/domain/answers.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { launchBrowserApp } from '../../support/browser-app.ts';
import type { BenchContext } from '../figure.ts';
import type { Measurement } from '../measurement.ts';
import { percentile } from '../statistics.ts';
import { chromiumFlags, requireChromium } from './chromium.ts';
import { startCore } from './core.ts';
import { BENCH_YEAR } from './invented-forms.ts';
import { pressKeys, watchKeys } from './keystrokes.ts';

const ROUNDS = 3;
const TARGET_MS = 16;
const SETTLE_MS = 1000;
const viewport = { width: 1366, height: 768 };

/** Somebody who types into one table of a form in the wizard, with live paper, checks and autosave. */
export interface KeyTask {
  readonly definition: FormDefinition;
  readonly answers: Answers;
  /** What is typed into, as the report names it: `150 rows`. */
  readonly among: string;
  readonly keys: readonly string[];
  /** What is there once the table stands. */
  readonly readySelector: string;
  /** Goes to where a round of keys begins. */
  readonly goTo: (page: Page, round: number) => Promise<void>;
}

/**
 * A screen shows sixty frames a second: a key may wait up to 16.7 ms for the next one however fast it was worked off,
 * and more often where the page is still drawing what came before. A screen without that beat shows the work alone.
 */
const SCREENS = [
  { name: 'without waiting for the screen', flags: ['--disable-frame-rate-limit', '--disable-gpu-vsync'] },
  { name: 'on a screen of 60 Hz', flags: [] },
] as const;

/** A workspace with the form of the task. */
async function prepareWorkspace({ folder }: BenchContext, { definition, answers }: KeyTask) {
  const workspace = mkdtempSync(path.join(folder, 'workspace-'));
  const core = await startCore(folder, workspace);
  const { id } = await core.call('record.create', { definitionId: definition.id, fiscalYear: BENCH_YEAR, answers });
  await core.close();
  return { workspace, id };
}

/** Opens the step of the wizard that has the table; the paper beside it is live. */
async function openTable(browser: Browser, address: string, id: string, task: KeyTask): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  const step = task.definition.steps.find(({ tables }) => tables.length > 0)?.id ?? '';
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/form/${id}/${step}`);
  await page.locator(task.readySelector).waitFor();
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

async function typeByTurns(workspace: string, id: string, flags: readonly string[], task: KeyTask) {
  const app = await launchBrowserApp({ workspace });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...chromiumFlags, ...flags] });
  try {
    const table = await openTable(browser, app.url, id, task);
    const textarea = await openTextarea(browser);
    const rounds = { table: [] as number[][], textarea: [] as number[][] };
    // The first round is not counted: the browser compiles what it meets.
    for (let round = 0; round <= ROUNDS; round += 1) {
      await table.bringToFront();
      await task.goTo(table, round);
      // The keys that led there are painted before the counted ones come.
      await sleep(SETTLE_MS);
      const tableTimes = await pressKeys(table, task.keys);
      await textarea.bringToFront();
      const textareaTimes = await pressKeys(textarea, task.keys);
      if (round === 0) continue;
      rounds.table.push(tableTimes);
      rounds.textarea.push(textareaTimes);
    }
    return rounds;
  } finally {
    await browser.close();
    await app.close();
  }
}

/** Key to paint in a table in the wizard, beside a bare textarea, on a screen without a beat and on one of 60 Hz. */
export async function measureKeys(context: BenchContext, task: KeyTask): Promise<Measurement[]> {
  const { workspace, id } = await prepareWorkspace(context, task);
  context.note(`${ROUNDS} rounds of ${task.keys.length} keys each`);
  const at = (rounds: readonly number[][], share: number) => rounds.map((times) => percentile(times, share));
  const measurements: Measurement[] = [];
  for (const { name, flags } of SCREENS) {
    const { table, textarea } = await typeByTurns(workspace, id, flags, task);
    const line = (title: string, share: number): Measurement => ({
      what: `key to paint among ${task.among}, ${name}, ${title}`,
      unit: 'ms',
      values: at(table, share),
      limit: { what: 'textarea', values: at(textarea, share) },
    });
    const target = flags.length > 0 ? { target: { kind: 'most', value: TARGET_MS } as const } : {};
    measurements.push(line('p50', 0.5), { ...line('p95', 0.95), ...target });
  }
  return measurements;
}
