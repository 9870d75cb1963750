import { randomBytes } from 'node:crypto';
import path from 'node:path';

export type FilePurpose = 'read' | 'write';

/** More than anyone drops on a window in a day; the oldest are forgotten first. */
const LIMIT = 10_000;

/** The files and places a person chose, by tokens that say nothing: the page never holds a path. */
export class FileTokens {
  readonly #files = new Map<string, { readonly path: string; readonly purpose: FilePurpose }>();

  /** Remembers a path for one purpose. */
  register(file: string, purpose: FilePurpose): { readonly token: string; readonly name: string } {
    const token = randomBytes(24).toString('base64url');
    this.#files.set(token, { path: path.resolve(file), purpose });
    const [oldest] = this.#files.keys();
    if (this.#files.size > LIMIT && oldest !== undefined) this.#files.delete(oldest);
    return { token, name: path.basename(file) };
  }

  /** The path behind a token; undefined when it was never given out, or for another purpose. */
  path(token: string, purpose: FilePurpose): string | undefined {
    const file = this.#files.get(token);
    return file?.purpose === purpose ? file.path : undefined;
  }
}
