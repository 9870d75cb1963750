import type { AnswerRow } from '../domain/answers.ts';
import type { TableDefinition } from '../forms/definition.ts';
import { isWithinEdits, normaliseLabel } from '../grid/normalise.ts';
import type { KnownTable } from './known-subjects.ts';
import type { Subject } from './subject.ts';

/** What is said of the subject of a line. `name` is what the subject table calls its code. */
export type SubjectRemark =
  /** The subject table does not have the code. */
  | { readonly kind: 'unknown' }
  /** The line says a code only. */
  | { readonly kind: 'unnamed'; readonly name: string }
  /** The name, with white space inside. */
  | { readonly kind: 'spaced'; readonly name: string }
  /** The name but for one character, which cannot be meant. */
  | { readonly kind: 'slip'; readonly name: string }
  /** The name of other subjects: the code or the name is wrong. */
  | { readonly kind: 'otherSubject'; readonly name: string; readonly meant: readonly Subject[] }
  /** A name that the subject table does not have. */
  | { readonly kind: 'otherWording'; readonly name: string };

/** Shorter names are often one character apart: 水费 and 电费. */
const SHORTEST_SLIP = 4;

/**
 * True where a name differs by one character and means nothing else. A character in the place of another makes a
 * subject of its own (中等职业教育, 高等职业教育), which only a whole table would know; one too many or too few does not.
 */
function isSlip(own: string, name: string, isWholeTable: boolean): boolean {
  if (name.length < SHORTEST_SLIP) return false;
  return (isWholeTable || own.length !== name.length) && isWithinEdits(own, name, 1);
}

/** True for a longer or shorter form of a name: 其中：行政运行, 教育支出（类）, 社会保障和就业 for 社会保障和就业支出. */
function isFormOf(own: string, name: string): boolean {
  return own.includes(name) || (name.includes(own) && own.length * 2 >= name.length);
}

/** How a name stands to what the subject table calls its code; null where it is the same to a person. */
function nameRemark(own: string, name: string, { dictionary, tableYear }: KnownTable): SubjectRemark | null {
  if (own === name) return null;
  if (own === '') return { kind: 'unnamed', name };
  const [ownLabel, label] = [normaliseLabel(own), normaliseLabel(name)];
  // Either width of a bracket is right; the bureau's own table may have the other.
  if (ownLabel === label) return /\s/u.test(own) ? { kind: 'spaced', name } : null;
  const meant = dictionary.named(own);
  if (meant.length > 0) return { kind: 'otherSubject', name, meant };
  // Some documents say behind the name what level the subject is of.
  if (ownLabel.replace(/[类款项]$/u, '') === label) return null;
  if (isSlip(ownLabel, label, tableYear !== null)) return { kind: 'slip', name };
  return isFormOf(ownLabel, label) ? null : { kind: 'otherWording', name };
}

/**
 * Holds a line of a table against the subject table in force.
 * @returns null where there is nothing to say, also of a line without a code
 */
export function subjectRemark(
  { tree }: TableDefinition,
  row: AnswerRow,
  known: KnownTable | null,
): SubjectRemark | null {
  const code = (row[tree?.code ?? ''] ?? '').trim();
  if (!tree || known === null || code === '') return null;
  const name = known.dictionary.nameOf(code);
  if (name === undefined) return { kind: 'unknown' };
  return nameRemark((row[tree.name] ?? '').trim(), name, known);
}
