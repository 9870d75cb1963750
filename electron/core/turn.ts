import { setImmediate } from 'node:timers/promises';

/** Lets other calls have their turn during long work: the core has one thread, and saves must not wait for exports. */
export async function giveTurn(): Promise<void> {
  await setImmediate();
}
