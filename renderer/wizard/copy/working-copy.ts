import type { AnswerRow, Answers } from '../../../shared/domain/answers.ts';
import { fieldText, tableRows, withField, withRows } from '../../../shared/domain/answers.ts';
import type { FormRecord } from '../../../shared/domain/record.ts';
import type { FormDefinition } from '../../../shared/forms/definition.ts';
import { fieldOf, tableOf } from '../../../shared/forms/shape.ts';
import { firstDifference } from './first-difference.ts';
import type { History } from './history.ts';
import { addStep, emptyHistory, redoStep, seal, undoStep } from './history.ts';

export interface Change {
  /** What is done, for people. */
  readonly label: string;
  /** Changes with the same key that follow each other are one step of undo. */
  readonly mergeKey?: string;
}

/** What a working copy looks like between two changes. */
export interface CopyState {
  readonly answers: Answers;
  readonly history: History<Answers>;
}

/**
 * The answers of one form while it is being filled in, exactly as typed (the core brings them into shape when it
 * saves), with undo and redo. Components subscribe to the part they show, so that a key stroke redraws one field.
 */
export class WorkingCopy {
  readonly recordId: string;
  readonly definition: FormDefinition;
  readonly fiscalYear: number;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: CopyState;

  constructor(record: FormRecord, definition: FormDefinition, now: () => number = Date.now) {
    this.recordId = record.id;
    this.definition = definition;
    this.fiscalYear = record.fiscalYear;
    this.#now = now;
    this.#state = { answers: record.answers, history: emptyHistory() };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): CopyState => this.#state;

  get answers(): Answers {
    return this.#state.answers;
  }

  /** Sets one field, or one cell of a table (`indicators.3.target`). */
  setText(path: string, text: string): void {
    const [head = '', index, column] = path.split('.');
    if (column === undefined) {
      if (fieldText(this.answers, path) === text) return;
      const label = fieldOf(this.definition, path)?.label ?? path;
      this.#change(withField(this.answers, path, text), { label: `修改 ${label}`, mergeKey: path });
      return;
    }
    const rows = tableRows(this.answers, head).map((row, at) =>
      at === Number(index) ? { ...row, [column]: text } : row,
    );
    const label = tableOf(this.definition, head)?.label ?? head;
    this.setRows(head, rows, { label: `修改 ${label}`, mergeKey: path });
  }

  /** Replaces the rows of one table. */
  setRows(table: string, rows: readonly AnswerRow[], change: Change): void {
    this.#change(withRows(this.answers, table, rows), change);
  }

  /** Replaces everything, as one step that can be taken back. */
  replaceAll(answers: Answers, label: string): void {
    this.seal();
    this.#change(answers, { label });
    this.seal();
  }

  /** Ends the current step of undo; to be called when a field is left. */
  seal(): void {
    this.#set({ ...this.#state, history: seal(this.#state.history) });
  }

  /** Takes the last step back. Returns the path of the first place that changed, or null when there was nothing. */
  undo(): string | null {
    const undone = undoStep(this.#state.history);
    if (!undone) return null;
    this.#set({ answers: undone.step.before, history: undone.history });
    return firstDifference(undone.step.after, undone.step.before);
  }

  /** Does the last step again that was taken back. Returns as `undo`. */
  redo(): string | null {
    const redone = redoStep(this.#state.history);
    if (!redone) return null;
    this.#set({ answers: redone.step.after, history: redone.history });
    return firstDifference(redone.step.before, redone.step.after);
  }

  #change(answers: Answers, change: Change): void {
    const step = {
      before: this.answers,
      after: answers,
      label: change.label,
      mergeKey: change.mergeKey ?? null,
      atMs: this.#now(),
    };
    this.#set({ answers, history: addStep(this.#state.history, step) });
  }

  #set(state: CopyState): void {
    if (state.answers === this.#state.answers && state.history === this.#state.history) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
