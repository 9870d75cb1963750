import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { READER_LIMITS, type ReaderLimits } from '../../electron/core/readers/limits.ts';
import { readSource } from '../../electron/core/readers/read-source.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { GridRow } from '../../shared/grid/grid.ts';
import type { SourceDocument } from '../../shared/grid/source-document.ts';
import type { CallContext } from '../../shared/rpc/method.ts';
import { expectOk, temporaryFolder } from './workspaces.ts';

/** A context of a call that nobody cancels. */
export function quietContext(): CallContext {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** Reads bytes as a file of that name. */
export async function readBytesAs(
  name: string,
  bytes: Uint8Array | string,
  limits: ReaderLimits = READER_LIMITS,
): Promise<Result<SourceDocument, AppError>> {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return await readSource({ path: file, name }, quietContext(), limits);
}

/** The rows of a document that must have been read, all sheets together. */
export function rowsOf(result: Result<SourceDocument, AppError>): GridRow[] {
  return expectOk(result).sheets.flatMap((sheet) => sheet.rows);
}

/** Texts by row, the way a person would read them aloud. */
export function textsOf(rows: readonly GridRow[]): string[][] {
  return rows.map((row) => row.cells.map((cell) => cell.text));
}
