import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import type { OfferedTarget } from '../../shared/indicators/rank-targets.ts';
import { beginTarget, type TargetPattern } from '../../shared/indicators/target-pattern.ts';
import { words } from './words.ts';

/** A line of the list of suggestions. */
export type Suggestion =
  | { readonly kind: 'indicator'; readonly indicator: LibraryIndicator }
  | { readonly kind: 'target'; readonly target: OfferedTarget };

/** What a line says: the text that would be taken, and in small what one should know of it. */
export interface SuggestionLine {
  readonly text: string;
  readonly notes: readonly string[];
}

/** A pattern for people: `≥…%`, or its words. */
export function patternText(pattern: TargetPattern, fiscalYear: number): string {
  const { text, caret } = beginTarget(pattern, fiscalYear);
  return pattern.form === 'words' ? text : `${text.slice(0, caret)}…${text.slice(caret)}`;
}

/** Where an indicator comes from and how often it was used, the nearest source only. */
export function originText({ sources, uses }: LibraryIndicator): string {
  if (sources.includes('own')) return words.usedHere(uses);
  return sources.includes('past') ? words.usedBefore(uses) : words.shipped;
}

/**
 * The line of a suggestion.
 * @param level2 standard category of the row; another one is named
 */
export function suggestionLine(suggestion: Suggestion, level2: string, fiscalYear: number): SuggestionLine {
  if (suggestion.kind === 'target') {
    const { text, caret, uses } = suggestion.target;
    const isOpen = caret < text.length;
    return {
      text: isOpen ? `${text.slice(0, caret)}…${text.slice(caret)}` : text,
      notes: [uses > 0 ? words.usedTimes(uses) : words.usualTarget],
    };
  }
  const { indicator } = suggestion;
  const { pattern } = indicator;
  return {
    text: indicator.name,
    notes: [
      ...(indicator.level2 === level2 ? [] : [indicator.level2]),
      ...(pattern === null ? [] : [patternText(pattern, fiscalYear)]),
      originText(indicator),
    ],
  };
}
