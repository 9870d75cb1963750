import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../../../shared/domain/answers.ts';
import type { Grid } from '../../../../shared/grid/grid.ts';
import type { PaperDocument } from '../../../../shared/paper/paper-document.ts';
import type { PrintPage } from '../../../../shared/paper/print-options.ts';
import { contentOf } from '../../../support/arbitraries.ts';
import {
  longText,
  projectTarget,
  sampleAnswers,
  sampleDocument,
  sampleSection,
} from '../../../support/paper-samples.ts';
import { type BuiltPage, buildLivePage, buildPrintPage, type OpenPage, openPage } from '../../../support/print-page.ts';

interface PageFacts {
  /** Whether something reaches below the part inside the margins, px; negative is room to spare. */
  readonly overflowPx: number;
  /** Texts of cells, in order. */
  readonly texts: readonly string[];
}

/** What the sheets hold, read in the page. */
function readPages(within = ''): PageFacts[] {
  return [...document.querySelectorAll(`${within} .paper-page`)].map((sheet) => {
    const { top, width } = sheet.getBoundingClientRect();
    const scale = width / (sheet as HTMLElement).offsetWidth;
    const bottom = sheet.querySelector('.paper-body')?.getBoundingClientRect().bottom ?? 0;
    const heightMm = sheet.classList.contains('paper-landscape') ? 210 : 297;
    return {
      overflowPx: (bottom - top) / scale - ((heightMm - 20) * 96) / 25.4,
      texts: [...sheet.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
    };
  });
}

/** Cells whose text does not fit inside them. */
function clippedCells(): string[] {
  return [...document.querySelectorAll('td')].flatMap((cell) => {
    const text = cell.firstElementChild?.getBoundingClientRect();
    const own = cell.getBoundingClientRect();
    const fits =
      text && text.bottom <= own.bottom + 0.5 && text.right <= own.right + 0.5 && text.left >= own.left - 0.5;
    return fits ? [] : [cell.textContent ?? ''];
  });
}

const textsOf = (grid: Grid): string[] => grid.rows.flatMap((row) => row.cells.map((cell) => cell.text));
const sectionOf = (ordinal: number, answers: Answers) => sampleSection(ordinal, answers);

describe('pages for print', () => {
  let built: BuiltPage;
  let open: OpenPage;
  beforeAll(async () => {
    built = await buildPrintPage();
    open = await openPage(built, 'print.html');
  });
  afterAll(async () => {
    await open?.close();
    await built?.remove();
  });

  async function layOut(document: PaperDocument): Promise<PageFacts[]> {
    await open.page.evaluate((paper) => (window as unknown as PrintPage).layOutPaper(paper), document);
    return await open.page.evaluate(readPages, '');
  }

  it('hold all text of any form, and no sheet is overfull', async () => {
    const contents = fc.sample(contentOf(projectTarget, { maxRows: 40 }), { numRuns: 60, seed: 20261122 });
    for (const [index, { answers }] of contents.entries()) {
      const section = sectionOf(index, answers);
      const orientation = index % 3 === 0 ? 'landscape' : 'portrait';
      const pages = await layOut(sampleDocument([{ ...section, orientation }]));
      const shown = pages.flatMap((page) => page.texts).join('');
      for (const text of textsOf(section.grid)) {
        // A long text may be cut by a page's end, which puts other cells between its parts.
        const isCut = !shown.includes(text);
        expect(isCut && text.length < 400, text).toBe(false);
      }
      for (const page of pages) expect(page.overflowPx).toBeLessThan(0);
      expect(await open.page.evaluate(clippedCells)).toEqual([]);
    }
  });

  it('break a long text at its lines: the parts are the text, and fill their pages', async () => {
    const goal = longText(5000);
    const pages = await layOut(
      sampleDocument([sectionOf(1, { ...sampleAnswers(1), periodGoal: goal, annualGoal: '' })]),
    );
    const start = goal.slice(0, 20);
    const parts = pages.flatMap((page) => page.texts.filter((text) => text.length > 60));
    expect(parts[0]?.startsWith(start)).toBe(true);
    expect(parts.join('')).toBe(goal);
    // No part but the last leaves more than two lines of its page empty.
    for (const page of pages.slice(0, parts.length - 1)) expect(page.overflowPx).toBeGreaterThan(-2 * 18.2);
  });

  it('split a text without any place to break a line, and an endless category', async () => {
    const word = 'x'.repeat(9000);
    const row = { level1: '长'.repeat(2500), level2: '数量指标', level3: '甲', target: '1' };
    const answers = { ...sampleAnswers(1), periodGoal: word, indicators: [row, { ...row, level3: '乙' }] };
    const pages = await layOut(sampleDocument([sectionOf(1, answers)]));
    const shown = pages.flatMap((page) => page.texts).filter((text) => /^[x长]+$/u.test(text));
    expect(shown.join('')).toBe(word + row.level1);
    for (const page of pages) expect(page.overflowPx).toBeLessThan(0);
  });
});

describe('live paper', () => {
  let built: BuiltPage;
  let open: OpenPage;
  beforeAll(async () => {
    built = await buildLivePage();
    open = await openPage(built, 'live.html');
  });
  afterAll(async () => {
    await open?.close();
    await built?.remove();
  });

  const showIn = (place: string, answers: Answers, key: string, more: { markedPath?: string; zoom?: number } = {}) =>
    open.page.evaluate(
      (into, props, as) => window.show(into, props, as),
      place,
      { grid: sectionOf(1, answers).grid, orientation: 'portrait' as const, zoom: 'fit' as const, ...more },
      key,
    );
  const show = (answers: Answers, key: string, more: { markedPath?: string; zoom?: number } = {}) =>
    showIn('typed', answers, key, more);
  const pages = (place = 'typed') => open.page.evaluate(readPages, `[data-place=${place}]`);
  const texts = async (place = 'typed') => (await pages(place)).map((page) => page.texts);

  it('comes to the same pages after any changes as if it were drawn anew', async () => {
    const states = [
      sampleAnswers(1),
      sampleAnswers(1, { indicators: 60 }),
      sampleAnswers(2, { indicators: 61 }),
      sampleAnswers(2, { indicators: 3 }),
      sampleAnswers(3, { goalLength: 3000 }),
      sampleAnswers(3, { goalLength: 3400 }),
      sampleAnswers(3, { goalLength: 90 }),
    ];
    for (const [index, state] of states.entries()) {
      await showIn('typed', state, 'the same');
      await showIn('anew', state, `anew ${index}`);
      await open.page.evaluate(() => document.fonts.ready.then(() => null));
      const isSettled = async () => JSON.stringify(await texts('typed')) === JSON.stringify(await texts('anew'));
      await expect.poll(isSettled, { timeout: 10_000 }).toBe(true);
      expect((await texts('anew')).flat().join('')).toContain(state.projectName);
    }
    await open.page.evaluate(() => document.querySelector('[data-place=anew]')?.remove());
  });

  it('shows what is typed', async () => {
    await show({ ...sampleAnswers(1), department: '甲局' }, 'at once');
    await show({ ...sampleAnswers(1), department: '乙局' }, 'at once');
    await expect.poll(async () => (await texts()).flat().includes('乙局'), { interval: 5 }).toBe(true);
  });

  it('marks the cell of a field, and the merged cell a row belongs to', async () => {
    const marked = () =>
      open.page.evaluate(() => [...document.querySelectorAll('.paper-marked')].map((e) => e.textContent));
    await show(sampleAnswers(1), 'marks', { markedPath: 'annualFunds.total' });
    await expect.poll(marked).toEqual(['462.5']);
    await show(sampleAnswers(1), 'marks', { markedPath: 'indicators.1.level2' });
    await expect.poll(marked).toEqual(['数量指标']);
  });

  it('names the field of a clicked cell; a merged cell by its first row, on every page', async () => {
    await show(sampleAnswers(1, { indicators: 150 }), 'clicks');
    await expect.poll(async () => (await pages()).length).toBeGreaterThan(3);
    const picked = await open.page.evaluate(() => {
      window.pickedPaths.length = 0;
      const cells = [...document.querySelectorAll<HTMLElement>('td')];
      for (const text of ['462.5', '产出指标', '其他资金']) {
        for (const cell of cells.filter((own) => own.textContent === text)) cell.click();
      }
      return window.pickedPaths;
    });
    expect(picked[0]).toBe('annualFunds.total');
    expect(picked.length).toBeGreaterThan(2);
    expect(new Set(picked.slice(1))).toEqual(new Set(['indicators.0.level1']));
  });

  it('breaks lines the same at every zoom', async () => {
    const heights = () =>
      open.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('tr')].map((row) => row.offsetHeight));
    await show(sampleAnswers(1, { goalLength: 400 }), 'zoom 1', { zoom: 1 });
    await expect.poll(async () => (await heights()).length).toBeGreaterThan(10);
    const full = await heights();
    for (const zoom of [0.5, 0.68, 1.25, 2]) {
      await show(sampleAnswers(1, { goalLength: 400 }), `zoom ${zoom}`, { zoom });
      await expect.poll(heights).toEqual(full);
    }
  });
});
