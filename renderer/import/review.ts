import type { Answers } from '../../shared/domain/answers.ts';
import { answerAt, tableRows, withField, withRows } from '../../shared/domain/answers.ts';
import { targetParts } from '../../shared/domain/target.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { columnOf, fieldOf, tableOf } from '../../shared/forms/shape.ts';
import type { ImportAccept, ImportCandidate, PlacedText } from '../../shared/rpc/import-types.ts';

/** What a person decides about the forms found in a document, before anything is saved. Pure. */

/** A text without a place, and what was decided about it. */
export interface LeftText extends PlacedText {
  /** Where it was put; null while it has no place. */
  readonly placedAt: string | null;
  /** The person has decided to leave it out. */
  readonly isLeftOut: boolean;
}

/** One found form with the decisions about it. */
export interface ReviewItem {
  /** Its number among the found forms; names it. */
  readonly id: number;
  readonly candidate: ImportCandidate;
  /** The form's answers, with the texts that were put into it. */
  readonly answers: Answers;
  readonly left: readonly LeftText[];
  readonly isTicked: boolean;
  /** Takes the place of the matching record; otherwise it becomes a record of its own. */
  readonly isUpdate: boolean;
  readonly isConfirmed: boolean;
}

/** The decisions one begins with: new and changed forms are taken, equal ones are not. */
export function startReview(candidates: readonly ImportCandidate[]): readonly ReviewItem[] {
  return candidates.map((candidate, id) => ({
    id,
    candidate,
    answers: candidate.answers,
    left: candidate.unplaced.map((text) => ({ ...text, placedAt: null, isLeftOut: false })),
    isTicked: candidate.match.kind !== 'same',
    isUpdate: candidate.match.kind === 'update',
    isConfirmed: false,
  }));
}

/** Texts of a form that still have no place. */
export function openTexts(item: ReviewItem): readonly LeftText[] {
  return item.left.filter(({ placedAt, isLeftOut }) => placedAt === null && !isLeftOut);
}

/** How many places of a form a person should look at: guesses and texts without a place; none once confirmed. */
export function uncertainCount(item: ReviewItem): number {
  if (item.isConfirmed) return 0;
  return item.candidate.notes.length + openTexts(item).length;
}

/** The items with one of them changed. */
export function changeItem(
  items: readonly ReviewItem[],
  id: number,
  change: (item: ReviewItem) => ReviewItem,
): readonly ReviewItem[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}

/** Answers with one text set at a path of a field or of a cell of a row there is; unchanged where there is none. */
function withText(definition: FormDefinition, answers: Answers, path: string, text: string): Answers {
  if (fieldOf(definition, path)) return withField(answers, path, text);
  const [tableId = '', index = '', columnId = ''] = path.split('.');
  const table = tableOf(definition, tableId);
  const column = table && columnOf(table, columnId);
  const rows = tableRows(answers, tableId);
  if (!column || !rows[Number(index)]) return answers;
  const texts = { [columnId]: text, ...(column.type === 'target' ? targetParts(text) : {}) };
  return withRows(
    answers,
    tableId,
    rows.map((row, at) => (at === Number(index) ? { ...row, ...texts } : row)),
  );
}

/** Whether a text can be put at a path. */
export function canPlaceAt(definition: FormDefinition, answers: Answers, path: string): boolean {
  return withText(definition, answers, path, `${answerAt(answers, path)}x`) !== answers;
}

/** Puts a text without a place into the form, in place of what stands there or after it on a line of its own. */
export function placeText(
  item: ReviewItem,
  definition: FormDefinition,
  index: number,
  path: string,
  way: 'append' | 'replace',
): ReviewItem {
  const left = item.left[index];
  if (!left || !canPlaceAt(definition, item.answers, path)) return item;
  const present = answerAt(item.answers, path);
  const text = way === 'append' && present !== '' ? `${present}\n${left.text}` : left.text;
  return {
    ...item,
    answers: withText(definition, item.answers, path, text),
    left: item.left.map((each, at) => (at === index ? { ...each, placedAt: path, isLeftOut: false } : each)),
  };
}

/** Takes all texts that were put at a path out again: it holds what the document said. */
export function takeTextBack(item: ReviewItem, definition: FormDefinition, path: string): ReviewItem {
  const original = answerAt(item.candidate.answers, path);
  return {
    ...item,
    answers: withText(definition, item.answers, path, original),
    left: item.left.map((each) => (each.placedAt === path ? { ...each, placedAt: null } : each)),
  };
}

/** Leaves a text out on purpose, or not. */
export function leaveText(item: ReviewItem, index: number, isLeftOut: boolean): ReviewItem {
  return { ...item, left: item.left.map((each, at) => (at === index ? { ...each, isLeftOut } : each)) };
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

/** How many forms stay out because the workspace has them already. */
export function sameCount(items: readonly ReviewItem[]): number {
  return items.filter(({ candidate, isTicked }) => candidate.match.kind === 'same' && !isTicked).length;
}
