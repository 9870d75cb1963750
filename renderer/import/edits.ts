import type { Answers } from '../../shared/domain/answers.ts';
import { answerAt } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import { withAnswer } from '../../shared/forms/set-answer.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import type { ImportCandidate, PlacedText } from '../../shared/rpc/import-types.ts';

/**
 * What a person puts right in a found form, one thing at a time. Edits say what they mean by texts and places, so that
 * they can be done again when the form has been read anew; one that no longer applies does nothing.
 */
export type Edit =
  /** A text without a place goes into the form: in place of what stands there, or after it on a line of its own. */
  | { readonly kind: 'place'; readonly text: PlacedText; readonly path: string; readonly way: 'append' | 'replace' }
  /** A text without a place is left out on purpose. */
  | { readonly kind: 'leave'; readonly text: PlacedText }
  /** A text goes to another cell; what stands there comes in exchange. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly text: string }
  /** A cell is emptied; its text is then without a place. */
  | { readonly kind: 'clear'; readonly path: string; readonly text: string };

/** A text without a place, and what was decided about it. */
export interface LeftText extends PlacedText {
  /** Where it was put; null while it has no place. */
  readonly placedAt: string | null;
  /** The person has decided to leave it out. */
  readonly isLeftOut: boolean;
}

/** A found form as it is with its edits. */
export interface EditedForm {
  readonly answers: Answers;
  readonly left: readonly LeftText[];
}

/** Answers with a text set at a path, in the form's shape; undefined where the form has no such place. */
function withText(definition: FormDefinition, answers: Answers, path: string, text: string): Answers | undefined {
  const next = withAnswer(definition, answers, path, text);
  return next && shapeAnswers(definition, next);
}

/** Whether a text can stand at a path; the row after the last one of a table is such a place. */
export function canPlaceAt(definition: FormDefinition, answers: Answers, path: string): boolean {
  return withAnswer(definition, answers, path, '') !== undefined;
}

export function isSameText(a: PlacedText, b: PlacedText): boolean {
  return a.text === b.text && a.place === b.place;
}

const open = (text: PlacedText): LeftText => ({ ...text, placedAt: null, isLeftOut: false });

/** The first text like this that is still open gets other facts. */
function settle(left: readonly LeftText[], text: PlacedText, facts: Partial<LeftText>): readonly LeftText[] {
  const index = left.findIndex((each) => each.placedAt === null && !each.isLeftOut && isSameText(each, text));
  return left.map((each, at) => (at === index ? { ...each, ...facts } : each));
}

const hasOpen = (left: readonly LeftText[], text: PlacedText): boolean =>
  left.some((each) => each.placedAt === null && !each.isLeftOut && isSameText(each, text));

function applyEdit(definition: FormDefinition, form: EditedForm, edit: Edit): EditedForm {
  const { answers, left } = form;
  switch (edit.kind) {
    case 'leave':
      return { answers, left: settle(left, edit.text, { isLeftOut: true }) };
    case 'place': {
      const { path, text, way } = edit;
      if (!hasOpen(left, text)) return form;
      const present = answerAt(answers, path);
      const isAppended = way === 'append' && present !== '';
      const next = withText(definition, answers, path, isAppended ? `${present}\n${text.text}` : text.text);
      if (!next) return form;
      const replaced = isAppended || present === '' ? [] : [open(displaced(definition, path, present))];
      return { answers: next, left: [...settle(left, text, { placedAt: path }), ...replaced] };
    }
    case 'move': {
      const { from, to, text } = edit;
      if (from === to || answerAt(answers, from) !== text) return form;
      const other = answerAt(answers, to);
      const there = withText(definition, answers, to, text);
      const next = there && withText(definition, there, from, other);
      return next ? { answers: next, left } : form;
    }
    case 'clear': {
      const { path, text } = edit;
      if (text === '' || answerAt(answers, path) !== text) return form;
      const next = withText(definition, answers, path, '');
      return next ? { answers: next, left: [...left, open(displaced(definition, path, text))] } : form;
    }
  }
}

/** A text that had to leave its cell; nothing of the document disappears. */
function displaced(definition: FormDefinition, path: string, text: string): PlacedText {
  return { text, place: placeName(definition, path) };
}

/** A found form with its edits, in the order they were made. */
export function applyEdits(definition: FormDefinition, candidate: ImportCandidate, edits: readonly Edit[]): EditedForm {
  const start: EditedForm = { answers: candidate.answers, left: candidate.unplaced.map(open) };
  return edits.reduce((form, edit) => applyEdit(definition, form, edit), start);
}

/** The places an edit has settled. */
export function pathsOf(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'place':
    case 'clear':
      return [edit.path];
    case 'move':
      return [edit.from, edit.to];
    case 'leave':
      return [];
  }
}
