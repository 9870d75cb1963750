import { decodeText } from './decode-text.ts';

/** What a file is by its content, whatever its name says. */
export type SourceKind =
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole' }
  /** SpreadsheetML 2003: the xml that some systems hand out as .xls. */
  | { readonly kind: 'spreadsheetXml' }
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A known format that holds no tables for us. */
  | { readonly kind: 'other'; readonly actual: string }
  | { readonly kind: 'unknown' };

const SIGNATURES: readonly (readonly [actual: string, offset: number, bytes: readonly number[]])[] = [
  ['PDF 文件', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['图片', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['图片', 0, [0xff, 0xd8, 0xff]],
  ['图片', 0, [0x47, 0x49, 0x46, 0x38]],
  ['图片', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['图片', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['图片', 8, [0x57, 0x45, 0x42, 0x50]],
  ['程序', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ['RAR 压缩包', 0, [0x52, 0x61, 0x72, 0x21]],
  ['7z 压缩包', 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ['压缩包', 0, [0x1f, 0x8b, 0x08]],
  ['RTF 文档', 0, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['数据库文件', 0, [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['视频', 4, [0x66, 0x74, 0x79, 0x70]],
];
/** `MZ` and `BM` may begin a text; a program or a bitmap has a NUL soon after, a text has none. */
const SHORT_SIGNATURES: readonly (readonly [actual: string, bytes: readonly number[]])[] = [
  ['程序', [0x4d, 0x5a]],
  ['图片', [0x42, 0x4d]],
];

function startsWith(bytes: Uint8Array, offset: number, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}

/** Looks at the first bytes, then at the text itself. */
export function sniff(bytes: Uint8Array): SourceKind {
  if (startsWith(bytes, 0, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, 0, [0x50, 0x4b, 0x05, 0x06])) {
    return { kind: 'zip' };
  }
  if (startsWith(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: 'ole' };
  for (const [actual, offset, signature] of SIGNATURES) {
    if (startsWith(bytes, offset, signature)) return { kind: 'other', actual };
  }
  for (const [actual, signature] of SHORT_SIGNATURES) {
    if (startsWith(bytes, 0, signature) && bytes.subarray(0, 64).includes(0)) return { kind: 'other', actual };
  }
  const text = decodeText(bytes);
  return text === undefined ? { kind: 'unknown' } : sniffText(text);
}

/** Tells html and spreadsheet xml from plain text, in a file or in what was pasted. */
export function sniffText(text: string): SourceKind {
  const head = text.slice(0, 4096);
  if (/^\s*<\?xml/u.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { kind: 'spreadsheetXml' };
  }
  const isClipboardHtml = /^Version:\d/u.test(head) && /<html/iu.test(head);
  const startsAsPage =
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|meta|table|style)\b/iu;
  if (isClipboardHtml) return { kind: 'html', text: text.slice(text.indexOf('<')) };
  return startsAsPage.test(head) || isFragment(text) ? { kind: 'html', text } : { kind: 'text', text };
}

/** How much of a text is looked at to tell a piece of a page from a text in which a tag was left over. */
const FRAGMENT_HEAD = 200_000;
const STARTS_WITH_TAG =
  /^\s*<(?:p|div|span|h[1-6]|center|font|b|strong|i|u|a|br|hr|img|ul|ol|section|article|main|thead|tbody|tr|td|title|link|base|script)\b[^<>]*>/iu;

/**
 * A page may begin with any element. A text copied from a page may begin with a tag as well: where tags apart its cells
 * are still separated by tabs, it is a text.
 */
function isFragment(text: string): boolean {
  if (!STARTS_WITH_TAG.test(text.slice(0, 4096).replaceAll(/<!--[\s\S]*?-->/gu, ''))) return false;
  const head = text.slice(0, FRAGMENT_HEAD);
  if (/<td[\s>]/iu.test(head)) return true;
  const hasBlocks = /<\/(?:p|div|h[1-6]|center|ul|ol|section|article)>|<br\s*\/?>/iu.test(head);
  return hasBlocks && !/\S[ ]*\t+[ ]*\S/u.test(head.replaceAll(/<[^<>]*>/gu, ''));
}
