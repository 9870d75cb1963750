import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the program lies, and which it is. */
export interface Program {
  readonly resourcesDir: string;
  readonly rendererDir: string;
  readonly version: string;
}

/**
 * Finds the program around one of its entry files, in the sources as in the build (both two levels down).
 * @param entryUrl `import.meta.url` of the entry file
 */
export function programOf(entryUrl: string): Program {
  const dir = path.resolve(path.dirname(fileURLToPath(entryUrl)), '..', '..');
  const text = readFileSync(path.join(dir, 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));
  return { resourcesDir: path.join(dir, 'resources'), rendererDir: path.join(dir, 'dist', 'renderer'), version };
}
