import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Where the print page believes to be. No such host exists, and nothing is ever sent to it. */
export const PRINT_ORIGIN = 'https://paper.invalid';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface PrintFile {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/**
 * The file of the built page that an address names. Only pages, scripts, styles and fonts inside the folder are ever
 * given out, whatever the address says and wherever links lead.
 * @param folder `dist/renderer`, absolute
 * @returns undefined for everything else
 */
export async function readPrintFile(folder: string, address: string): Promise<PrintFile | undefined> {
  const url = URL.parse(address);
  if (url === null || url.origin !== PRINT_ORIGIN) return undefined;
  const contentType = CONTENT_TYPES[path.posix.extname(url.pathname)];
  if (contentType === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, decodeURIComponent(url.pathname)));
    if (!file.startsWith(root + path.sep)) return undefined;
    return { contentType, body: await readFile(file) };
  } catch {
    // Not there, not readable, or no proper address: for the page it is all the same.
    return undefined;
  }
}
