import { ok } from '../../../shared/domain/result.ts';
import type { CoreServices } from '../services.ts';
import type { GroupHandlers } from './groups.ts';

/** The form definitions this program knows. */
export function definitionHandlers({ definitions }: CoreServices): GroupHandlers<'definition'> {
  return {
    'definition.list': () =>
      ok(
        definitions.all.map(({ id, version, name, region, family, years }) => ({
          id,
          version,
          name,
          region,
          family,
          fromYear: years.from,
          toYear: years.to ?? null,
        })),
      ),
    'definition.get': ({ id }) => definitions.get(id),
  };
}
