import type { z } from 'zod';
import { isInitials, matchStrength, searchKey } from '../../../shared/indicators/rank.ts';
import type { libraryFilterSchema, libraryPageSchema } from '../../../shared/rpc/library-types.ts';
import type { IndicatorQueries } from '../store/indicator-queries.ts';
import type { ShippedLibrary } from './shipped-library.ts';
import { fromStored } from './stored-indicator.ts';

/** A page of the library: what was used most comes first, what was never used comes last, in the shipped order. */
export function libraryPage(
  queries: IndicatorQueries,
  shipped: ShippedLibrary,
  filter: z.output<typeof libraryFilterSchema>,
): z.output<typeof libraryPageSchema> {
  const { fiscalYear, query, level2, field, source, offset, limit } = filter;
  const key = searchKey(query);
  const fields = shipped.fields.map((one) => one.field);
  const passing = shipped.candidates
    .filter(({ indicator, key: own, initials }) => {
      const isOfFilter = (level2 ?? indicator.level2) === indicator.level2;
      const isOfField = field === null || indicator.fields.includes(field);
      return isOfFilter && isOfField && (key === '' || matchStrength(own, initials, key) > 0);
    })
    .map(({ indicator }) => indicator);
  if (source === 'shipped') {
    const indicators = passing.slice(offset, offset + limit).map((indicator) => {
      const stored = queries.find(indicator.level2, searchKey(indicator.name));
      return stored ? fromStored(stored, shipped, fiscalYear) : indicator;
    });
    return { total: passing.length, fields, indicators };
  }
  const stored = queries.page(
    {
      key,
      isInitials: isInitials(key),
      category: level2,
      field,
      fromYear: source === 'own' ? fiscalYear : null,
      beforeYear: source === 'past' ? fiscalYear : null,
    },
    offset,
    limit,
  );
  const used = stored.indicators.map((one) => fromStored(one, shipped, fiscalYear));
  if (source !== null) return { total: stored.total, fields, indicators: used };
  const unused = passing.filter(({ level2: category, name }) => !queries.find(category, searchKey(name)));
  const from = Math.max(0, offset - stored.total);
  const rest = unused.slice(from, from + limit - used.length);
  return { total: stored.total + unused.length, fields, indicators: [...used, ...rest] };
}
