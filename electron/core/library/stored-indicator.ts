import type { IndicatorSource, LibraryIndicator } from '../../../shared/indicators/library-indicator.ts';
import { outerCategory } from '../../../shared/indicators/standard-category.ts';
import { kindOfPattern, patternOf } from '../../../shared/indicators/target-pattern.ts';
import type { StoredIndicator } from '../store/indicator-queries.ts';
import type { ShippedLibrary } from './shipped-library.ts';

/** An indicator of the workspace's forms as the library shows it, seen from a year. */
export function fromStored(stored: StoredIndicator, shipped: ShippedLibrary, fiscalYear: number): LibraryIndicator {
  const { category, key, name, uses, oldestYear, newestYear, target, fields } = stored;
  const twin = shipped.find(category, key);
  const pattern = patternOf(target) ?? twin?.pattern ?? null;
  const sources: IndicatorSource[] = [];
  if (newestYear >= fiscalYear) sources.push('own');
  if (oldestYear < fiscalYear) sources.push('past');
  if (twin) sources.push('shipped');
  return {
    level1: outerCategory(category),
    level2: category,
    name,
    kind: pattern === null ? null : kindOfPattern(pattern),
    pattern,
    fields: [...new Set([...fields, ...(twin?.fields ?? [])])],
    uses,
    sources,
  };
}
