import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Answers } from '../../../shared/domain/answers.ts';

/** What a revision says, apart from who made it and when. */
export interface RevisionContent {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/**
 * The revision's name: SHA-256 (hex) over the canonical JSON (RFC 8785) of its content and its parent, so that any
 * two programs come to the same name for the same change.
 */
export function revisionId(content: RevisionContent, parent: string | null): string {
  const { definitionId, definitionVersion, fiscalYear, answers } = content;
  const text = canonicalize({ definitionId, definitionVersion, fiscalYear, answers, parent });
  if (text === undefined) throw new Error('A revision has no canonical JSON');
  return createHash('sha256').update(text).digest('hex');
}

/** True when both say the same, whatever the order of their fields. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalize(a) === canonicalize(b);
}
