import { pinyinKeys } from '../domain/pinyin.ts';
import { normaliseLabel } from '../grid/normalise.ts';
import type { Subject } from './subject.ts';

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

/** One table of subjects, made ready for completing code and name from each other and for searching. */
export class SubjectDictionary {
  readonly #byCode: ReadonlyMap<string, Subject>;
  readonly #byName: ReadonlyMap<string, readonly Subject[]>;
  readonly #subjects: readonly Subject[];
  #entries: readonly Entry[] | undefined;

  constructor(subjects: readonly Subject[]) {
    this.#subjects = subjects;
    this.#byCode = new Map(subjects.map((subject) => [subject.code, subject]));
    this.#byName = Map.groupBy(subjects, ({ name }) => normaliseLabel(name));
  }

  /** The name of a code, undefined for one this table does not know. */
  nameOf(code: string): string | undefined {
    return this.#byCode.get(code)?.name;
  }

  /** The subjects of a name, whatever its width and spaces: 行政运行 stands under many classes. */
  named(name: string): readonly Subject[] {
    return this.#byName.get(normaliseLabel(name)) ?? [];
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
