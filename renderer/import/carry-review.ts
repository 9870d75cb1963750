import { compareAnswers } from '../../shared/forms/compare-answers.ts';
import type { ImportCandidate } from '../../shared/rpc/import-types.ts';
import { isSameText } from './edits.ts';
import { type ReviewItem, startItem, withEdits } from './review.ts';
import type { Definitions } from './use-import.ts';

/** Tells a found form from the others of an import. */
const originOf = ({ origin }: ImportCandidate): string => `${origin.source} ${origin.row}`;

/**
 * The places at which the second reading of a form says something else, or says it without guessing; for a row that
 * went, where it stood. Texts that are no longer without a place count where nothing else shows for it.
 */
function improvedPaths(definitions: Definitions, before: ImportCandidate, after: ImportCandidate): readonly string[] {
  const definition = definitions.get(after.definitionId);
  if (!definition || before.definitionId !== after.definitionId) return [''];
  const changed = compareAnswers(definition, before.answers, after.answers).map(
    ({ oldPath, newPath }) => newPath ?? oldPath ?? '',
  );
  const guesses = new Set(after.notes.map(({ path, message }) => `${path} ${message}`));
  const certain = before.notes
    .filter(({ path, message }) => !guesses.has(`${path} ${message}`))
    .map(({ path }) => path);
  const paths = [...new Set([...changed, ...certain])];
  if (paths.length > 0) return paths;
  return before.unplaced.filter((text) => !after.unplaced.some((left) => isSameText(left, text))).map(() => '');
}

/**
 * Decisions about forms that were read again, knowing more. What was decided and put right stays; a confirmed form
 * stays as the person has seen it; forms found for the first time come as they are.
 * @param untaught the forms as they were read without anything taught
 */
export function carryReview(
  definitions: Definitions,
  items: readonly ReviewItem[],
  records: readonly ImportCandidate[],
  untaught: readonly ImportCandidate[],
): readonly ReviewItem[] {
  const known = new Map(items.map((item) => [originOf(item.candidate), item]));
  const plain = new Map(untaught.map((candidate) => [originOf(candidate), candidate]));
  let nextId = Math.max(-1, ...items.map(({ id }) => id)) + 1;
  return records.map((candidate, number): ReviewItem => {
    const origin = originOf(candidate);
    const item = known.get(origin);
    const definition = definitions.get(candidate.definitionId);
    if (!item || !definition) {
      const fresh = startItem(candidate, nextId, number);
      nextId += 1;
      return fresh;
    }
    if (item.isConfirmed) return { ...item, number };
    const before = plain.get(origin);
    const taughtPaths = before ? improvedPaths(definitions, before, candidate) : [];
    const isUpdate =
      candidate.match.kind === item.candidate.match.kind ? item.isUpdate : candidate.match.kind === 'update';
    return withEdits({ ...item, candidate, number, taughtPaths, isUpdate }, definition, item.edits);
  });
}

/** What a lesson did to other forms than the one it was taught at. */
export interface Effect {
  readonly forms: number;
  readonly places: number;
}

/** How many places of how many other forms are read otherwise than before; a form newly found counts as one place. */
export function effectOf(
  definitions: Definitions,
  before: readonly ReviewItem[],
  after: readonly ReviewItem[],
  taughtAt: number,
): Effect {
  const earlier = new Map(before.map((item) => [item.id, item]));
  const counts = after
    .filter(({ id }) => id !== taughtAt)
    .map((item) => {
      const own = earlier.get(item.id);
      return own ? improvedPaths(definitions, own.candidate, item.candidate).length : 1;
    })
    .filter((count) => count > 0);
  return { forms: counts.length, places: counts.reduce((sum, count) => sum + count, 0) };
}
