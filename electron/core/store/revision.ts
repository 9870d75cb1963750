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

/** The canonical JSON (RFC 8785) of a revision's content: the same text for the same content, and only for that. */
export function contentText({ definitionId, definitionVersion, fiscalYear, answers }: RevisionContent): string {
  return canonicalJson({ definitionId, definitionVersion, fiscalYear, answers });
}

/**
 * The name of a revision: SHA-256 (hex) over the canonical JSON of content and parent, so that any two programs come to
 * the same name for the same change.
 * @param text the content, see `contentText`
 * @param parent the revision before it; null for a first one
 */
export function revisionName(text: string, parent: string | null): string {
  // `parent` is the last of the sorted keys.
  return hash('sha256', `${text.slice(0, -1)},"parent":${JSON.stringify(parent)}}`);
}

/** True when both say the same, whatever the order of their fields. */
export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
