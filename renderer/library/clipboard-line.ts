import type { LibraryIndicator } from '../../shared/indicators/library-indicator.ts';
import { wordsFor } from '../../shared/indicators/target-pattern.ts';
import { formatTsv } from '../sheet/clipboard-text.ts';

/**
 * An indicator as a row for the sheet or Excel: both categories, name, target. A target whose figure is still to come
 * is left out, so that nothing half-made is pasted.
 */
export function clipboardLine({ level1, level2, name, pattern }: LibraryIndicator, fiscalYear: number): string {
  const target = pattern?.form === 'words' ? wordsFor(pattern.words[0] ?? '', fiscalYear) : '';
  return formatTsv([[level1, level2, name, target]]);
}
