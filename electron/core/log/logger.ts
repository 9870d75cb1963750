import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where bugs are written down, once, for whoever is given their id. */
export interface Logger {
  /** @param id the number the person was shown */
  bug(id: string, where: string, thrown: unknown): void;
}

/** A short id to tell a person and find in the log. */
export function newBugId(): string {
  return randomUUID().slice(0, 8);
}

/** A log never grows past twice this. */
const LIMIT_BYTES = 1_000_000;

const describe = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? String(thrown)) : `thrown: ${String(thrown)}`;

/** Writes to `core.log` in a folder, one JSON object a line; the log before it is kept as `core.old.log`. */
export function fileLogger(dir: string): Logger {
  const file = path.join(dir, 'core.log');
  return {
    bug: (id, where, thrown) => {
      const line = { at: new Date().toISOString(), id, where, what: describe(thrown) };
      try {
        mkdirSync(dir, { recursive: true });
        const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
        if (size > LIMIT_BYTES) renameSync(file, path.join(dir, 'core.old.log'));
        appendFileSync(file, `${JSON.stringify(line)}\n`);
      } catch {
        // A full or read-only disk: the standard error is what is left.
        console.error(line);
      }
    },
  };
}
