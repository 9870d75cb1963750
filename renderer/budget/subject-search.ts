import type { SubjectDictionary } from '../../shared/subjects/dictionary.ts';
import type { Subject } from '../../shared/subjects/subject.ts';

const MOST_SHOWN = 10;

/** The subjects for a code or name being typed, and which of them is meant unless told; -1: none, as typed. */
export interface SubjectChoice {
  readonly subjects: readonly Subject[];
  readonly meant: number;
}

const NOTHING: SubjectChoice = { subjects: [], meant: -1 };

/**
 * Looks a subject up by code, name or pinyin. Whoever types Latin letters can only mean what is found; digits and
 * Chinese words count as they are, unless they are a subject's own.
 */
export function chooseSubject(dictionary: SubjectDictionary | null, typed: string): SubjectChoice {
  const query = typed.normalize('NFKC').trim();
  if (dictionary === null || query === '') return NOTHING;
  const subjects = dictionary.search(query.toLowerCase(), MOST_SHOWN);
  if (/^[a-z]/iu.test(query)) return { subjects, meant: subjects.length === 0 ? -1 : 0 };
  const exact = subjects.filter(({ code, name }) => code === query || name === query);
  const [only] = exact;
  return { subjects, meant: only && exact.length === 1 ? subjects.indexOf(only) : -1 };
}
