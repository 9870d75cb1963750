import type { z } from 'zod';
import { fieldText } from '../../../shared/domain/answers.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { fieldsOfTitle, GENERAL_FIELD } from '../../../shared/indicators/field-of-work.ts';
import type { LibraryIndicator } from '../../../shared/indicators/library-indicator.ts';
import { type Candidate, rankIndicators, searchKey } from '../../../shared/indicators/rank.ts';
import { type OfferedTarget, rankTargets } from '../../../shared/indicators/rank-targets.ts';
import { readIndicators } from '../../../shared/indicators/read-indicators.ts';
import { outerCategory, standardCategory } from '../../../shared/indicators/standard-category.ts';
import { usualPattern } from '../../../shared/indicators/target-pattern.ts';
import type {
  IndicatorUse,
  libraryFilterSchema,
  libraryPageSchema,
  suggestInputSchema,
  suggestTargetInputSchema,
} from '../../../shared/rpc/library-types.ts';
import type { DefinitionSet } from '../definitions.ts';
import type { FormToRead, IndicatorReader } from '../store/indicator-index.ts';
import type { IndicatorQueries, StoredIndicator } from '../store/indicator-queries.ts';
import type { Store } from '../store/store.ts';
import { giveTurn } from '../turn.ts';
import { libraryPage } from './library-page.ts';
import { LikeForms } from './like-forms.ts';
import { loadShippedLibrary, type ShippedLibrary } from './shipped-library.ts';
import { fromStored } from './stored-indicator.ts';

interface LibraryOptions {
  readonly store: Store;
  readonly definitions: DefinitionSet;
  /** Names the program's rules and definitions; with other ones, forms are read again. */
  readonly readBy: string;
  readonly resourcesDir: string;
}

/** What is loaded when the library is first asked: starting the program does not wait for it. */
interface Prepared {
  readonly shipped: ShippedLibrary;
  readonly reader: IndicatorReader;
  readonly like: LikeForms;
}

const READ_BY = 'library.readBy';
/** Forms read before an answer to someone who types; the rest is read in idle moments. */
const TYPING_BATCH = 8;
const BATCH = 50;
const MOST_OFTEN = 60;
const MOST_BEGINNING = 40;
const MOST_TARGETS = 12;
const MOST_USES = 200;

type SuggestInput = z.output<typeof suggestInputSchema>;

/**
 * The indicator library (指标库): what the workspace's forms hold, this year and before, and the shipped starting set.
 */
export class IndicatorLibrary {
  readonly #options: LibraryOptions;
  #prepared: Promise<Prepared> | undefined;

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  /** Indicators for a row whose name is being typed, best first. */
  async suggest(input: SuggestInput): Promise<Result<LibraryIndicator[], AppError>> {
    const prepared = await this.#ready();
    const { shipped, reader, like } = prepared;
    return this.#options.store.library((index, queries) => {
      like.note(index.update(reader, TYPING_BATCH, input.recordId));
      const level2 = standardCategory(input.category);
      const candidates = [...storedCandidates(queries, prepared, input, level2), ...shipped.candidates];
      const wanted = {
        typed: input.typed,
        level2,
        level1: outerCategory(level2),
        fields: fieldsOfTitle(input.projectName, shipped.fields),
      };
      return rankIndicators(withoutDoubles(candidates), wanted, input.limit);
    });
  }

  /** Targets for an indicator whose target is being typed, best first. */
  async suggestTarget(input: z.output<typeof suggestTargetInputSchema>): Promise<Result<OfferedTarget[], AppError>> {
    const { shipped, reader, like } = await this.#ready();
    return this.#options.store.library((index, queries) => {
      like.note(index.update(reader, TYPING_BATCH, input.recordId));
      const level2 = standardCategory(input.category);
      const key = searchKey(input.name);
      const stored = queries.find(level2, key) ?? queries.named(key)[0];
      const own = queries.recordSeq(input.recordId) ?? 0;
      const used = stored ? queries.targets(stored.seq, own, MOST_TARGETS) : [];
      const pattern = shipped.find(level2, key)?.pattern ?? usualPattern(input.name, level2);
      const patterns = pattern === null ? [] : [pattern];
      const { initialsOf } = reader;
      return rankTargets(input.typed, used, patterns, input.fiscalYear, initialsOf).slice(0, input.limit);
    });
  }

  /** A page of the library, everything read before. */
  async list(
    filter: z.output<typeof libraryFilterSchema>,
  ): Promise<Result<z.output<typeof libraryPageSchema>, AppError>> {
    const { shipped } = await this.#ready();
    await this.#readAll();
    return this.#options.store.library((_, queries) => libraryPage(queries, shipped, filter));
  }

  /** The forms an indicator stands in, newest year first, each with its place. */
  async uses(level2: string, name: string): Promise<Result<IndicatorUse[], AppError>> {
    const { store, definitions } = this.#options;
    await this.#readAll();
    const key = searchKey(name);
    const using = store.library((_, queries) => {
      const stored = queries.find(level2, key);
      return stored ? queries.using(stored.seq, MOST_USES) : [];
    });
    if (!using.ok) return using;
    const uses: IndicatorUse[] = [];
    for (const { id, target } of using.value) {
      const record = store.get(id);
      if (!record.ok) return record;
      const { fiscalYear } = record.value;
      const defined = definitions.ofRecord(record.value);
      if (!defined.ok) continue;
      const { definition, answers } = defined.value;
      const placed = readIndicators(definition, answers);
      const path = placed.find((one) => one.key === key && one.level2 === level2)?.path ?? '';
      const { title, unit } = definition.summary;
      const textOf = (field: string | undefined) => (field === undefined ? '' : fieldText(answers, field));
      uses.push({ recordId: id, title: textOf(title), unit: textOf(unit), fiscalYear, path, target });
    }
    return ok(uses);
  }

  /**
   * Reads some forms saved since the last time, for idle moments.
   * @returns how many were read; 0 when nothing was left to do, or it could not be written down
   */
  async updateSome(limit: number): Promise<number> {
    const { reader, like } = await this.#ready();
    const updated = this.#options.store.library((index) => index.update(reader, limit));
    if (!updated.ok) return 0;
    like.note(updated.value);
    return updated.value.length;
  }

  /** Reads everything saved since the last time; other calls have their turn meanwhile. */
  async #readAll(): Promise<void> {
    while ((await this.updateSome(BATCH)) > 0) await giveTurn();
  }

  #ready(): Promise<Prepared> {
    this.#prepared ??= this.#prepare();
    return this.#prepared;
  }

  async #prepare(): Promise<Prepared> {
    const { store, readBy, resourcesDir } = this.#options;
    const { pinyinKeys } = await import('../../../shared/domain/pinyin.ts');
    const initialsOf = (text: string) => pinyinKeys(text).initials;
    const shipped = await loadShippedLibrary(resourcesDir, initialsOf);
    const titles = store.library((_, queries) => queries.titles());
    const before = store.setting(READ_BY);
    if (before.ok && before.value !== readBy) {
      const queued = store.library((index) => index.requeueAll());
      if (queued.ok) store.setSetting(READ_BY, readBy);
    }
    return {
      shipped,
      like: new LikeForms(titles.ok ? titles.value : []),
      reader: { initialsOf, read: (form) => this.#read(form, shipped) },
    };
  }

  #read(form: FormToRead, shipped: ShippedLibrary): ReturnType<IndicatorReader['read']> {
    const defined = this.#options.definitions.ofRecord(form);
    const fields = fieldsOfTitle(form.title, shipped.fields);
    const named = fields.length === 0 ? [GENERAL_FIELD] : fields;
    return {
      fields: `|${named.join('|')}|`,
      indicators: defined.ok
        ? readIndicators(defined.value.definition, defined.value.answers).map(({ level2, ...one }) => ({
            ...one,
            category: level2,
          }))
        : [],
    };
  }
}

/** What the workspace's other forms hold that may be meant. */
function storedCandidates(
  queries: IndicatorQueries,
  { shipped, like }: Prepared,
  { recordId, fiscalYear, projectName, typed, limit }: SuggestInput,
  level2: string,
): Candidate[] {
  const key = searchKey(typed);
  const ownSeq = queries.recordSeq(recordId) ?? 0;
  const ownSeqs = new Set(queries.inRecords([ownSeq]).map(({ indicator }) => indicator.seq));
  const candidate = (stored: StoredIndicator, likeness: number): Candidate[] => {
    const uses = stored.uses - (ownSeqs.has(stored.seq) ? 1 : 0);
    if (uses === 0) return [];
    const { key: own, initials } = stored;
    return [{ indicator: fromStored({ ...stored, uses }, shipped, fiscalYear), key: own, initials, likeness }];
  };
  const likeForms = like.find(projectName, ownSeq);
  const likenessOf = new Map(likeForms.map(({ seq, likeness }) => [seq, likeness]));
  const fromLike = queries
    .inRecords(likeForms.map(({ seq }) => seq))
    .flatMap(({ recordSeq, indicator }) => candidate(indicator, likenessOf.get(recordSeq) ?? 0))
    .sort((a, b) => b.likeness - a.likeness);
  const beginning = key === '' ? [] : queries.beginning(key, MOST_BEGINNING);
  const often = level2 === '' ? [] : queries.often(level2, key, MOST_OFTEN);
  const found = [...beginning, ...often];
  if (found.length < limit && key !== '') {
    found.push(...queries.holding(key, MOST_BEGINNING));
  }
  return [...fromLike, ...found.flatMap((stored) => candidate(stored, 0))];
}

/** Each indicator once: the first, which is the one of the most alike project. */
function withoutDoubles(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ indicator, key }) => {
    const whole = `${indicator.level2}\n${key}`;
    if (seen.has(whole)) return false;
    seen.add(whole);
    return true;
  });
}
