import { parseTarget } from '../domain/target.ts';
import { isInitials, searchKey } from './rank.ts';
import { beginTarget, completeTarget, patternOf, type TargetPattern, wordsFor } from './target-pattern.ts';

/** A target that is offered. */
export interface OfferedTarget {
  readonly text: string;
  /** Where the caret stands in it: before the unit where the figure is still to come. */
  readonly caret: number;
  /** In how many forms it was written so; 0 for a usual way of writing. */
  readonly uses: number;
}

/** A target as it was written in forms. */
export interface UsedTarget {
  readonly text: string;
  readonly uses: number;
}

/** Signs as they are typed are those of the forms (`>=` finds `≥90%`). */
function targetKey(text: string): string {
  return searchKey(text).replace(/>=|=>/gu, '≥').replace(/<=|=</gu, '≤');
}

function fits(text: string, key: string, initialsOf: (text: string) => string): boolean {
  if (key === '' || targetKey(text).startsWith(key)) return true;
  const target = parseTarget(text);
  // A figure is found without its sign; words by any part, or first letters.
  if (target.kind === 'measure') return `${target.value}${searchKey(target.unit)}`.startsWith(key);
  return targetKey(text).includes(key) || (isInitials(key) && initialsOf(text).startsWith(key));
}

/**
 * What may be meant by a target that is being typed: the figure completed by the usual sign and unit, what forms wrote
 * for the same indicator, usual ways to write it. Nothing is offered that says only what was typed.
 * @param used as written in forms, most frequent first; years in words are those of the forms
 * @param patterns usual ways, best first
 */
export function rankTargets(
  typed: string,
  used: readonly UsedTarget[],
  patterns: readonly TargetPattern[],
  fiscalYear: number,
  initialsOf: (text: string) => string,
): OfferedTarget[] {
  const key = targetKey(typed);
  const offered = new Map<string, OfferedTarget>();
  const offer = (text: string, caret: number, uses: number) => {
    const known = offered.get(text);
    if (targetKey(text) === key || (known && known.uses >= uses)) return;
    offered.set(text, { text, caret, uses });
  };
  const known = [...used.map(({ text }) => patternOf(text)), ...patterns].filter((pattern) => pattern !== null);
  for (const pattern of known) {
    const completed = completeTarget(typed, pattern);
    if (completed !== undefined) offer(completed, completed.length, 0);
  }
  for (const { text, uses } of used) {
    const pattern = patternOf(text);
    // Words that name a year are offered with the form's own.
    const words = pattern?.form === 'words' ? wordsFor(pattern.words[0] ?? text, fiscalYear) : text;
    if (fits(words, key, initialsOf)) offer(words, words.length, uses);
  }
  for (const pattern of known) {
    if (pattern.form === 'figure') {
      const { text, caret } = beginTarget(pattern, fiscalYear);
      if (text !== '' && (key === '' || (pattern.operator !== null && pattern.operator === key))) offer(text, caret, 0);
      continue;
    }
    for (const words of pattern.words) {
      const text = wordsFor(words, fiscalYear);
      if (fits(text, key, initialsOf)) offer(text, text.length, 0);
    }
  }
  return [...offered.values()];
}
