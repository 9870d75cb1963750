import { useMemo } from 'react';
import { useCall } from '../app/use-call.ts';
import type { FoundPlaces } from './record-table.tsx';

/** More than a person scrolls through; the list itself holds all that were found. */
const MAX_PLACES = 200;

/** Where in the year's forms the words of a query stand; null while nothing is searched for. */
export function useFoundPlaces(fiscalYear: number, query: string): FoundPlaces | null {
  const { value } = useCall('record.search', query === '' ? null : { fiscalYear, query, limit: MAX_PLACES });
  return useMemo(
    () => (query === '' ? null : new Map((value?.hits ?? []).map((hit) => [hit.id, hit]))),
    [query, value],
  );
}
