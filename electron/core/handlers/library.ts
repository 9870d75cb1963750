import { ok } from '../../../shared/domain/result.ts';
import type { CoreServices } from '../services.ts';
import type { GroupHandlers } from './groups.ts';

/** The indicator library: suggestions while typing, browsing, where an indicator is used. */
export function libraryHandlers({ library }: CoreServices): GroupHandlers<'library'> {
  return {
    'library.suggest': async (input) => {
      const found = await library.suggest(input);
      return found.ok ? ok({ indicators: found.value }) : found;
    },
    'library.suggestTarget': async (input) => {
      const found = await library.suggestTarget(input);
      return found.ok ? ok({ targets: found.value }) : found;
    },
    'library.list': (filter) => library.list(filter),
    'library.uses': async ({ level2, name }) => {
      const found = await library.uses(level2, name);
      return found.ok ? ok({ uses: found.value }) : found;
    },
  };
}
