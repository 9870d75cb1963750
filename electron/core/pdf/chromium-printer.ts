import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { PaperDocument } from '../../../shared/paper/paper-document.ts';
import { type PrintPage, pdfOptions } from '../../../shared/paper/print-options.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import type { PdfPrinter } from '../ports.ts';
import { findChromium } from './find-chromium.ts';
import { PRINT_ORIGIN, readPrintFile } from './print-files.ts';
import { makeProfile, removeProfile } from './profile-folder.ts';

/** A browser that is not needed any more is closed after this long; starting one takes about a second. */
const IDLE_MS = 30_000;

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-translate',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  // Whatever should slip past the interception finds no host.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export interface ChromiumPrinterOptions {
  /** The built pages (`dist/renderer`), absolute. */
  readonly rendererDir: string;
  readonly idleMs?: number;
  /** The browser to use; default: the machine's (`findChromium`). */
  readonly executable?: string;
}

interface Session {
  readonly browser: Browser;
  readonly page: Page;
  readonly profile: string;
}

/** Starts a browser; undefined where it is there but does not run (a foreign architecture, a broken installation). */
async function launch(executablePath: string, userDataDir: string): Promise<Browser | undefined> {
  try {
    return await puppeteer.launch({
      executablePath,
      userDataDir,
      // Over a pipe the browser ends by itself when we do, however we ended.
      pipe: true,
      headless: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    });
  } catch {
    return undefined;
  }
}

/** Ends a browser, by force where it does not listen any more, and removes its profile. */
async function end({ browser, profile }: Pick<Session, 'browser' | 'profile'>): Promise<void> {
  await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
  removeProfile(profile);
}

/** Prints through the machine's own Chromium, without a window and without any network. */
export class ChromiumPrinter {
  private readonly options: ChromiumPrinterOptions;
  private session: Session | undefined;
  /** How often `close` was called: a print that lost its browser by it was cancelled. */
  private closings = 0;
  private opening: Promise<Session | undefined> | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  /** Prints come one after the other: there is one page. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: ChromiumPrinterOptions) {
    this.options = options;
  }

  /** A pdf of the document. Errors: `browserMissing`, `cancelled`. */
  readonly print: PdfPrinter = (document, context) => {
    const turn = this.last.then(() => this.printNow(document, context));
    this.last = turn.catch(() => undefined);
    return turn;
  };

  /** Ends the browser and removes its profile; a print under way is cancelled. A later print starts a new one. */
  async close(): Promise<void> {
    this.closings += 1;
    await this.endSession();
  }

  private async endSession(): Promise<void> {
    clearTimeout(this.idleTimer);
    const session = this.session ?? (await this.opening?.catch(() => undefined));
    this.session = undefined;
    if (!session) return;
    await end(session);
  }

  private async printNow(document: PaperDocument, context: CallContext): Promise<Result<Uint8Array, AppError>> {
    if (context.signal.aborted) return err({ kind: 'cancelled' });
    clearTimeout(this.idleTimer);
    const abort = (): void => void this.close();
    context.signal.addEventListener('abort', abort);
    const { closings } = this;
    const isReused = this.session !== undefined;
    try {
      const first = await this.attempt(document, context);
      if (first !== 'lost') return first;
      if (this.closings !== closings) return err({ kind: 'cancelled' });
      // A browser that sat idle may have been closed by someone else; a fresh one must work.
      const second = isReused ? await this.attempt(document, context) : first;
      if (second !== 'lost') return second;
      return err({ kind: this.closings === closings ? 'browserMissing' : 'cancelled' });
    } finally {
      context.signal.removeEventListener('abort', abort);
      this.closeWhenIdle();
    }
  }

  /** `lost` where the browser does not start or goes away. */
  private async attempt(document: PaperDocument, context: CallContext): Promise<Result<Uint8Array, AppError> | 'lost'> {
    const session = this.session ?? (await this.openOnce());
    if (session === undefined) return err({ kind: 'browserMissing' });
    this.session = session;
    const total = document.sections.length;
    try {
      context.onProgress({ done: 0, total, label: document.title });
      await session.page.evaluate(
        (paper) => (globalThis as unknown as PrintPage).layOutPaper(paper as PaperDocument),
        document as unknown,
      );
      context.onProgress({ done: Math.floor(total / 2), total, label: document.title });
      const pdf = await session.page.pdf({ ...pdfOptions, outline: true, tagged: true, timeout: 0 });
      context.onProgress({ done: total, total, label: document.title });
      return ok(pdf);
    } catch (error) {
      const isLost = !session.browser.connected || session.page.isClosed() || this.session !== session;
      if (!isLost) throw error;
      await this.endSession();
      return 'lost';
    }
  }

  /** Keeps the browser that is being started known, so that `close` can end it too. */
  private async openOnce(): Promise<Session | undefined> {
    this.opening = this.open();
    try {
      return await this.opening;
    } finally {
      this.opening = undefined;
    }
  }

  private async open(): Promise<Session | undefined> {
    const executablePath = this.options.executable ?? findChromium();
    if (executablePath === undefined) return undefined;
    const profile = makeProfile();
    const browser = await launch(executablePath, profile);
    if (browser === undefined) {
      removeProfile(profile);
      return undefined;
    }
    try {
      const [page = await browser.newPage()] = await browser.pages();
      await page.setRequestInterception(true);
      page.on('request', (request) => void this.answer(request));
      await page.goto(`${PRINT_ORIGIN}/print.html`);
      return { browser, page, profile };
    } catch (error) {
      await end({ browser, profile });
      throw error;
    }
  }

  private async answer(request: HTTPRequest): Promise<void> {
    const isOwnPage = request.url() === `${PRINT_ORIGIN}/print.html`;
    const mayLoad = request.method() === 'GET' && (isOwnPage || !request.isNavigationRequest());
    const file = mayLoad ? await readPrintFile(this.options.rendererDir, request.url()) : undefined;
    try {
      if (file) await request.respond({ status: 200, contentType: file.contentType, body: file.body });
      else await request.abort('accessdenied');
    } catch {
      // The page went away meanwhile; nobody waits for the answer.
    }
  }

  private closeWhenIdle(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => void this.close(), this.options.idleMs ?? IDLE_MS);
    // An idle browser must not keep a finished command alive.
    this.idleTimer.unref();
  }
}
