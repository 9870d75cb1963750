/** Crashes within the window after which the core is left alone. */
export const maxCrashes = 5;
const windowMs = 60_000;
const firstDelayMs = 100;

/**
 * How long to wait before starting the core again.
 * @param crashTimesMs when it crashed so far, the newest last; times on any steady clock
 * @param nowMs the same clock now
 * @returns a delay that doubles with every crash of the last minute, or null when there were too many of them
 */
export function restartDelayMs(crashTimesMs: readonly number[], nowMs: number): number | null {
  const recent = crashTimesMs.filter((time) => nowMs - time < windowMs).length;
  if (recent > maxCrashes) return null;
  return recent <= 1 ? 0 : firstDelayMs * 2 ** (recent - 2);
}
