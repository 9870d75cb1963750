import { makeZip, type ZipPart } from './workbook-files.ts';

/** Word documents made by hand, with whatever a program or an attacker might put into them. */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const NAMESPACES = [
  `xmlns:w="${WORD}"`,
  `xmlns:mc="${COMPATIBILITY}"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

/** A document with this body; `more` are further parts of its package. */
export function makeWord(body: string, more: readonly ZipPart[] = [], prologue = ''): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?>${prologue}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content },
    ...more,
  ]);
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of plain text, or of what its xml says. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
}

/** A cell of plain text, or of what its xml says. */
export function cell(content: string, properties = ''): string {
  const inner = content.startsWith('<') ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

/** A row of cells. */
export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

/** A table of rows, with the widths of its columns in twips where they matter. */
export function table(rows: readonly string[], widths: readonly number[] = []): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
