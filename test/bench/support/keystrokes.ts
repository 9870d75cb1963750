import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** Milliseconds between keys, over and over: somebody who types fast, at times more than twenty keys a second. */
const PAUSES_MS = [70, 90, 45, 120, 60, 80, 50, 100];

declare global {
  interface Window {
    /** For each key so far the ms from its press to the first frame painted with its effect. */
    paintTimes: number[];
  }
}

/**
 * Makes a page note how long each key takes until the frame with its effect has been painted: from the event's own
 * time stamp (when the browser got the key) to the first task after the next animation frame. Where the key also
 * changes a text, that is the frame after the change. A key that is overtaken by the next one counts up to the frame
 * that shows both.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paintTimes = [];
    let waiting: number[] = [];
    let latest = 0;
    const notePaint = () => {
      latest += 1;
      const own = latest;
      requestAnimationFrame(() => {
        // A task of the highest priority comes right after the frame, before work that the page has put off.
        void scheduler.postTask(
          () => {
            if (own !== latest) return;
            const nowMs = performance.now();
            window.paintTimes.push(...waiting.map((pressedMs) => nowMs - pressedMs));
            waiting = [];
          },
          { priority: 'user-blocking' },
        );
      });
    };
    addEventListener(
      'keydown',
      (event) => {
        waiting.push(event.timeStamp);
        notePaint();
      },
      { capture: true },
    );
    addEventListener('input', () => waiting.length > 0 && notePaint(), { capture: true });
  });
}

/**
 * Presses keys with the pauses of somebody who types fast.
 * @returns the ms each took, in order
 */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => window.paintTimes.splice(0));
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    await sleep(PAUSES_MS[index % PAUSES_MS.length]);
  }
  await sleep(500);
  const times = await page.evaluate(() => window.paintTimes);
  if (times.length !== keys.length) throw new Error(`${times.length} times noted for ${keys.length} keys`);
  return times;
}
