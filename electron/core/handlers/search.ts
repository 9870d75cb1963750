import { ok } from '../../../shared/domain/result.ts';
import { placeName } from '../../../shared/forms/place-name.ts';
import { type PlacedAnswer, placedTexts } from '../../../shared/forms/placed-texts.ts';
import type { SearchHit } from '../../../shared/rpc/work-types.ts';
import type { DefinitionSet } from '../definitions.ts';
import type { CoreServices } from '../services.ts';
import type { FoundRecord } from '../store/record-rows.ts';
import { fold, searchWords } from '../store/search-index.ts';
import type { GroupHandlers } from './groups.ts';

export type SearchHandlers = Pick<GroupHandlers<'record'>, 'record.search'>;

/** Characters shown on either side of what was found. */
const AROUND = 16;

/** Full-text search over the forms of all years. */
export function searchHandlers({ store, definitions }: CoreServices): SearchHandlers {
  return {
    'record.search': (filter) => {
      const searched = store.search(filter);
      if (!searched.ok) return searched;
      const words = searchWords(filter.query);
      const { total, found } = searched.value;
      return ok({ total, hits: found.map((record) => hitOf(definitions, record, words)) });
    },
  };
}

function hitOf(definitions: DefinitionSet, record: FoundRecord, words: readonly string[]): SearchHit {
  const { id, title, unit, fiscalYear } = record;
  const own = definitions.ofRecord(record);
  const found = own.ok ? findPlace(own.value.definition, own.value.answers, words) : undefined;
  return { id, title, unit, fiscalYear, ...(found ?? { path: '', place: '', before: '', match: '', after: '' }) };
}

/**
 * The first place that holds the longest word: the one that says most about what was looked for. Categories say least:
 * nearly every form has the same.
 */
function findPlace(
  definition: Parameters<typeof placedTexts>[0],
  answers: FoundRecord['answers'],
  words: readonly string[],
): Pick<SearchHit, 'path' | 'place' | 'before' | 'match' | 'after'> | undefined {
  const word = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const texts = placedTexts(definition, answers);
  const isCategory = ({ type }: PlacedAnswer): boolean => type === 'category';
  for (const { path, text } of [...texts.filter((one) => !isCategory(one)), ...texts.filter(isCategory)]) {
    const folded = fold(text);
    const at = folded.indexOf(word);
    if (at < 0) continue;
    // Folding keeps the length of nearly every text; where it does not, the folded one is shown.
    const shown = (folded.length === text.length ? text : folded).replaceAll('\n', ' ');
    const from = Math.max(0, at - AROUND);
    const to = Math.min(shown.length, at + word.length + AROUND);
    return {
      path,
      place: placeName(definition, path),
      before: `${from > 0 ? '…' : ''}${shown.slice(from, at)}`,
      match: shown.slice(at, at + word.length),
      after: `${shown.slice(at + word.length, to)}${to < shown.length ? '…' : ''}`,
    };
  }
  return undefined;
}
