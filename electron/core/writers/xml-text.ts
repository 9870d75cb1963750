/** Characters that xml 1.0 cannot hold, and half characters. */
const UNWRITABLE = /(?![\t\n\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;

/** A text as office files keep it: line breaks as `\n`, without what xml cannot hold. */
export function writableText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNWRITABLE, '').toWellFormed();
}
