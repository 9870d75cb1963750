import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { SourceDocument } from '../../../shared/grid/source-document.ts';
import { mainPartOf, readDocx } from './docx.ts';
import type { ReadFault } from './fault.ts';
import { readHtml } from './html.ts';
import type { ReaderLimits } from './limits.ts';
import { type SourceKind, sniff, sniffText } from './sniff.ts';
import { readText } from './text.ts';
import { readWholeWorkbook, readZippedWorkbook } from './workbook.ts';
import { listZip } from './zip.ts';

/** What is to be read: the bytes of a file, or text that was pasted. */
export type ReadContent = { readonly bytes: Uint8Array } | { readonly text: string };

/**
 * Reads a file by its content. Runs in the worker: what it is given may be hostile.
 * @param name the file's name, only to judge whether a foreign content is a mistake
 */
export function readContent(
  content: ReadContent,
  name: string,
  limits: ReaderLimits,
): Result<SourceDocument, ReadFault> {
  if ('text' in content) return readKind(sniffText(content.text), Buffer.from(content.text), name, limits);
  const bytes = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength);
  return readKind(sniff(bytes), bytes, name, limits);
}

/** Extensions of zipped formats: text or a page under such a name was renamed, and no program would open it. */
const ZIPPED_NAME = /\.(xlsx|xlsm|xlsb|ods|docx|wps)$/iu;
const OFFICE_NAME = /\.(xlsx|xlsm|xlsb|xls|et|ett|ods|docx?|wps)$/iu;
/** A page may begin with any element; its name tells it from a text that begins with a stray tag. */
const PAGE_NAME = /\.html?$/iu;
const KNOWN_NAME = /\.(xlsx|xlsm|xlsb|xls|et|ett|ods|docx?|html?|txt|csv|tsv)$/iu;

function readKind(
  source: SourceKind,
  bytes: Buffer,
  name: string,
  limits: ReaderLimits,
): Result<SourceDocument, ReadFault> {
  switch (source.kind) {
    case 'zip':
      return ofName(readZipped(bytes, limits), name);
    case 'ole':
      return isOldWord(bytes) ? err({ kind: 'oldWord' }) : ofName(readWholeWorkbook(bytes, limits), name);
    case 'spreadsheetXml':
      return readWholeWorkbook(bytes, limits);
    case 'html':
      return ZIPPED_NAME.test(name) ? err({ kind: 'typeMismatch', actual: '网页' }) : readHtml(source.text, limits);
    case 'text': {
      if (PAGE_NAME.test(name) && source.text.includes('<')) return readHtml(source.text, limits);
      if (ZIPPED_NAME.test(name)) return err({ kind: 'typeMismatch', actual: '文本' });
      const sheet = readText(source.text, limits);
      return sheet.ok ? nonEmpty({ sheets: [sheet.value] }) : sheet;
    }
    case 'other':
      return ofName(err({ kind: 'typeMismatch', actual: source.actual }), name);
    case 'unknown':
      return err({ kind: OFFICE_NAME.test(name) ? 'damaged' : 'typeUnknown' });
  }
}

function readZipped(bytes: Buffer, limits: ReaderLimits): Result<SourceDocument, ReadFault> {
  const entries = listZip(bytes, limits);
  if (!entries.ok) return entries;
  const text = mainPartOf(entries.value);
  return text ? readDocx(bytes, text, entries.value, limits) : readZippedWorkbook(bytes, limits);
}

/** Word before 2007 and WPS's own documents: told from a workbook by the names of their streams. */
function isOldWord(bytes: Buffer): boolean {
  const has = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  return has('WordDocument\0') && !has('Workbook\0') && !has('Book\0');
}

/** A foreign format is a mismatch where the name promised one of ours, otherwise merely unknown. */
function ofName(result: Result<SourceDocument, ReadFault>, name: string): Result<SourceDocument, ReadFault> {
  if (result.ok) return nonEmpty(result.value);
  const isHonest = result.error.kind === 'typeMismatch' && !KNOWN_NAME.test(name);
  return isHonest ? err({ kind: 'typeUnknown' }) : result;
}

function nonEmpty(document: SourceDocument): Result<SourceDocument, ReadFault> {
  return document.sheets.some((sheet) => sheet.rows.length > 0) ? ok(document) : err({ kind: 'empty' });
}
