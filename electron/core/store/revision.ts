import { hash } from 'node:crypto';
import type { Answers } from '../../../shared/domain/answers.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a revision says, apart from who made it and when. */
export interface RevisionContent {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly fiscalYear: number;
  readonly answers: Answers;
}

/**
 * The names that a revision's content has behind one parent or another: SHA-256 (hex) over the canonical JSON
 * (RFC 8785) of content and parent, so that any two programs come to the same name for the same change.
 * @returns the name behind a parent; null for a first revision
 */
export function revisionNames(content: RevisionContent): (parent: string | null) => string {
  const { definitionId, definitionVersion, fiscalYear, answers } = content;
  // `parent` is the last of the sorted keys: the text before it is made once.
  const before = canonicalJson({ definitionId, definitionVersion, fiscalYear, answers }).slice(0, -1);
  return (parent) => hash('sha256', `${before},"parent":${JSON.stringify(parent)}}`);
}

/** True when both say the same, whatever the order of their fields. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
