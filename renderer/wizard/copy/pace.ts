import type { Clock } from './clock.ts';

export interface PaceTimes {
  /** How long nothing must have happened, ms. */
  readonly pauseMs: number;
  /** The longest a change waits where there is no pause, ms. */
  readonly longestMs: number;
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
