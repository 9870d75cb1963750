import type { AppError } from '../../../shared/domain/app-error.ts';

/** Why a file from the browser could not be kept, from the error of the stream. */
export function describeWriteError(error: unknown, file: string): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'diskFull', target: file };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'readOnly', target: file };
    default:
      return { kind: 'fileUnreadable', file };
  }
}
