import type { Result } from '../../../shared/domain/result.ts';
import type { SourceDocument } from '../../../shared/grid/source-document.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReadContent } from './read-bytes.ts';

/** One file for the worker. The bytes are handed over, not copied. */
export interface ReadJob {
  readonly id: number;
  readonly name: string;
  readonly content: ReadContent;
  readonly limits: ReaderLimits;
}

/** The worker's answer; a document travels as JSON, which is several times faster than cloning its many cells. */
export interface ReadReply {
  readonly id: number;
  readonly result: Result<string, ReadFault>;
}

/** The document in a reply. Only our own worker writes it. */
export function parseReply(json: string): SourceDocument {
  return JSON.parse(json);
}
