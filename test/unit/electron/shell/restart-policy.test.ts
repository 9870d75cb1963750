import { describe, expect, it } from 'vitest';
import { maxCrashes, restartDelayMs } from '../../../../electron/shell/restart-policy.ts';

describe('restartDelayMs', () => {
  it('starts again at once after the first crash, then waits twice as long each time', () => {
    const delays = [1, 2, 3, 4, 5].map((count) =>
      restartDelayMs(
        Array.from({ length: count }, () => 1000),
        1000,
      ),
    );
    expect(delays).toEqual([0, 100, 200, 400, 800]);
  });

  it('gives up after too many crashes within a minute, and takes heart again when the minute is over', () => {
    const crashes = Array.from({ length: maxCrashes + 1 }, (_, index) => index * 1000);
    expect(restartDelayMs(crashes, 6000)).toBeNull();
    expect(restartDelayMs(crashes, 60_500)).not.toBeNull();
    expect(restartDelayMs(crashes, 200_000)).toBe(0);
  });
});
