/**
 * Workbooks before Excel 97 hold texts in the code page of the machine that wrote them, which SheetJS does not know: it
 * gives every byte as a character.
 */

/** Stream of a workbook before Excel 97, and of one since then, as OLE2 names them. */
const OLD_STREAM = Buffer.from('Book\0', 'utf16le');
const NEW_STREAM = Buffer.from('Workbook\0', 'utf16le');
/** Where a globals or sheet part of Excel 5 and 95 begins. */
const BEGIN = Buffer.from([0x09, 0x08, 0x08, 0x00, 0x00, 0x05]);
const CODE_PAGE = Buffer.from([0x42, 0x00, 0x02, 0x00]);
/** The record stands among the first of its part. */
const HEAD_BYTES = 4096;

const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1250 + index, `windows-${1250 + index}`]),
]);

function encodingOf(bytes: Buffer): string {
  const begin = bytes.indexOf(BEGIN);
  const at = begin < 0 ? -1 : bytes.subarray(begin, begin + HEAD_BYTES).indexOf(CODE_PAGE);
  const page = at < 0 ? 936 : bytes.readUInt16LE(begin + at + CODE_PAGE.length);
  return ENCODINGS.get(page) ?? 'windows-1252';
}

/**
 * What turns the texts that SheetJS gives of an old workbook into the ones that were typed; undefined for a workbook
 * that is none.
 */
export function oldTextDecoder(bytes: Buffer): ((text: string) => string) | undefined {
  const isWorkbook = bytes.includes(NEW_STREAM);
  if (isWorkbook || !bytes.includes(OLD_STREAM)) return undefined;
  const decoder = new TextDecoder(encodingOf(bytes));
  return (text) => {
    const isBytes = [...text].every((char) => (char.codePointAt(0) ?? 0) <= 0xff);
    return isBytes ? decoder.decode(Buffer.from(text, 'latin1')) : text;
  };
}
