import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../shared/domain/app-error.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { type KnownSubjects, subjectsFor } from '../../shared/subjects/known-subjects.ts';
import {
  type ShippedSubjects,
  type Subject,
  type SubjectKind,
  shippedSubjectsSchema,
  subjectKindSchema,
  subjectsSchema,
} from '../../shared/subjects/subject.ts';
import { SubjectNames } from '../../shared/subjects/subject-names.ts';
import type { Store } from './store/store.ts';

/** Loaded tables by fiscal year, as the workspace keeps them. */
const loadedTablesSchema = z.record(z.string(), subjectsSchema);
type LoadedTables = z.infer<typeof loadedTablesSchema>;

/** The table of subjects in force for a year. */
export interface SubjectsInForce {
  readonly subjects: readonly Subject[];
  /** The year whose official table was loaded, null where only the shipped, incomplete one is there. */
  readonly tableYear: number | null;
  /** What a person must know about it. */
  readonly note: string;
}

type ShippedTables = ReadonlyMap<SubjectKind, ShippedSubjects>;

/**
 * The tables the program ships.
 * @throws when one is not there or not in its shape: the installation is broken
 */
async function readShipped(resourcesDir: string): Promise<ShippedTables> {
  const shipped = subjectKindSchema.options.map(async (kind): Promise<[SubjectKind, ShippedSubjects]> => {
    const text = await readFile(path.join(resourcesDir, 'subjects', `${kind}.json`), 'utf8');
    return [kind, shippedSubjectsSchema.parse(JSON.parse(text))];
  });
  return new Map(await Promise.all(shipped));
}

/** What forms are held against where there is no workspace: the shipped tables. Throws as an incomplete installation. */
export async function shippedSubjects(resourcesDir: string): Promise<KnownSubjects> {
  const shipped = await readShipped(resourcesDir);
  return new Map(
    [...shipped].map(([kind, { subjects }]) => [kind, { dictionary: new SubjectNames(subjects), tableYear: null }]),
  );
}

const settingKey = (kind: SubjectKind): string => `subjects.${kind}`;

/**
 * The subjects a workspace knows: the year's table where the bureau loaded it, else that of the nearest year before
 * (then after), else what the program ships.
 */
export class SubjectTables {
  readonly #store: Store;
  readonly #shipped: ShippedTables;
  /** What was read of the workspace, which only this process changes; forms are held against it all the time. */
  readonly #read = new Map<SubjectKind, LoadedTables>();
  readonly #known = new Map<readonly Subject[], SubjectNames>();
  #fingerprint: string | undefined;

  private constructor(store: Store, shipped: ShippedTables) {
    this.#store = store;
    this.#shipped = shipped;
  }

  /** @throws when a shipped table is not there or not in its shape: the installation is broken */
  static async open(store: Store, resourcesDir: string): Promise<SubjectTables> {
    return new SubjectTables(store, await readShipped(resourcesDir));
  }

  /** Names the tables that were loaded, all of them; `""` while none is. */
  get fingerprint(): string {
    this.#fingerprint ??= this.#nameLoaded();
    return this.#fingerprint;
  }

  inForce(kind: SubjectKind, fiscalYear: number): Result<SubjectsInForce, AppError> {
    const loaded = this.#loaded(kind);
    if (!loaded.ok) return loaded;
    const years = Object.keys(loaded.value)
      .map(Number)
      .sort((a, b) => a - b);
    const tableYear = years.findLast((year) => year <= fiscalYear) ?? years[0];
    if (tableYear === undefined) {
      const shipped = this.#shipped.get(kind);
      return ok({ subjects: shipped?.subjects ?? [], tableYear: null, note: shipped?.note ?? '' });
    }
    const note = tableYear === fiscalYear ? '' : `没有载入${fiscalYear}年的科目表，现用${tableYear}年的。`;
    return ok({ subjects: loaded.value[tableYear] ?? [], tableYear, note });
  }

  /** What a form of a year is held against. A table that cannot be read is none, and the checks say so. */
  knownFor(definition: FormDefinition, fiscalYear: number): KnownSubjects {
    return subjectsFor(definition, (kind) => {
      const inForce = this.inForce(kind, fiscalYear);
      if (!inForce.ok) return undefined;
      const { subjects, tableYear } = inForce.value;
      return { dictionary: this.#namesOf(subjects), tableYear };
    });
  }

  /** Makes a table the one of its year; an empty one takes the year's table away. */
  setTable(kind: SubjectKind, fiscalYear: number, subjects: readonly Subject[]): Result<null, AppError> {
    const loaded = this.#loaded(kind);
    if (!loaded.ok) return loaded;
    const { [fiscalYear]: _before, ...others } = loaded.value;
    const tables = subjects.length === 0 ? others : { ...others, [fiscalYear]: subjects };
    const text = Object.keys(tables).length === 0 ? null : JSON.stringify(tables);
    const saved = this.#store.setSetting(settingKey(kind), text);
    this.#read.clear();
    this.#known.clear();
    this.#fingerprint = undefined;
    return saved;
  }

  #loaded(kind: SubjectKind): Result<LoadedTables, AppError> {
    const before = this.#read.get(kind);
    if (before) return ok(before);
    const setting = this.#store.setting(settingKey(kind));
    if (!setting.ok) return setting;
    const tables = setting.value === undefined ? {} : loadedTablesSchema.parse(JSON.parse(setting.value));
    this.#read.set(kind, tables);
    return ok(tables);
  }

  #namesOf(subjects: readonly Subject[]): SubjectNames {
    const before = this.#known.get(subjects);
    if (before) return before;
    const names = new SubjectNames(subjects);
    this.#known.set(subjects, names);
    return names;
  }

  #nameLoaded(): string {
    const loaded = subjectKindSchema.options.map((kind) => this.#loaded(kind));
    const tables = loaded.map((each) => (each.ok ? each.value : {}));
    if (tables.every((table) => Object.keys(table).length === 0)) return '';
    return createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 16);
  }
}
