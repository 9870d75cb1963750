import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumPrinter } from '../../../../electron/core/pdf/chromium-printer.ts';
import type { PaperDocument } from '../../../../shared/paper/paper-document.ts';
import type { Progress } from '../../../../shared/rpc/method.ts';
import { longText, sampleAnswers, sampleDocument, sampleSection } from '../../../support/paper-samples.ts';
import { type PdfFacts, readPdf } from '../../../support/pdf-facts.ts';
import { buildPrintPage, testChromium } from '../../../support/print-page.ts';
import { processesWith } from '../../../support/processes.ts';

const A4 = [210, 297] as const;
const A4_WIDE = [297, 210] as const;

let pages: Awaited<ReturnType<typeof buildPrintPage>>;
let printer: ChromiumPrinter;

beforeAll(async () => {
  pages = await buildPrintPage();
  printer = new ChromiumPrinter({ rendererDir: pages.folder, executable: testChromium() });
});
afterAll(async () => {
  await printer?.close();
  await pages?.remove();
});

const calm = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

async function printed(document: PaperDocument): Promise<PdfFacts> {
  const result = await printer.print(document, calm());
  if (!result.ok) throw new Error(result.error.kind);
  return await readPdf(result.value);
}

const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');
const profiles = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`xiancai-print-${process.pid}-`));

describe('a form of one page', () => {
  it('is one A4 page with all of its words, every font inside, a name in the outline and no page number', async () => {
    const section = sampleSection(1, sampleAnswers(1));
    const facts = await printed(sampleDocument([section]));
    expect(facts.sizesMm).toEqual([A4]);
    const text = facts.texts.join('');
    for (const row of section.grid.rows) for (const cell of row.cells) expect(text).toContain(squeezed(cell.text));
    expect(text).not.toMatch(/续表|共\d+页/u);
    expect(facts.fontCount).toBeGreaterThan(0);
    expect(facts.embeddedFontCount).toBe(facts.fontCount);
    expect(facts.outline).toEqual(['基层医疗机构设备更新（第1批）项目绩效目标表']);
  });

  it('keeps text that looks like markup as text', async () => {
    const hostile = '<b>粗</b><script>layOutPaper=1</script>&amp;=1+1';
    const facts = await printed(sampleDocument([sampleSection(1, { ...sampleAnswers(1), annualGoal: hostile })]));
    expect(facts.texts.join('')).toContain(hostile);
  });

  it('moves with the offsets without breaking lines or pages anew', async () => {
    const document = sampleDocument([sampleSection(1, sampleAnswers(1))]);
    const moved = { ...document, settings: { offsetLeftMm: 15, offsetTopMm: 15 } };
    const [still, shifted] = [await printed(document), await printed(moved)];
    expect(shifted.texts).toEqual(still.texts);
  });
});

describe('a form of 150 indicators', () => {
  let facts: PdfFacts;
  const section = sampleSection(2, sampleAnswers(2, { indicators: 150 }));
  beforeAll(async () => {
    facts = await printed(sampleDocument([section]));
  });

  it('holds every indicator once, whole on one page', () => {
    for (const row of section.grid.rows.slice(-150)) {
      const name = squeezed(row.cells.at(-2)?.text ?? '');
      expect(facts.texts.filter((text) => text.includes(name))).toHaveLength(1);
    }
  });

  it('prints the headings on every page, the title on the first, 续表 on the others, and numbers them', () => {
    const count = facts.texts.length;
    expect(count).toBeGreaterThan(3);
    for (const [index, text] of facts.texts.entries()) {
      expect(text).toContain('一级指标二级指标三级指标年度指标值');
      expect(text.includes('（2026年度）')).toBe(index === 0);
      expect(text.includes('续表')).toBe(index > 0);
      expect(text).toContain(`第${index + 1}页共${count}页`);
    }
  });

  it('repeats the label of a merged cell that a page break cuts', () => {
    const pagesOf = (label: string) => facts.texts.filter((text) => text.includes(label)).length;
    const cut = section.grid.rows.flatMap((row) => row.cells).filter((cell) => cell.text === '产出指标');
    expect(cut).toHaveLength(1);
    expect(pagesOf('产出指标')).toBeGreaterThan(2);
  });
});

describe('a goal of 5000 characters', () => {
  it('runs over the pages line by line and loses nothing', async () => {
    const goal = longText(5000);
    const section = sampleSection(3, { ...sampleAnswers(3), periodGoal: goal, annualGoal: '' });
    const { texts, sizesMm } = await printed(sampleDocument([section]));
    expect(sizesMm.every((size) => size[0] === 210 && size[1] === 297)).toBe(true);
    const text = texts
      .map((page) => page.replace('续表', '').replace(/第\d+页共\d+页/u, ''))
      .join('')
      // The side label stands on every page the row runs over.
      .replaceAll('绩效目标', '');
    expect(text).toContain(squeezed(goal));
    // Seven pages of some fifty lines of seventeen characters: no page is left empty, none spills over.
    expect(texts.every((page) => page.length > 100)).toBe(true);
  });
});

describe('a document of several forms', () => {
  it('mixes portrait and landscape, and counts the pages of each form', async () => {
    const long = sampleSection(1, sampleAnswers(1, { indicators: 40 }));
    const { texts, sizesMm, outline } = await printed(
      sampleDocument([
        { ...long, orientation: 'landscape' },
        sampleSection(2, sampleAnswers(2)),
        sampleSection(3, sampleAnswers(3, { indicators: 60 })),
      ]),
    );
    const wide = sizesMm.filter((size) => size[0] === A4_WIDE[0]).length;
    expect(sizesMm.slice(0, wide).every((size) => size[1] === A4_WIDE[1])).toBe(true);
    expect(sizesMm.slice(wide).every((size) => size[0] === A4[0] && size[1] === A4[1])).toBe(true);
    expect(texts[0]).toContain(`第1页共${wide}页`);
    expect(texts[wide]).not.toContain('共');
    expect(texts[wide + 1]).toContain(`第1页共${texts.length - wide - 1}页`);
    expect(outline).toHaveLength(3);
  });

  it('is the same when the browser is used again', async () => {
    const document = sampleDocument([sampleSection(1, sampleAnswers(1))]);
    const other = sampleDocument([sampleSection(2, sampleAnswers(2, { goalLength: 2000 }))]);
    const first = await printed(document);
    await printed(other);
    expect((await printed(document)).texts).toEqual(first.texts);
  });
});

describe('the printer', () => {
  it('tells how far it is', async () => {
    const seen: Progress[] = [];
    const document = sampleDocument([1, 2, 3, 4].map((ordinal) => sampleSection(ordinal, sampleAnswers(ordinal))));
    await printer.print(document, { ...calm(), onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done }) => done)).toEqual([0, 2, 4]);
    expect(seen.every(({ total }) => total === 4)).toBe(true);
  });

  it('stops when told to, and prints again afterwards', async () => {
    const controller = new AbortController();
    const document = sampleDocument([sampleSection(1, sampleAnswers(1))]);
    const stopped = await printer.print(document, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(stopped).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect((await printer.print(document, calm())).ok).toBe(true);
  });

  it('removes its profile when it closes, also by itself after a while', async () => {
    const own = new ChromiumPrinter({ rendererDir: pages.folder, executable: testChromium(), idleMs: 50 });
    const before = profiles().length;
    await own.print(sampleDocument([sampleSection(1, sampleAnswers(1))]), calm());
    await expect.poll(() => profiles().length, { timeout: 10_000 }).toBe(before);
  });

  it('leaves no browser behind when the program is killed, and the next one sweeps its profile away', async () => {
    const program = fileURLToPath(new URL('../../../fixtures/paper/print-and-wait.ts', import.meta.url));
    const child = spawn(process.execPath, [program, pages.folder, testChromium()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('printed\n');
    const profile = `xiancai-print-${child.pid}-`;
    const browsers = () => processesWith(profile);
    expect(browsers().length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(browsers, { timeout: 10_000 }).toEqual([]);
    const next = new ChromiumPrinter({ rendererDir: pages.folder, executable: testChromium() });
    await next.print(sampleDocument([sampleSection(1, sampleAnswers(1))]), calm());
    await next.close();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(profile))).toEqual([]);
  });

  it('ends its browser where the page to print with is missing, which is a bug of the build', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-no-page-'));
    const before = processesWith(`xiancai-print-${process.pid}-`).length;
    const lost = new ChromiumPrinter({ rendererDir: folder, executable: testChromium() });
    await expect(lost.print(sampleDocument([]), calm())).rejects.toThrow();
    await expect.poll(() => processesWith(`xiancai-print-${process.pid}-`).length).toBe(before);
    rmSync(folder, { recursive: true });
  });

  it('ends a browser that is just starting when it is closed', async () => {
    const before = processesWith(`xiancai-print-${process.pid}-`).length;
    const own = new ChromiumPrinter({ rendererDir: pages.folder, executable: testChromium() });
    const printing = own.print(sampleDocument([sampleSection(1, sampleAnswers(1))]), calm());
    await expect.poll(() => processesWith(`xiancai-print-${process.pid}-`).length).toBeGreaterThan(before);
    await own.close();
    expect(await printing).toEqual({ ok: false, error: { kind: 'cancelled' } });
    await own.close();
    await expect.poll(() => processesWith(`xiancai-print-${process.pid}-`).length).toBe(before);
  });

  it('says so where there is no browser, or one that does not run', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'xiancai-no-browser-'));
    const broken = path.join(folder, 'chromium');
    writeFileSync(broken, 'not a program', { mode: 0o755 });
    for (const executable of [path.join(folder, 'absent'), broken]) {
      const none = new ChromiumPrinter({ rendererDir: pages.folder, executable });
      const result = await none.print(sampleDocument([]), calm());
      expect(result).toEqual({ ok: false, error: { kind: 'browserMissing' } });
    }
    rmSync(folder, { recursive: true });
    expect(existsSync(folder)).toBe(false);
  });
});
