import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { SourceDocument } from '../../../shared/grid/source-document.ts';
import { decodeText } from './decode-text.ts';
import { DocxBody } from './docx-body.ts';
import { ListNumbers } from './docx-numbering.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import { parseXml } from './xml-events.ts';
import { inflateEntries, type ZipEntry } from './zip.ts';

/** Usually `word/document.xml`; some services number it. */
const MAIN_PART = /^word\/document\d*\.xml$/u;

const NUMBERING_PART = /^word\/numbering\d*\.xml$/u;
const STYLES_PART = /^word\/styles\d*\.xml$/u;

/** The part of a zip that holds the text of a Word document; undefined where it is none. */
export function mainPartOf(entries: readonly ZipEntry[]): ZipEntry | undefined {
  return entries.find((entry) => MAIN_PART.test(entry.name));
}

/**
 * Reads the text of a Word document: tables with their merged cells, paragraphs between them as rows of kind `line`.
 * It reads what Word shows when all changes are accepted: inserted text, results of fields, text boxes; not deleted or
 * hidden text, which nobody who looks at the document sees, and not headers and footers. The numbers of lists are text
 * as well. No part is opened but the text, the lists and the styles: embedded objects, pictures and links stay untouched.
 * @param entries the parts of the file, the main part among them
 */
export function readDocx(
  bytes: Buffer,
  mainPart: ZipEntry,
  entries: readonly ZipEntry[],
  limits: ReaderLimits,
): Result<SourceDocument, ReadFault> {
  const parts = [mainPart, ...[NUMBERING_PART, STYLES_PART].map((part) => entries.find(({ name }) => part.test(name)))];
  const there = parts.filter((part) => part !== undefined);
  const contents = inflateEntries(bytes, there, limits);
  if (!contents.ok) return contents;
  const [xml, numberingXml, stylesXml] = parts.map((part) => {
    const content = part && contents.value[there.indexOf(part)];
    return content === undefined ? '' : decodeText(content);
  });
  if (xml === undefined || numberingXml === undefined || stylesXml === undefined) return err({ kind: 'damaged' });
  const numbers = ListNumbers.read(numberingXml, stylesXml);
  if (!numbers.ok) return numbers;
  const body = new DocxBody(limits, numbers.value);
  const parsed = parseXml(xml, body);
  if (!parsed.ok) return parsed;
  const rows = body.takeRows();
  if (!rows.ok) return rows;
  if (rows.value.length > limits.rows) return err({ kind: 'tooLong' });
  return ok({ sheets: [{ name: '', rows: rows.value, knowsSpans: true }] });
}
