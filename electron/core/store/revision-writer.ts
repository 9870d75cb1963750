import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Author } from './author.ts';
import type { DerivedColumns, RecordContents, RecordDraft } from './record-draft.ts';
import type { RecordHeads } from './record-heads.ts';
import type { RecordHead } from './record-rows.ts';
import { contentText, revisionName } from './revision.ts';
import type { Statements } from './statements.ts';
import type { TouchedPlaces } from './touched-places.ts';

/** What came of a save. */
export interface SavedRevision {
  readonly id: string;
  readonly revision: string;
  readonly updatedAtMs: number;
}

/** Where a new revision stands. */
interface RevisionPlace {
  /** Its number where that was given away already; null for the next one. */
  readonly seq: number | null;
  readonly recordSeq: number;
  readonly parentSeq: number | null;
  readonly id: string;
  readonly restoredFrom: string | null;
}

/** The numbers of a new record and of its first revision. */
const newRowSchema = z.tuple([z.int(), z.int()]);

/** `derived_by` of a record whose contents no rules have seen yet. */
const UNJUDGED = '';

/** Adds revisions, and points records at them. Works inside the store's transactions. */
export class RevisionWriter {
  readonly #statements: Statements;
  readonly #author: Author;
  readonly #heads: RecordHeads;
  readonly #touched: TouchedPlaces;

  constructor(statements: Statements, author: Author, heads: RecordHeads, touched: TouchedPlaces) {
    this.#statements = statements;
    this.#author = author;
    this.#heads = heads;
    this.#touched = touched;
  }

  /** A new record with its first revision. */
  insert(draft: RecordDraft, isSample: boolean, carriedFrom: string | null = null): SavedRevision {
    const { content } = draft;
    const id = randomUUID();
    const revision = revisionName(contentText(content), null);
    const nowMs = Date.now();
    const [recordSeq, headSeq] = newRowSchema.parse(
      this.#statements.insert.get({
        id,
        definitionId: content.definitionId,
        definitionVersion: content.definitionVersion,
        fiscalYear: content.fiscalYear,
        isSample: isSample ? 1 : 0,
        carriedFrom,
        nowMs,
        ...flatColumns(draft.columns),
      }),
    );
    this.#touched.note({ ...content, unit: draft.columns.unit });
    this.#add({ seq: headSeq, recordSeq, parentSeq: null, id: revision, restoredFrom: null }, draft, nowMs);
    return { id, revision, updatedAtMs: nowMs };
  }

  /** New contents of a record, with everything that lists show of them. */
  change(head: RecordHead, draft: RecordDraft, restoredFrom: string | null = null): SavedRevision {
    return this.#change(head, draft, restoredFrom, (parameters) =>
      this.#statements.update.run({ ...parameters, ...flatColumns(draft.columns) }),
    );
  }

  /** New contents of a record; what rules say of them is left to be worked out. */
  changeUnjudged(head: RecordHead, contents: RecordContents): SavedRevision {
    return this.#change(head, contents, null, ({ seq, ...parameters }) => {
      const { matchKey, ...columns } = contents.columns;
      this.#statements.updateContents.run({ seq, ...parameters, ...columns, derivedBy: UNJUDGED });
      // Indexed columns are set only where they change: most saves write two pages less so.
      this.#statements.updateMatchKey.run({ seq, matchKey });
      this.#statements.markUnindexed.run({ seq });
    });
  }

  /** The same contents behind the same parent are the same revision, and nothing is written. */
  #change(
    head: RecordHead,
    contents: RecordContents,
    restoredFrom: string | null,
    update: (parameters: Readonly<Record<string, string | number>>) => void,
  ): SavedRevision {
    const { id, seq, headSeq: parentSeq, revision: parent, updatedAtMs } = head;
    const { definitionVersion } = contents.content;
    const text = contentText(contents.content);
    const known = this.#heads.textOf(id);
    const isSame = known === undefined ? revisionName(text, head.parent) === parent : known === text;
    if (isSame) return { id, revision: parent, updatedAtMs };
    const revision = revisionName(text, parent);
    const nowMs = Date.now();
    const headSeq = this.#add({ seq: null, recordSeq: seq, parentSeq, id: revision, restoredFrom }, contents, nowMs);
    update({ seq, headSeq, definitionVersion, nowMs });
    const { unit } = contents.columns;
    const after = { ...head, unit, headSeq, revision, parent, definitionVersion, updatedAtMs: nowMs };
    this.#touched.note(after);
    if (head.unit !== after.unit) this.#touched.note(head);
    this.#heads.note(after, text);
    return { id, revision, updatedAtMs: nowMs };
  }

  /** @returns its number */
  #add(place: RevisionPlace, { content }: RecordContents, nowMs: number): number {
    const { lastInsertRowid } = this.#statements.insertRevision.run({
      ...place,
      definitionVersion: content.definitionVersion,
      answers: JSON.stringify(content.answers),
      nowMs,
      author: this.#author.name,
      machine: this.#author.machine,
    });
    return Number(lastInsertRowid);
  }
}

/** The list columns as parameters of statements. */
export function flatColumns({ findings, ...columns }: DerivedColumns) {
  return { ...columns, errors: findings.error, warnings: findings.warning, hints: findings.hint };
}
