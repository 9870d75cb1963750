/** Time, so that tests can move it by hand. */
export interface Clock {
  now(): number;
  /** Runs something later; returns what cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The time of the window. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = window.setTimeout(run, delayMs);
    return () => window.clearTimeout(timer);
  },
};
