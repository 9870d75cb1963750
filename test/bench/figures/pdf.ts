import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { inProject } from '../../../build/lib/project.mjs';
import { ChromiumPrinter } from '../../../electron/core/pdf/chromium-printer.ts';
import type { PaperDocument } from '../../../shared/paper/paper-document.ts';
import { pdfOptions } from '../../../shared/paper/print-options.ts';
import { type BenchContext, type Figure, timedByTurns } from '../figure.ts';
import type { Measurement } from '../measurement.ts';
import { noCancel } from '../support/call-context.ts';
import { chromiumFlags, requireChromium } from '../support/chromium.ts';
import { expectValue } from '../support/core.ts';
import { type FolderServer, serveBuiltPages } from '../support/folder-server.ts';
import { inventedBook, inventedPaper } from '../support/invented-forms.ts';

const FORMS = 100;
const WARM_ROUNDS = 5;
const COLD_ROUNDS = 3;
const TARGET_RATIO = 1.3;
const FINAL_PAGE = 'final.html';

function launch(): Promise<Browser> {
  return puppeteer.launch({ executablePath: requireChromium(), pipe: true, headless: true, args: [...chromiumFlags] });
}

/**
 * Lays the document out in the product's print page and takes the pages it makes: plain html with the paper's css and
 * fonts, without scripts.
 */
async function takeFinalHtml(server: FolderServer, paper: PaperDocument): Promise<string> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/print.html`);
    await page.waitForFunction('"layOutPaper" in window');
    await page.evaluate((document: unknown) => {
      return (globalThis as unknown as { layOutPaper(paper: unknown): Promise<number> }).layOutPaper(document);
    }, paper as unknown);
    await page.evaluate(() => {
      const unwanted = 'script, link[rel=modulepreload], meta[http-equiv]';
      for (const element of document.querySelectorAll(unwanted)) element.remove();
      // Styles that a script has put there are no part of the html.
      const style = document.createElement('style');
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      style.textContent = rules.map((rule) => rule.cssText).join('\n');
      document.head.append(style);
    });
    return await page.content();
  } finally {
    await browser.close();
  }
}

/** What any program has to do that prints html through Chromium: load it, wait for its fonts, print. */
async function barePrint(page: Page, server: FolderServer): Promise<Uint8Array> {
  await page.goto(`${server.origin}/${FINAL_PAGE}`);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  return await page.pdf({ ...pdfOptions, outline: true, tagged: true, timeout: 0 });
}

/** The number of pages of a pdf of Chromium's, whose page objects stand in it uncompressed. */
function pageCount(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  );
}

/** A pdf of 100 forms through the product's printer beside a bare Chromium print of the same final html. */
export const pdf: Figure = printing('pdf', `${FORMS} forms`, () => inventedPaper(FORMS));

/** The same of a disclosure book of more than 100 pages, with its contents. */
export const book: Figure = printing('book', `a book of ${FORMS} forms`, () => inventedBook(FORMS));

function printing(name: string, what: string, makePaper: () => PaperDocument): Figure {
  return { name, measure: (context) => measurePrinting(context, what, makePaper()) };
}

async function measurePrinting(
  context: BenchContext,
  document: string,
  paper: PaperDocument,
): Promise<readonly Measurement[]> {
  const server = await serveBuiltPages();
  const options = { rendererDir: inProject('dist', 'renderer'), executable: requireChromium() };
  const printer = new ChromiumPrinter(options);
  const browser = await launch();
  try {
    server.addPage(FINAL_PAGE, await takeFinalHtml(server, paper));
    const own = expectValue(await printer.print(paper, noCancel));
    const page = await browser.newPage();
    const bare = await barePrint(page, server);
    if (pageCount(own) === 0 || pageCount(own) !== pageCount(bare)) {
      throw new Error(`the product prints ${pageCount(own)} pages, Chromium ${pageCount(bare)}`);
    }
    context.note(
      `${document}, ${pageCount(own)} pages, ${Math.round(own.length / 1000)} kB; both with outline and tags`,
    );
    const warm = await timedByTurns(
      WARM_ROUNDS,
      async () => expectValue(await printer.print(paper, noCancel)),
      () => barePrint(page, server),
    );
    const cold = await timedByTurns(
      COLD_ROUNDS,
      async () => {
        await printer.close();
        expectValue(await printer.print(paper, noCancel));
      },
      async () => {
        const fresh = await launch();
        await barePrint(await fresh.newPage(), server);
        await fresh.close();
      },
    );
    const target = { kind: 'ratio', value: TARGET_RATIO } as const;
    return [
      {
        what: `lays out ${document} and prints it, browsers running`,
        unit: 'ms',
        values: warm.product,
        limit: { what: 'Chromium loads and prints the html', values: warm.limit },
        target,
      },
      {
        what: 'the same, starting the browser',
        unit: 'ms',
        values: cold.product,
        limit: { what: 'Chromium starts, loads, prints', values: cold.limit },
        target,
      },
    ];
  } finally {
    await printer.close();
    await browser.close();
    server.close();
  }
}
