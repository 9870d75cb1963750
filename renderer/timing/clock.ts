/** Time, so that tests can move it by hand. */
export interface Clock {
  now(): number;
  /** Runs something later; returns what cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** When a key was pressed last, whatever it did; 0 where none was yet. */
  lastKeyMs(): number;
}

let lastKeyMs = 0;

/** Lets the window's clock know of keys from now on; to be called once. */
export function watchKeys(target: Window): void {
  const note = () => {
    lastKeyMs = Date.now();
  };
  target.addEventListener('keydown', note, { capture: true, passive: true });
}

/** The time of the window. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = window.setTimeout(run, delayMs);
    return () => window.clearTimeout(timer);
  },
  lastKeyMs: () => lastKeyMs,
};
