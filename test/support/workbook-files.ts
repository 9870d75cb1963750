import { crc32, deflateRawSync } from 'node:zlib';

/** Workbooks and zips made by hand, with whatever a program or an attacker might put into them. */
export interface ZipPart {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Packed bytes to use as they are. */
  readonly packed?: Uint8Array;
  /** What the zip says about the size, where it lies. */
  readonly declaredBytes?: number;
  readonly isEncrypted?: boolean;
}

/** A zip of these parts. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content ?? '');
    const isStored = part.packed === undefined && content.length < 100;
    const packed = isStored ? content : (part.packed ?? deflateRawSync(content));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(isStored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006'), end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The xml of a sheet from its rows, merged cells and whatever comes after them. */
export function worksheet(rows: string, merges = '', rest = ''): string {
  const mergeCells = merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`;
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${mergeCells}${rest}</worksheet>`;
}

/** A workbook with one sheet named 表. */
export function makeWorkbook(options: {
  readonly sheet: string;
  readonly sheetState?: string;
  readonly styles?: string;
  readonly more?: readonly ZipPart[];
}): Uint8Array {
  const state = options.sheetState === undefined ? '' : ` state="${options.sheetState}"`;
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`)}${override('/xl/worksheets/sheet1.xml', `${CONTENT}.worksheet+xml`)}${override('/xl/styles.xml', `${CONTENT}.styles+xml`)}</Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: options.styles ?? `<styleSheet xmlns="${MAIN}"/>` },
    { name: 'xl/worksheets/sheet1.xml', content: options.sheet },
    ...(options.more ?? []),
  ]);
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** An OpenDocument workbook with one table of these rows, and no part that is not needed. */
export function makeOds(rows: string): Uint8Array {
  const names = ['office', 'table', 'text'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(' ');
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  const table = `<table:table table:name="表">${rows}</table:table>`;
  return makeZip([
    { name: 'mimetype', content: type },
    {
      name: 'META-INF/manifest.xml',
      content: `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`,
    },
    {
      name: 'content.xml',
      content: `<office:document-content ${names}><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
