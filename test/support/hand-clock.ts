import type { Clock } from '../../renderer/timing/clock.ts';

/** A clock that stands until it is moved. */
export interface HandClock extends Clock {
  /** Moves on; what is due on the way runs at its time. */
  advance(ms: number): void;
  /** Presses a key that changes nothing. */
  press(): void;
}

/** A clock at zero. @param tickMs what every look at it takes, so that long work can be played */
export function handClock(tickMs = 0): HandClock {
  let nowMs = 0;
  let lastKeyMs = 0;
  let timers: { readonly atMs: number; readonly run: () => void }[] = [];
  return {
    now: () => {
      nowMs += tickMs;
      return nowMs;
    },
    after: (delayMs, run) => {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    lastKeyMs: () => lastKeyMs,
    press: () => {
      lastKeyMs = nowMs;
    },
    advance: (ms) => {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        nowMs = Math.max(nowMs, next.atMs);
        timers = timers.filter((other) => other !== next);
        next.run();
      }
      nowMs = Math.max(nowMs, endMs);
    },
  };
}
