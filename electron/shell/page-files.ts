import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Kinds of files a build of the page consists of; anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Its name holds a hash of its content, so that it never changes. */
  readonly isImmutable: boolean;
}

/**
 * Reads a file of the built page.
 * @param pageDir absolute folder of the build
 * @param pathname path of an address, still percent-encoded; `/` is the page itself
 * @returns null for whatever is not a file of the build, above all for paths that lead out of its folder
 */
export async function readPageFile(pageDir: string, pathname: string): Promise<PageFile | null> {
  const file = resolveInside(pageDir, pathname === '/' ? '/index.html' : pathname);
  const contentType = file === null ? undefined : contentTypes[path.extname(file)];
  if (file === null || contentType === undefined) return null;
  try {
    const isImmutable = path.dirname(file) === path.join(pageDir, 'assets');
    return { bytes: await readFile(file), contentType, isImmutable };
  } catch {
    return null;
  }
}

function resolveInside(pageDir: string, pathname: string): string | null {
  try {
    const relative = decodeURIComponent(pathname);
    if (/[\\\0:]/.test(relative)) return null;
    const file = path.resolve(pageDir, `.${relative}`);
    return file.startsWith(pageDir + path.sep) ? file : null;
  } catch {
    // Not a percent-encoded text.
    return null;
  }
}
