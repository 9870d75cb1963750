import type { RecordHead } from './record-rows.ts';
import { readHead } from './record-rows.ts';
import { StoreRefusal } from './sqlite-errors.ts';
import type { Statements } from './statements.ts';

/** More forms than anyone types in by turns. */
const MOST_KNOWN = 100;

interface Known {
  readonly head: RecordHead;
  /** What its newest revision says, see `contentText`. */
  readonly text: string;
}

/**
 * The heads of records. Those of the forms saved last are known without asking: nobody else writes the workspace. What
 * changes records otherwise, or fails, makes it forget them.
 */
export class RecordHeads {
  readonly #statements: Statements;
  readonly #known = new Map<string, Known>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** @throws StoreRefusal `recordMissing` when it is not there or was removed */
  get(id: string): RecordHead {
    return this.#known.get(id)?.head ?? readHead(id, requireRow(id, this.#statements.head.get(id)));
  }

  /**
   * A record that is still at the revision a change was made on.
   * @throws StoreRefusal `recordChanged`, and as `get` does
   */
  at(id: string, parentRevision: string): RecordHead {
    const head = this.get(id);
    if (head.revision !== parentRevision) {
      throw new StoreRefusal({ kind: 'recordChanged', id, revision: head.revision });
    }
    return head;
  }

  /** What the newest revision of a record says, where that is known without asking. */
  textOf(id: string): string | undefined {
    return this.#known.get(id)?.text;
  }

  /** Notes a record as it was just written. */
  note(head: RecordHead, text: string): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(head.id, { head, text });
  }

  forget(): void {
    this.#known.clear();
  }
}

/** A row that must be there. */
export function requireRow(id: string, row: unknown): unknown {
  if (row === undefined) throw new StoreRefusal({ kind: 'recordMissing', id });
  return row;
}
