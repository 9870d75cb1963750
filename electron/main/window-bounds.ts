import { readFile, writeFile } from 'node:fs/promises';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  isMaximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

/** Where the window stood last time; null at the first start, or when the file makes no sense. */
export async function readWindowBounds(file: string): Promise<WindowBounds | null> {
  try {
    return boundsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Remembers where the window stands. A failure is of no account: the next start uses the usual place. */
export async function writeWindowBounds(file: string, bounds: WindowBounds): Promise<void> {
  await writeFile(file, JSON.stringify(bounds)).catch(() => undefined);
}

/** Whether enough of the window lies on a screen to be taken hold of; screens come and go. */
export function isReachable(bounds: Rectangle, workAreas: readonly Rectangle[]): boolean {
  const neededPx = 80;
  return workAreas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    return width >= neededPx && bounds.y >= area.y && bounds.y + neededPx <= area.y + area.height;
  });
}
