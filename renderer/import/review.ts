import type { Answers } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { ImportAccept, ImportCandidate, ImportNote, PlacedText } from '../../shared/rpc/import-types.ts';
import { applyEdits, type Edit, isSameText, type LeftText, pathsOf } from './edits.ts';

/** What a person decides about the forms found in a document, before anything is saved. Pure. */

/** One found form with the decisions about it. */
export interface ReviewItem {
  /** Names it as long as one looks at the import, also when it is read again. */
  readonly id: number;
  /** Its number among the forms of the last reading. */
  readonly number: number;
  readonly candidate: ImportCandidate;
  readonly edits: readonly Edit[];
  /** The form's answers, with the edits. */
  readonly answers: Answers;
  readonly left: readonly LeftText[];
  /** Places that stand otherwise than without what was taught. */
  readonly taughtPaths: readonly string[];
  readonly isTicked: boolean;
  /** Takes the place of the matching record; otherwise it becomes a record of its own. */
  readonly isUpdate: boolean;
  readonly isConfirmed: boolean;
}

/** The decisions one begins with: new and changed forms are taken, equal ones are not. */
export function startItem(candidate: ImportCandidate, id: number, number = id): ReviewItem {
  return {
    id,
    number,
    candidate,
    edits: [],
    answers: candidate.answers,
    left: candidate.unplaced.map((text) => ({ ...text, placedAt: null, isLeftOut: false })),
    taughtPaths: [],
    isTicked: candidate.match.kind !== 'same',
    isUpdate: candidate.match.kind === 'update',
    isConfirmed: false,
  };
}

export function startReview(candidates: readonly ImportCandidate[]): readonly ReviewItem[] {
  return candidates.map((candidate, id) => startItem(candidate, id));
}

/** Texts of a form that still have no place. */
export function openTexts(item: ReviewItem): readonly LeftText[] {
  return item.left.filter(({ placedAt, isLeftOut }) => placedAt === null && !isLeftOut);
}

/** Guesses that nobody has put right yet. */
export function openNotes(item: ReviewItem): readonly ImportNote[] {
  const settled = item.edits.flatMap(pathsOf);
  return item.candidate.notes.filter(
    ({ path }) => path === '' || !settled.some((own) => own === path || own.startsWith(`${path}.`)),
  );
}

/** How many places of a form a person should look at: guesses and texts without a place; none once confirmed. */
export function uncertainCount(item: ReviewItem): number {
  if (item.isConfirmed) return 0;
  return openNotes(item).length + openTexts(item).length;
}

/** The items with one of them changed. */
export function changeItem(
  items: readonly ReviewItem[],
  id: number,
  change: (item: ReviewItem) => ReviewItem,
): readonly ReviewItem[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}

/** The item with these edits and no others. */
export function withEdits(item: ReviewItem, definition: FormDefinition, edits: readonly Edit[]): ReviewItem {
  return { ...item, edits, ...applyEdits(definition, item.candidate, edits) };
}

/** Makes one more edit; the item itself where it would do nothing. */
export function editItem(item: ReviewItem, definition: FormDefinition, edit: Edit): ReviewItem {
  const edited = withEdits(item, definition, [...item.edits, edit]);
  const isSame = JSON.stringify([edited.answers, edited.left]) === JSON.stringify([item.answers, item.left]);
  return isSame ? item : edited;
}

/** Takes the last edit back. */
export function undoEdit(item: ReviewItem, definition: FormDefinition): ReviewItem {
  return withEdits(item, definition, item.edits.slice(0, -1));
}

/** Takes back what was decided about a text without a place. */
export function reopenText(item: ReviewItem, definition: FormDefinition, text: PlacedText): ReviewItem {
  const index = item.edits.findLastIndex(
    (edit) => (edit.kind === 'place' || edit.kind === 'leave') && isSameText(edit.text, text),
  );
  return index < 0 ? item : withEdits(item, definition, item.edits.toSpliced(index, 1));
}

/** What is sent to be saved: the ticked forms. */
export function toAccept(items: readonly ReviewItem[]): ImportAccept[] {
  return items
    .filter(({ isTicked }) => isTicked)
    .map(({ candidate, answers, isUpdate }) => ({
      definitionId: candidate.definitionId,
      fiscalYear: candidate.fiscalYear,
      answers,
      replaces: isUpdate && candidate.match.kind === 'update' ? candidate.match.recordId : null,
    }));
}
