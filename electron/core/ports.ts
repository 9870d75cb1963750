import type { AppError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { PaperDocument } from '../../shared/paper/paper-document.ts';
import type { CallContext } from '../../shared/rpc/method.ts';

/**
 * Turns paper into pdf. Electron prints through its own web contents, browser mode and the command line through the
 * machine's Chromium; the core knows only this.
 * @returns the pdf's bytes; `browserMissing`, `cancelled` or another expected failure
 */
export type PdfPrinter = (document: PaperDocument, context: CallContext) => Promise<Result<Uint8Array, AppError>>;
