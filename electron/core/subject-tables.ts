import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../shared/domain/app-error.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import {
  type ShippedSubjects,
  type Subject,
  type SubjectKind,
  shippedSubjectsSchema,
  subjectKindSchema,
  subjectsSchema,
} from '../../shared/subjects/subject.ts';
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

const settingKey = (kind: SubjectKind): string => `subjects.${kind}`;

/**
 * The subjects a workspace knows: the year's table where the bureau loaded it, else that of the nearest year before
 * (then after), else what the program ships.
 */
export class SubjectTables {
  readonly #store: Store;
  readonly #shipped: ReadonlyMap<SubjectKind, ShippedSubjects>;

  private constructor(store: Store, shipped: readonly ShippedSubjects[]) {
    this.#store = store;
    this.#shipped = new Map(shipped.map((table) => [table.kind, table]));
  }

  /** @throws when a shipped table is not there or not in its shape: the installation is broken */
  static async open(store: Store, resourcesDir: string): Promise<SubjectTables> {
    const shipped = subjectKindSchema.options.map(async (kind) => {
      const text = await readFile(path.join(resourcesDir, 'subjects', `${kind}.json`), 'utf8');
      return shippedSubjectsSchema.parse(JSON.parse(text));
    });
    return new SubjectTables(store, await Promise.all(shipped));
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

  /** Makes a table the one of its year; an empty one takes the year's table away. */
  setTable(kind: SubjectKind, fiscalYear: number, subjects: readonly Subject[]): Result<null, AppError> {
    const loaded = this.#loaded(kind);
    if (!loaded.ok) return loaded;
    const { [fiscalYear]: _before, ...others } = loaded.value;
    const tables = subjects.length === 0 ? others : { ...others, [fiscalYear]: subjects };
    return this.#store.setSetting(settingKey(kind), Object.keys(tables).length === 0 ? null : JSON.stringify(tables));
  }

  #loaded(kind: SubjectKind): Result<LoadedTables, AppError> {
    const setting = this.#store.setting(settingKey(kind));
    if (!setting.ok) return setting;
    return ok(setting.value === undefined ? {} : loadedTablesSchema.parse(JSON.parse(setting.value)));
  }
}
