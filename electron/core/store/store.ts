import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { RecordSummary } from '../../../shared/domain/record.ts';
import { err, type Result } from '../../../shared/domain/result.ts';
import type { Author } from './author.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/migrations.ts';
import { closeDatabase, openDatabase } from './open-database.ts';
import type { DerivedColumns, RecordChange, RecordDraft } from './record-draft.ts';
import { readRecord, readSummary, type StoredRecord } from './record-rows.ts';
import { revisionId, sameAnswers } from './revision.ts';
import { SearchIndex, searchCondition } from './search-index.ts';
import { guarded, StoreRefusal } from './sqlite-errors.ts';
import { prepareStatements, type Statements } from './statements.ts';

/** What came of a save. */
export interface SavedRevision {
  readonly id: string;
  readonly revision: string;
  readonly updatedAtMs: number;
}

interface StoreOptions {
  readonly workspaceDir: string;
  readonly author: Author;
  /** For tests of the machinery; the program's own otherwise. */
  readonly migrations?: readonly Migration[];
}

/** How many records are indexed in one transaction before a search. */
const INDEX_BATCH = 500;

/**
 * One workspace's records, durable: what a method answered `ok` is on disk. Synchronous, since SQLite is; every
 * expected failure comes back as a value.
 */
export class Store {
  readonly #database: Database.Database;
  readonly #author: Author;
  readonly #statements: Statements;
  readonly #searchIndex: SearchIndex;

  private constructor(database: Database.Database, author: Author) {
    this.#database = database;
    this.#author = author;
    this.#statements = prepareStatements(database);
    this.#searchIndex = new SearchIndex(database);
  }

  /**
   * Opens a workspace for this process alone; makes it when it is not there.
   * @returns `storeInUse`, `storeNewer`, `storeDamaged`, or what the file system objects to
   */
  static open(options: StoreOptions): Result<Store, AppError> {
    return guarded(() => {
      const database = openDatabase(options.workspaceDir, options.migrations ?? allMigrations);
      return new Store(database, options.author);
    });
  }

  /** Lets go of the workspace. Calling it again does nothing. */
  close(): Result<null, AppError> {
    return guarded(() => {
      closeDatabase(this.#database);
      return null;
    });
  }

  /** A setting's JSON text, undefined when it was never set. */
  setting(key: string): Result<string | undefined, AppError> {
    return this.#run(() => {
      const value = this.#statements.settingGet.pluck().get(key);
      return typeof value === 'string' ? value : undefined;
    });
  }

  /** Sets a setting; `null` takes it away. */
  setSetting(key: string, value: string | null): Result<null, AppError> {
    return this.#run(() => {
      if (value === null) this.#statements.settingRemove.run(key);
      else this.#statements.settingSet.run(key, value);
      return null;
    });
  }

  /** The years in which there are records, ascending. */
  years(): Result<number[], AppError> {
    return this.#run(() => z.array(z.int()).parse(this.#statements.years.pluck().all()));
  }

  /**
   * The list columns of all records in their order, without reading any answers.
   * @param filter one year only; only forms in which every word of `query` occurs
   */
  list(filter: {
    readonly fiscalYear?: number | undefined;
    readonly query: string;
  }): Result<RecordSummary[], AppError> {
    return this.#run(() => {
      const search = searchCondition(filter.query);
      if (search.parameters.length > 0) while (this.#searchIndex.update(INDEX_BATCH) > 0);
      const statement = this.#database.prepare(
        `SELECT * FROM (
           SELECT *, row_number() OVER (PARTITION BY fiscal_year ORDER BY position) AS ordinal
           FROM record WHERE removed_at_ms IS NULL
         ) AS record
         WHERE (fiscal_year = ? OR ? IS NULL) AND ${search.sql}
         ORDER BY fiscal_year, ordinal`,
      );
      const year = filter.fiscalYear ?? null;
      const summaries: RecordSummary[] = [];
      for (const row of statement.iterate(year, year, ...search.parameters)) {
        summaries.push(readSummary(row));
      }
      return summaries;
    });
  }

  /** One record with its newest answers; `recordMissing` when it is not there or was removed. */
  get(id: string): Result<StoredRecord, AppError> {
    return this.#run(() => this.#get(id));
  }

  /** The records a person would call the same form, in list order. */
  matches(matchKey: string): Result<StoredRecord[], AppError> {
    return this.#run(() => this.#statements.matches.all(matchKey).map(readRecord));
  }

  /** Adds a record at the end of the list. */
  create(draft: RecordDraft): Result<StoredRecord, AppError> {
    return this.#change(() => this.#get(this.#insert(draft, false).id));
  }

  /**
   * Saves new contents as a revision. The same contents are the same revision, and nothing is written.
   * @param parentRevision the revision the change was made on; `recordChanged` when it is no longer the newest
   */
  save(id: string, parentRevision: string, draft: RecordDraft): Result<SavedRevision, AppError> {
    return this.#change(() => {
      const record = this.#get(id);
      if (record.revision !== parentRevision) {
        throw new StoreRefusal({ kind: 'recordChanged', id, revision: record.revision });
      }
      return this.#addRevision(record, draft);
    });
  }

  /** Carries out all changes of an import, or none. */
  saveAll(changes: readonly RecordChange[]): Result<SavedRevision[], AppError> {
    return this.#change(() =>
      changes.map(({ draft, replaces }) =>
        replaces === null ? this.#insert(draft, false) : this.#addRevision(this.#get(replaces), draft),
      ),
    );
  }

  /** Marks records as removed; `restore` brings them back. All or none. */
  remove(ids: readonly string[]): Result<null, AppError> {
    return this.#mark(ids, Date.now());
  }

  restore(ids: readonly string[]): Result<null, AppError> {
    return this.#mark(ids, null);
  }

  hasSample(): Result<boolean, AppError> {
    return this.#run(() => this.#statements.hasSample.pluck().get() === 1);
  }

  /** Adds records that `removeSample` takes away again in one go. */
  addSample(drafts: readonly RecordDraft[]): Result<number, AppError> {
    return this.#change(() => {
      for (const draft of drafts) this.#insert(draft, true);
      return drafts.length;
    });
  }

  /** @returns how many sample records there were */
  removeSample(): Result<number, AppError> {
    return this.#change(() => this.#statements.removeSample.run(Date.now()).changes);
  }

  /** Brings part of the search index up to date; 0 when nothing was left to do. */
  indexSome(limit: number): Result<number, AppError> {
    return this.#run(() => this.#searchIndex.update(limit));
  }

  /**
   * Some records whose list columns were worked out by other rules.
   * @param after the `seq` to go on after; 0 at first
   */
  stale(derivedBy: string, after: number, limit: number): Result<StoredRecord[], AppError> {
    return this.#run(() => this.#statements.stale.all(after, derivedBy, limit).map(readRecord));
  }

  /** Replaces list columns; the record's contents and time of change stay. */
  refresh(changes: readonly { readonly seq: number; readonly columns: DerivedColumns }[]): Result<null, AppError> {
    return this.#change(() => {
      for (const { seq, columns } of changes) this.#statements.refresh.run({ seq, ...flatColumns(columns) });
      return null;
    });
  }

  #run<T>(work: () => T): Result<T, AppError> {
    // A long call may outlive the store it works on.
    if (!this.#database.open) return err({ kind: 'notConnected' });
    const result = guarded(work);
    // SQLite does not say why writing failed; a file that is still in its place does not let itself be written.
    const isStillThere = !result.ok && result.error.kind === 'targetGone' && existsSync(this.#database.name);
    return isStillThere ? err({ kind: 'readOnly', target: result.error.target }) : result;
  }

  #change<T>(work: () => T): Result<T, AppError> {
    return this.#run(() => this.#database.transaction(work).immediate());
  }

  #get(id: string): StoredRecord {
    const row = this.#statements.get.get(id);
    if (row === undefined) throw new StoreRefusal({ kind: 'recordMissing', id });
    return readRecord(row);
  }

  #mark(ids: readonly string[], removedAtMs: number | null): Result<null, AppError> {
    return this.#change(() => {
      for (const id of ids) {
        if (this.#statements.mark.run({ id, removedAtMs }).changes === 0) {
          throw new StoreRefusal({ kind: 'recordMissing', id });
        }
      }
      return null;
    });
  }

  #insert(draft: RecordDraft, isSample: boolean): SavedRevision {
    const id = randomUUID();
    const revision = revisionId(draft.content, null);
    const nowMs = Date.now();
    const { lastInsertRowid } = this.#statements.insert.run({
      id,
      definitionId: draft.content.definitionId,
      definitionVersion: draft.content.definitionVersion,
      fiscalYear: draft.content.fiscalYear,
      revision,
      isSample: isSample ? 1 : 0,
      nowMs,
      ...flatColumns(draft.columns),
    });
    this.#insertRevision(Number(lastInsertRowid), revision, null, draft, nowMs);
    return { id, revision, updatedAtMs: nowMs };
  }

  #addRevision(record: StoredRecord, draft: RecordDraft): SavedRevision {
    const { id, seq, revision: parent } = record;
    const isSame =
      record.definitionVersion === draft.content.definitionVersion &&
      sameAnswers(record.answers, draft.content.answers);
    if (isSame) return { id, revision: parent, updatedAtMs: record.updatedAtMs };
    const revision = revisionId(draft.content, parent);
    const nowMs = Date.now();
    this.#insertRevision(seq, revision, parent, draft, nowMs);
    this.#statements.update.run({
      seq,
      revision,
      definitionVersion: draft.content.definitionVersion,
      nowMs,
      ...flatColumns(draft.columns),
    });
    return { id, revision, updatedAtMs: nowMs };
  }

  #insertRevision(recordSeq: number, id: string, parent: string | null, draft: RecordDraft, nowMs: number): void {
    this.#statements.insertRevision.run({
      recordSeq,
      id,
      parent,
      definitionVersion: draft.content.definitionVersion,
      answers: JSON.stringify(draft.content.answers),
      nowMs,
      author: this.#author.name,
      machine: this.#author.machine,
    });
  }
}

function flatColumns({ findings, ...columns }: DerivedColumns) {
  return { ...columns, errors: findings.error, warnings: findings.warning, hints: findings.hint };
}
