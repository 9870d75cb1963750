import type { AppError } from '../../../shared/domain/app-error.ts';
import type { ReaderLimits } from './limits.ts';

/** Why a file could not be read, as the parts of a reader know it: without the file's name. */
export type ReadFault =
  | {
      readonly kind:
        | 'empty'
        | 'damaged'
        | 'encrypted'
        | 'expandsTooMuch'
        | 'tooWide'
        | 'tooLong'
        | 'typeUnknown'
        | 'oldWord';
    }
  | { readonly kind: 'typeMismatch'; readonly actual: string };

/** The failure for a person, naming the file. */
export function describeFault(fault: ReadFault, file: string, limits: ReaderLimits): AppError {
  switch (fault.kind) {
    case 'empty':
      return { kind: 'fileEmpty', file };
    case 'damaged':
      return { kind: 'fileDamaged', file };
    case 'encrypted':
      return { kind: 'fileEncrypted', file };
    case 'expandsTooMuch':
      return { kind: 'fileExpandsTooMuch', file };
    case 'tooWide':
      return { kind: 'fileTooWide', file, limitColumns: limits.columns };
    case 'tooLong':
      return { kind: 'fileTooLong', file, limitRows: limits.rows };
    case 'typeUnknown':
      return { kind: 'fileTypeUnknown', file };
    case 'oldWord':
      return { kind: 'fileOldWord', file };
    case 'typeMismatch':
      return { kind: 'fileTypeMismatch', file, actual: fault.actual };
  }
}
