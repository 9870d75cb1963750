import { pinyinKeys } from '../domain/pinyin.ts';
import { normaliseLabel } from '../grid/normalise.ts';
import type { Subject } from './subject.ts';
import { SubjectNames } from './subject-names.ts';

interface Entry {
  readonly subject: Subject;
  readonly name: string;
  readonly initials: string;
  readonly full: string;
}

/** How well an entry answers a query; smaller is better, undefined not at all. */
function rank(entry: Entry, query: string): number | undefined {
  if (entry.subject.code === query) return 0;
  if (entry.subject.code.startsWith(query)) return 1;
  if (entry.name === query) return 0;
  if (entry.name.startsWith(query)) return 2;
  if (entry.initials.startsWith(query)) return 3;
  if (entry.name.includes(query)) return 4;
  if (entry.full.startsWith(query)) return 5;
  return entry.initials.includes(query) ? 6 : undefined;
}

/** One table of subjects that can also be searched. Loads the pinyin dictionary; `SubjectNames` does without. */
export class SubjectDictionary extends SubjectNames {
  readonly #subjects: readonly Subject[];
  #entries: readonly Entry[] | undefined;

  constructor(subjects: readonly Subject[]) {
    super(subjects);
    this.#subjects = subjects;
  }

  /**
   * Subjects whose code begins with the query, or whose name or pinyin has it, best first, then by code.
   * @param query as typed; an empty one finds nothing
   */
  search(query: string, limit: number): Subject[] {
    const wanted = normaliseLabel(query);
    if (wanted === '') return [];
    // Pinyin of a whole table takes a moment: worked out when somebody searches.
    this.#entries ??= this.#subjects.map((subject) => {
      return { subject, name: normaliseLabel(subject.name), ...pinyinKeys(subject.name) };
    });
    const found: { readonly subject: Subject; readonly rank: number }[] = [];
    for (const entry of this.#entries) {
      const place = rank(entry, wanted);
      if (place !== undefined) found.push({ subject: entry.subject, rank: place });
    }
    found.sort((a, b) => a.rank - b.rank || a.subject.code.localeCompare(b.subject.code));
    return found.slice(0, limit).map(({ subject }) => subject);
  }
}
