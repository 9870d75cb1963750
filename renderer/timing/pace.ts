import { type Answers, tableRows } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { Clock } from './clock.ts';

export interface PaceTimes {
  /** How long nothing must have happened, ms. */
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

/** Does something after a change as soon as there is a pause: what is dear must not stand between two keys. */
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
    this.#cancel?.();
    const delayMs = Math.max(0, Math.min(this.#times.pauseMs, this.#dueMs - now));
    this.#cancel = this.#clock.after(delayMs, () => {
      this.stop();
      this.#run();
    });
  };

  /** Nothing is waited for any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#dueMs = null;
  }
}
