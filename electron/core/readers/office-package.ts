import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import { inflateEntries, listZip, type ZipEntry } from './zip.ts';

/** Parts of a workbook package, inflated: only those that hold cells. */
export interface WorkbookPackage {
  readonly parts: readonly { readonly name: string; readonly content: Buffer }[];
}

/**
 * Parts that are never opened: macros, links to other files, embedded files, pictures, notes, and what belongs to a
 * sheet but holds no cells.
 */
const UNOPENED =
  /vbaProject|\/_rels\/(?!workbook\.)|(^|\/)(media|embeddings|externalLinks|printerSettings|drawings|charts|customXml|ctrlProps|activeX|model|pivotCache|pivotTables|queryTables|tables|slicers|threadedComments|theme|docProps|Thumbnails|Pictures|Object[^/]*)\/|comments\d*\.|vmlDrawing/u;
const CELL_PARTS_OF_ODS = ['META-INF/manifest.xml', 'content.xml', 'styles.xml'];

/** Opens a zip that should be a workbook (xlsx, xlsm, xlsb, ods). */
export function openWorkbookPackage(bytes: Buffer, limits: ReaderLimits): Result<WorkbookPackage, ReadFault> {
  const entries = listZip(bytes, limits);
  if (!entries.ok) return entries;
  const names = new Set(entries.value.map((entry) => entry.name));
  const isExcel = [...names].some((name) => name.startsWith('xl/')) && names.has('[Content_Types].xml');
  const isOpenDocument = names.has('content.xml') && names.has('META-INF/manifest.xml');
  if (!isExcel && !isOpenDocument) return err({ kind: 'typeMismatch', actual: nameOfPackage(names) });
  const wanted = entries.value.filter((entry) => isWanted(entry, isExcel));
  const contents = inflateEntries(bytes, wanted, limits);
  if (!contents.ok) return contents;
  const parts = wanted.flatMap((entry, index) => {
    const content = contents.value[index];
    if (!content) return [];
    return [{ name: entry.name, content: entry.name === 'content.xml' ? withSpacesKept(content) : content }];
  });
  if (!isExcel) {
    // Optional in the standard, missed by SheetJS.
    if (!names.has('styles.xml')) parts.push({ name: 'styles.xml', content: Buffer.alloc(0) });
    const manifest = parts.find((part) => part.name === 'META-INF/manifest.xml')?.content.toString() ?? '';
    if (manifest.includes('encryption-data')) return err({ kind: 'encrypted' });
    if (!/full-path="\/"[^>]*spreadsheet|spreadsheet[^>]*full-path="\/"/u.test(manifest)) {
      return err({ kind: 'typeMismatch', actual: 'OpenDocument 文档' });
    }
  }
  return ok({ parts });
}

/**
 * LibreOffice leaves several spaces in a cell of several lines as they are, where the standard has an element for them,
 * and SheetJS makes one space of them.
 */
function withSpacesKept(content: Buffer): Buffer {
  if (!content.includes('  ')) return content;
  const kept = content
    .toString()
    .replaceAll(/>[^<>]+</gu, (text) =>
      text.replaceAll(/(?<=[^\s>]) {2,}(?=[^\s<])/gu, (spaces) => `<text:s text:c="${spaces.length}"/>`),
    );
  return Buffer.from(kept);
}

function isWanted(entry: ZipEntry, isExcel: boolean): boolean {
  if (!isExcel) return CELL_PARTS_OF_ODS.includes(entry.name);
  return /\.(xml|rels|bin)$/u.test(entry.name) && !UNOPENED.test(entry.name);
}

function nameOfPackage(names: ReadonlySet<string>): string {
  if (names.has('ppt/presentation.xml')) return '演示文稿';
  return names.has('AndroidManifest.xml') ? '程序' : 'ZIP 压缩包';
}
