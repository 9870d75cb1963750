import { open, stat } from 'node:fs/promises';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { SourceDocument } from '../../../shared/grid/source-document.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import { describeFault } from './fault.ts';
import { READER_LIMITS, type ReaderLimits } from './limits.ts';
import { prepareReader, readInWorker } from './reader-worker.ts';
import { sniff, sniffText } from './sniff.ts';
import { readText } from './text.ts';

/** A file on disk, or text that was pasted; `name` is what people know it by. */
export type SourceInput =
  | { readonly path: string; readonly name: string }
  | { readonly text: string; readonly name: string };

/** Plain text up to this size is read at once: it takes milliseconds and time linear in its length. */
const SMALL_BYTES = 2 * 1024 * 1024;
const BYTES_PER_MB = 1024 * 1024;
const TEXT_NAME = /\.(txt|tsv|csv)$/iu;

/**
 * Reads a foreign file or pasted text into rows of text cells. Nothing in it is executed, computed or fetched; what
 * is not plain text is read in a worker with a memory and a time limit.
 * @returns the document, or one expected failure that names the file
 */
export async function readSource(
  input: SourceInput,
  context: Pick<CallContext, 'signal'>,
  limits: ReaderLimits = READER_LIMITS,
): Promise<Result<SourceDocument, AppError>> {
  const { name } = input;
  if ('text' in input) {
    if (input.text.trim() === '') return err({ kind: 'fileEmpty', file: name });
    const isSmall = input.text.length <= SMALL_BYTES;
    if (isSmall && sniffText(input.text).kind === 'text') return readPlain(input.text, name, limits);
    return await readInWorker({ text: input.text }, name, limits, context.signal);
  }
  if (!TEXT_NAME.test(name)) prepareReader();
  const bytes = await fetchBytes(input.path, name, limits);
  if (!bytes.ok) return bytes;
  if (context.signal.aborted) return err({ kind: 'cancelled' });
  if (bytes.value.length <= SMALL_BYTES && TEXT_NAME.test(name)) {
    const source = sniff(bytes.value);
    if (source.kind === 'text') return readPlain(source.text, name, limits);
  }
  return await readInWorker({ bytes: bytes.value }, name, limits, context.signal);
}

function readPlain(text: string, name: string, limits: ReaderLimits): Result<SourceDocument, AppError> {
  const sheet = readText(text, limits);
  if (!sheet.ok) return err(describeFault(sheet.error, name, limits));
  return sheet.value.rows.length === 0 ? err({ kind: 'fileEmpty', file: name }) : ok({ sheets: [sheet.value] });
}

/** The file's bytes; a file over the limit is refused by its size, unread. */
async function fetchBytes(
  path: string,
  name: string,
  limits: ReaderLimits,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  try {
    // Looked at before it is opened: opening a pipe would wait for a writer.
    const stats = await stat(path);
    if (!stats.isFile()) return err({ kind: 'fileUnreadable', file: name });
    if (stats.size > limits.fileBytes) {
      return err({ kind: 'fileTooLarge', file: name, limitMb: Math.floor(limits.fileBytes / BYTES_PER_MB) });
    }
    await using file = await open(path, 'r');
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length === 0) return err({ kind: 'fileEmpty', file: name });
    return ok(bytes.subarray(0, length));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return err({ kind: 'fileUnreadable', file: name });
    throw error;
  }
}
