import { randomBytes } from 'node:crypto';
import process from 'node:process';
import type { AppError } from '../../shared/domain/app-error.ts';

/** Writes a bug of a host to standard error, once, under an id; what comes back names that id to the person. */
export function reportBug(error: unknown): Extract<AppError, { kind: 'internal' }> {
  const id = randomBytes(4).toString('hex');
  process.stderr.write(`${id} ${error instanceof Error ? error.stack : String(error)}\n`);
  return { kind: 'internal', id };
}
