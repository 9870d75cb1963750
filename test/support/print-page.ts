import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import rendererConfig from '../../build/vite.renderer.config.ts';
import { findChromium } from '../../electron/core/pdf/find-chromium.ts';
import { PRINT_ORIGIN, readPrintFile } from '../../electron/core/pdf/print-files.ts';

/** The browser that tests run in. */
export function testChromium(): string {
  const executable = process.env.CHROMIUM_PATH ?? findChromium();
  if (executable === undefined) throw new Error('No Chromium on this machine; npm test installs one');
  return executable;
}

/** A page of the project built from the sources as they are. */
export interface BuiltPage {
  /** Where it is; for `readPrintFile` and the printer. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

async function buildPage(file: URL): Promise<BuiltPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xiancai-page-'));
  const input = fileURLToPath(file);
  await build({
    ...rendererConfig,
    configFile: false,
    logLevel: 'error',
    root: path.dirname(input),
    build: { ...rendererConfig.build, outDir: folder, rolldownOptions: { input } },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The page that prints. */
export function buildPrintPage(): Promise<BuiltPage> {
  return buildPage(new URL('../../renderer/print.html', import.meta.url));
}

/** A page that shows live paper, as the wizard does. */
export function buildLivePage(): Promise<BuiltPage> {
  return buildPage(new URL('../fixtures/paper/live.html', import.meta.url));
}

/** A browser with a built page open. */
export interface OpenPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a built page as the printer does, without any network. */
export async function openPage({ folder }: BuiltPage, name: string): Promise<OpenPage> {
  const browser = await puppeteer.launch({
    executablePath: testChromium(),
    pipe: true,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = async () => {
      const file = await readPrintFile(folder, request.url());
      if (file) await request.respond({ status: 200, contentType: file.contentType, body: file.body });
      else await request.abort('accessdenied');
    };
    void answer();
  });
  await page.goto(`${PRINT_ORIGIN}/${name}`);
  return { page, close: () => browser.close() };
}
