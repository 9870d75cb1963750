import { type Answers, tableRows } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { Clock } from './clock.ts';

export interface PaceTimes {
  /** How long nothing must have happened and no key been pressed, ms. */
  readonly pauseMs: number;
  /** The longest a change waits where there is no pause, ms. */
  readonly longestMs: number;
}

/** Lines from which on a form is a long one. */
const LONG_ROWS = 200;
/** What is dear costs a good part of a second in a long form: nobody who types on is made to wait for it. */
const LONG_PACE: PaceTimes = { pauseMs: 500, longestMs: 15_000 };

/** The pace for a form: the usual one, or a slower one where it has very many lines. */
export function paceFor(form: { readonly definition: FormDefinition; readonly answers: Answers }, usual: PaceTimes) {
  const rows = form.definition.tables.reduce((all, { id }) => all + tableRows(form.answers, id).length, 0);
  return rows > LONG_ROWS ? LONG_PACE : usual;
}

/**
 * Does something after a change as soon as there is a pause: what is dear must not stand between two keys. Keys that
 * change nothing count as well: whoever goes on to the next cell by arrow keys has not paused.
 */
export class Pace {
  readonly #run: () => void;
  readonly #times: PaceTimes;
  readonly #clock: Clock;
  #cancel: (() => void) | null = null;
  #dueMs: number | null = null;

  constructor(run: () => void, times: PaceTimes, clock: Clock) {
    this.#run = run;
    this.#times = times;
    this.#clock = clock;
  }

  /** Something has changed. */
  readonly touch = (): void => {
    const now = this.#clock.now();
    this.#dueMs ??= now + this.#times.longestMs;
    this.#wait(now, this.#dueMs, now);
  };

  /** Waits until nothing has happened since `lastMs` for long enough, or the time has come. */
  #wait(now: number, dueMs: number, lastMs: number): void {
    this.#cancel?.();
    const delayMs = Math.max(0, Math.min(lastMs + this.#times.pauseMs, dueMs) - now);
    this.#cancel = this.#clock.after(delayMs, () => {
      const [thenMs, keyMs] = [this.#clock.now(), this.#clock.lastKeyMs()];
      if (thenMs < dueMs && keyMs > lastMs && thenMs < keyMs + this.#times.pauseMs) {
        this.#wait(thenMs, dueMs, keyMs);
        return;
      }
      this.stop();
      this.#run();
    });
  }

  /** Nothing is waited for any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#dueMs = null;
  }
}
