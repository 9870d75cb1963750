import type { WebContents } from 'electron';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { pdfOptions, printerPageOptions } from '../../shared/paper/print-options.ts';
import type { HostPdfPrinter } from '../shell/core-supervisor.ts';
import { withPaperWindow } from './paper-window.ts';

/** Prints the core's documents to pdf through Electron's own web contents. */
export const printPdf: HostPdfPrinter = (document) =>
  withPaperWindow(document, async (contents) => {
    const options = { ...pdfOptions, generateDocumentOutline: true, generateTaggedPDF: true };
    return ok(new Uint8Array(await contents.printToPDF(options)));
  });

/** How a person wants a document on the printer. */
interface PrinterChoice {
  readonly copies: number;
  readonly isDuplex: boolean;
}

/**
 * Prints a document on a printer of this machine; the system's dialog asks which.
 * @returns `printerMissing` when there is none, `cancelled` when the person closed the dialog
 */
export async function printOnPaper(document: unknown, choice: PrinterChoice): Promise<Result<unknown, AppError>> {
  return await withPaperWindow(document, async (contents) => {
    const printers = await contents.getPrintersAsync();
    if (printers.length === 0) return err({ kind: 'printerMissing' });
    return await sendToPrinter(contents, choice);
  });
}

function sendToPrinter(contents: WebContents, { copies, isDuplex }: PrinterChoice): Promise<Result<unknown, AppError>> {
  const { promise, resolve } = Promise.withResolvers<Result<unknown, AppError>>();
  const duplexMode = isDuplex ? 'longEdge' : 'simplex';
  contents.print({ ...printerPageOptions, copies, duplexMode, pageSize: 'A4' }, (isSent) => {
    resolve(isSent ? ok({}) : err({ kind: 'cancelled' }));
  });
  return promise;
}
