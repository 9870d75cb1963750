import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { RecordSummary } from '../../../shared/domain/record.ts';
import { err, type Result } from '../../../shared/domain/result.ts';
import { addSampleForms } from './add-sample.ts';
import type { Author } from './author.ts';
import { Checkpointer } from './checkpointer.ts';
import { type FoundRecords, findRecords } from './find-records.ts';
import { IndicatorIndex } from './indicator-index.ts';
import { IndicatorQueries } from './indicator-queries.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/migrations.ts';
import { closeDatabase, openDatabase } from './open-database.ts';
import type { DerivedColumns, RecordChange, RecordContents, RecordDraft, SampleForm } from './record-draft.ts';
import { RecordHeads, requireRow } from './record-heads.ts';
import { moveRecords } from './record-order.ts';
import {
  type DefinitionUse,
  type FormPlace,
  type PlacedRecord,
  type RecordHead,
  readDefinitionUse,
  readPlaced,
  readRecord,
  readSummary,
  type StoredRecord,
} from './record-rows.ts';
import { findRevision, readRevisions, type StoredRevision } from './revision-log.ts';
import { flatColumns, RevisionWriter, type SavedRevision } from './revision-writer.ts';
import { SearchIndex, searchCondition } from './search-index.ts';
import { guarded, StoreRefusal } from './sqlite-errors.ts';
import { prepareStatements, type Statements } from './statements.ts';
import { TouchedPlaces } from './touched-places.ts';

interface StoreOptions {
  readonly workspaceDir: string;
  readonly author: Author;
  /** For tests of the machinery; the program's own otherwise. */
  readonly migrations?: readonly Migration[];
}

/**
 * One workspace's records, durable: what a method answered `ok` is on disk. Synchronous, since SQLite is; every
 * expected failure comes back as a value.
 */
export class Store {
  readonly #database: Database.Database;
  readonly #statements: Statements;
  readonly #heads: RecordHeads;
  readonly #touched = new TouchedPlaces();
  readonly #revisions: RevisionWriter;
  readonly #searchIndex: SearchIndex;
  readonly #checkpointer: Checkpointer;
  readonly #indicators: IndicatorIndex;
  readonly #indicatorQueries: IndicatorQueries;
  /** Made once: a transaction's wrapper costs as much as some of its statements. */
  readonly #transact: Database.Transaction<(work: () => void) => void>;
  #mayHaveUnjudged = true;

  private constructor(database: Database.Database, author: Author) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#heads = new RecordHeads(this.#statements);
    this.#revisions = new RevisionWriter(this.#statements, author, this.#heads, this.#touched);
    this.#searchIndex = new SearchIndex(database);
    this.#checkpointer = new Checkpointer(database);
    this.#indicators = new IndicatorIndex(database);
    this.#indicatorQueries = new IndicatorQueries(database);
    this.#transact = database.transaction((work) => work());
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

  /** Tidies up after what was written; for moments in which nobody waits. */
  settle(): Result<null, AppError> {
    return this.#run(() => {
      this.#checkpointer.run();
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
      if (search.parameters.length > 0) this.#searchIndex.updateAll();
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
    return this.#change(() => this.#get(this.#revisions.insert(draft, false).id));
  }

  /**
   * Saves new contents as a revision. The same contents are the same revision, and nothing is written.
   * @param parentRevision the revision the change was made on; `recordChanged` when it is no longer the newest
   * @param restoredFrom the revision of the record whose contents a person goes back to
   */
  save(
    id: string,
    parentRevision: string,
    draft: RecordDraft,
    restoredFrom: string | null = null,
  ): Result<SavedRevision, AppError> {
    return this.#change(() => this.#revisions.change(this.#heads.at(id, parentRevision), draft, restoredFrom));
  }

  /**
   * The same without what the rules say of the contents: `unjudged` gives the record until `refresh` brings that. A
   * save is answered sooner, and nobody sees the list columns before they are worked out.
   * @param contentsOf makes the contents from what the record is
   */
  saveUnjudged(
    id: string,
    parentRevision: string,
    contentsOf: (head: RecordHead) => Result<RecordContents, AppError>,
  ): Result<SavedRevision, AppError> {
    return this.#write(() => {
      const head = this.#heads.at(id, parentRevision);
      const contents = contentsOf(head);
      if (!contents.ok) throw new StoreRefusal(contents.error);
      this.#mayHaveUnjudged = true;
      return this.#revisions.changeUnjudged(head, contents.value);
    });
  }

  /** Carries out all changes of an import, or none. */
  saveAll(changes: readonly RecordChange[]): Result<SavedRevision[], AppError> {
    return this.#change(() =>
      changes.map(({ draft, replaces, carriedFrom }) =>
        replaces === null
          ? this.#revisions.insert(draft, false, carriedFrom)
          : this.#revisions.change(this.#heads.get(replaces), draft),
      ),
    );
  }

  /** Adds copies, each behind the form it is of, all or none. */
  copy(copies: readonly { readonly of: string; readonly draft: RecordDraft }[]): Result<SavedRevision[], AppError> {
    return this.#change(() =>
      copies.map(({ of, draft }) => {
        const added = this.#revisions.insert(draft, false);
        const successor = this.#statements.successor.pluck().get({ id: this.#get(of).id });
        moveRecords(this.#database, [added.id], typeof successor === 'string' ? successor : null);
        return added;
      }),
    );
  }

  /** Moves forms in front of another one of their year (null: to the end of the list), in their order. */
  move(ids: readonly string[], before: string | null): Result<null, AppError> {
    return this.#change(() => {
      moveRecords(this.#database, ids, before);
      // Of two tables of a kind the first counts.
      for (const id of ids) this.#touched.noteRows(this.#statements.place.all(id));
      return null;
    });
  }

  /** Whether a form was already carried forward into a year. */
  isCarried(id: string, toYear: number): Result<boolean, AppError> {
    return this.#run(() => this.#statements.carried.pluck().get(id, toYear) === 1);
  }

  /** Every saved state of a form, oldest first. */
  history(id: string): Result<StoredRevision[], AppError> {
    return this.#run(() => readRevisions(this.#database, this.#get(id).seq));
  }

  /** One saved state of a form; `badRequest` when it has none of that name. */
  revision(id: string, revision: string): Result<StoredRevision, AppError> {
    return this.#run(() => {
      const found = findRevision(this.#database, this.#get(id).seq, revision);
      if (found === undefined) throw new StoreRefusal({ kind: 'badRequest', detail: 'revision' });
      return found;
    });
  }

  /**
   * The forms of all years, or of one, in which every word of a query occurs: those whose name holds it first, then
   * newer years, then the unit's order.
   * @param limit how many are read; `total` counts all
   */
  search(filter: {
    readonly fiscalYear?: number | undefined;
    readonly query: string;
    readonly limit: number;
  }): Result<FoundRecords, AppError> {
    return this.#run(() => findRecords(this.#database, this.#searchIndex, filter));
  }

  /** How many forms there are of each version of a definition. */
  definitionUses(): Result<DefinitionUse[], AppError> {
    return this.#run(() => this.#statements.definitionUses.all().map(readDefinitionUse));
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
  addSample(forms: readonly SampleForm[]): Result<number, AppError> {
    return this.#change(() => addSampleForms(forms, this.#revisions, (id) => this.#heads.get(id)));
  }

  /** @returns how many sample records there were */
  removeSample(): Result<number, AppError> {
    return this.#change(() => this.#touched.noteRows(this.#statements.removeSample.all(Date.now())));
  }

  /** Brings part of the search index up to date; 0 when nothing was left to do. */
  indexSome(limit: number): Result<number, AppError> {
    return this.#run(() => this.#searchIndex.update(limit));
  }

  /** Works on the indicator library's tables. */
  library<T>(work: (index: IndicatorIndex, queries: IndicatorQueries) => T): Result<T, AppError> {
    return this.#run(() => work(this.#indicators, this.#indicatorQueries));
  }

  /**
   * Some records whose list columns were worked out by other rules.
   * @param after the `seq` to go on after; 0 at first
   */
  stale(derivedBy: string, after: number, limit: number): Result<StoredRecord[], AppError> {
    return this.#run(() => this.#statements.stale.all(after, derivedBy, limit).map(readRecord));
  }

  /**
   * The records saved by `saveUnjudged` since the last call, also by a program that ended before it got to them. They
   * are to be refreshed.
   */
  unjudged(): Result<StoredRecord[], AppError> {
    return this.#run(() => {
      if (!this.#mayHaveUnjudged) return [];
      this.#mayHaveUnjudged = false;
      return this.#statements.unjudged.all().map(readRecord);
    });
  }

  /** Notes that a form changed, for `touched`; what is written here notes itself. */
  touch(place: FormPlace): void {
    this.#touched.note(place);
  }

  /** Where forms changed, came or went since the last call: what lists show of forms beside them may be otherwise. */
  touched(): FormPlace[] {
    return this.#touched.take();
  }

  /** The forms of a year that are of some definitions, in list order. */
  formsOf(fiscalYear: number, definitionIds: readonly string[]): Result<PlacedRecord[], AppError> {
    return this.#run(() => this.#statements.formsOf.all(fiscalYear, JSON.stringify(definitionIds)).map(readPlaced));
  }

  /** Replaces list columns; the record's contents and time of change stay. */
  refresh(changes: readonly { readonly seq: number; readonly columns: DerivedColumns }[]): Result<null, AppError> {
    return this.#write(() => {
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

  /** A change of records, all of it or none. */
  #change<T>(work: () => T): Result<T, AppError> {
    this.#heads.forget();
    return this.#write(work);
  }

  /** The same where what is known of heads stays true, or is noted. */
  #write<T>(work: () => T): Result<T, AppError> {
    let isDone = false;
    try {
      const written = this.#run(() => {
        const done: { value?: T } = {};
        this.#transact.immediate(() => {
          done.value = work();
        });
        return done.value as T;
      });
      isDone = written.ok;
      return written;
    } finally {
      if (!isDone) this.#heads.forget();
    }
  }

  #get(id: string): StoredRecord {
    return readRecord(requireRow(id, this.#statements.get.get(id)));
  }

  #mark(ids: readonly string[], removedAtMs: number | null): Result<null, AppError> {
    return this.#change(() => {
      for (const id of ids) {
        if (this.#touched.noteRows(this.#statements.mark.all({ id, removedAtMs })) === 0) {
          throw new StoreRefusal({ kind: 'recordMissing', id });
        }
      }
      return null;
    });
  }
}
