import type { PaperDocument } from './paper-document.ts';

/** What `print.html` offers on its `window` to whoever prints it. */
export interface PrintPage {
  /**
   * Lays a document out, ready to be printed; an earlier one is replaced.
   * @returns the number of pages
   */
  layOutPaper(document: PaperDocument): Promise<number>;
}

/**
 * How a browser prints pages of paper: puppeteer's `page.pdf` and Electron's `webContents.printToPDF` both take these.
 * The sizes and margins are those of the pages' own css (`preferCSSPageSize`).
 *
 * To print from Electron: load `dist/renderer/print.html` into a hidden window without node integration, wait for
 * `did-finish-load`, call `executeJavaScript('window.layOutPaper(' + JSON.stringify(document) + ')')` (its promise is
 * fulfilled with the number of pages once they are laid out), then `printToPDF({ ...pdfOptions,
 * generateDocumentOutline: true, generateTaggedPDF: true })`, or `webContents.print` with `printerPageOptions`.
 */
export const pdfOptions = { preferCSSPageSize: true, printBackground: true, scale: 1 } as const;

/** For `webContents.print`: nothing may be added around the pages. */
export const printerPageOptions = { printBackground: true, margins: { marginType: 'none' }, scaleFactor: 100 } as const;
