/**
 * Text files come as UTF-8, as UTF-16 (Excel's "Unicode text") and, from older programs, as GB18030.
 */

/** How much of a file is looked at to tell a page's declared encoding. */
const HEAD_BYTES = 4096;

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // `stream` lets a character cut off at the very end pass: what is there is still text.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Control characters that no text has; form feed, vertical tab and the like are let through. */
function isReadable(text: string): boolean {
  let odd = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd) odd += 1;
  }
  return odd * 500 <= text.length;
}

/**
 * The text in a file, without a byte order mark.
 * @returns undefined where the bytes are no text in an encoding that is met in practice
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  let text: string | undefined;
  if (first === 0xff && second === 0xfe) text = decode(bytes, 'utf-16le');
  else if (first === 0xfe && second === 0xff) text = decode(bytes, 'utf-16be');
  else if (first === 0xef && second === 0xbb && third === 0xbf) text = decode(bytes, 'utf-8');
  else if (bytes.includes(0)) text = bytes.length % 2 === 0 ? decode(bytes, 'utf-16le') : undefined;
  else text = decode(bytes, 'utf-8') ?? decode(bytes, declaredEncoding(bytes) ?? 'gb18030');
  return text !== undefined && isReadable(text) ? text : undefined;
}

/** The encoding a page declares, where this machine knows it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const label = /charset\s*=\s*["']?\s*([a-z0-9_-]{3,20})/iu.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
