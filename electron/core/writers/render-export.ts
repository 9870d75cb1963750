import type { Answers } from '../../../shared/domain/answers.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { PaperDocument } from '../../../shared/paper/paper-document.ts';
import type { ExportFormat } from '../../../shared/rpc/contract.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import type { PdfPrinter } from '../ports.ts';
import { writeGridJson } from './grid.ts';
import { writeHtml } from './html.ts';
import { writeRecordsJson } from './json.ts';

/** What a record hands out of itself; no internal state. */
export interface ExportedRecord {
  readonly id: string;
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/** Forms to write: as they go to paper, and as data. */
export interface ExportJob {
  readonly document: PaperDocument;
  readonly records: readonly ExportedRecord[];
  /** Names a cell for a person, by record and path. */
  locate(recordId: string, path: string): string;
}

/**
 * Turns forms into the bytes of one file.
 * @returns what the format objects to (`textTooLongForFormat`), what the printer says, or `cancelled`
 */
export async function renderExport(
  job: ExportJob,
  format: ExportFormat,
  printPdf: PdfPrinter,
  context: CallContext,
): Promise<Result<Uint8Array, AppError>> {
  if (context.signal.aborted) return err({ kind: 'cancelled' });
  switch (format) {
    case 'xlsx': {
      // Loaded when first needed: most sessions of the core never write a workbook.
      const { writeXlsx } = await import('./xlsx.ts');
      return await writeXlsx(job.document, job.locate, context);
    }
    case 'docx': {
      const { writeDocx } = await import('./docx.ts');
      return await writeDocx(job.document, context);
    }
    case 'pdf':
      return await printPdf(job.document, context);
    case 'html':
      return ok(toBytes(writeHtml(job.document)));
    case 'json':
      return ok(toBytes(writeRecordsJson(job.records)));
    case 'grid':
      return ok(toBytes(writeGridJson(job.document)));
  }
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
