import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { READER_LIMITS } from '../../../../electron/core/readers/limits.ts';
import { describeError } from '../../../../shared/domain/app-error.ts';
import { readBytesAs, rowsOf, textsOf } from '../../../support/reading.ts';
import { cell, makeWord, paragraph, row, run, table } from '../../../support/word-files.ts';
import { makeZip } from '../../../support/workbook-files.ts';
import { expectError, temporaryFolder } from '../../../support/workspaces.ts';

const FORM = table([row([cell('项目名称'), cell('道路维修')])]);

async function texts(name: string, bytes: Uint8Array): Promise<string[][]> {
  return textsOf(rowsOf(await readBytesAs(name, bytes)));
}

async function failure(name: string, bytes: Uint8Array, limits = READER_LIMITS): Promise<string> {
  return expectError(await readBytesAs(name, bytes, limits)).kind;
}

describe('a Word document', () => {
  it('is known by its content, whatever its name', async () => {
    for (const name of ['a.docx', 'a.doc', 'a.xlsx', 'a.wps']) {
      expect(await texts(name, makeWord(FORM))).toEqual([['项目名称', '道路维修']]);
    }
  });

  it('may have its text in a numbered part, and prefixes of its own', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const content = `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`;
    expect(await texts('a.docx', makeZip([{ name: 'word/document2.xml', content }]))).toEqual([['甲']]);
  });

  it('gives only its body: not headers, footers, notes or comments', async () => {
    const part = (name: string) => ({ name: `word/${name}.xml`, content: `<w:hdr>${paragraph('页眉')}</w:hdr>` });
    const bytes = makeWord(paragraph('甲') + FORM, ['header1', 'footer1', 'footnotes', 'comments'].map(part));
    expect(await texts('a.docx', bytes)).toEqual([['甲'], ['项目名称', '道路维修']]);
  });

  it('is empty', async () => {
    expect(await failure('空.docx', makeWord(paragraph('')))).toBe('fileEmpty');
  });
});

describe('what is embedded in a Word document or linked from it', () => {
  it('is never touched', async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const target = `http://127.0.0.1:${port}/template.dotm`;
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`;
    const object = '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Package" r:id="rId8"/></w:object></w:r>';
    const chunk = '<w:altChunk r:id="rId9"/>';
    const bytes = makeWord(paragraph(run('甲') + object) + chunk + FORM, [
      { name: 'word/_rels/document.xml.rels', content: relations },
      { name: 'word/_rels/settings.xml.rels', content: relations },
      // Broken on purpose: whoever unpacked it would fail.
      { name: 'word/embeddings/oleObject1.bin', packed: Buffer.from('no deflate'), declaredBytes: 40 },
      { name: 'word/vbaProject.bin', packed: Buffer.from('no deflate'), declaredBytes: 40 },
    ]);
    expect(await texts('嵌入.docx', bytes)).toEqual([['甲'], ['项目名称', '道路维修']]);
    server.close();
    expect(requests).toBe(0);
  });
});

describe('a Word document that cannot be read', () => {
  it('declares entities, to multiply them or to fetch a file', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const laughs = `<!DOCTYPE d [<!ENTITY e0 "哈">${levels}]>`;
    expect(await failure('笑.docx', makeWord(paragraph('<w:r><w:t>&e9;</w:t></w:r>'), [], laughs))).toBe('fileDamaged');
    const secret = path.join(temporaryFolder(), 'secret.txt');
    writeFileSync(secret, '机密');
    const fetching = `<!DOCTYPE d [<!ENTITY f SYSTEM "file://${secret}">]>`;
    expect(await failure('外.docx', makeWord(paragraph('<w:r><w:t>&f;</w:t></w:r>'), [], fetching))).toBe(
      'fileDamaged',
    );
  });

  it('is no xml, not well-formed, or something else', async () => {
    for (const content of ['w', '<w:document', '<a><b></a>', '<a/>', '\u0000\u0001\u0002\u0003']) {
      expect(await failure('坏.docx', makeZip([{ name: 'word/document.xml', content }]))).toBe('fileDamaged');
    }
  });

  it('is cut off', async () => {
    const whole = makeWord(FORM);
    expect(await failure('断.docx', whole.subarray(0, whole.length - 40))).toBe('fileDamaged');
    expect(await failure('断.docx', whole.subarray(0, 100))).toBe('fileDamaged');
  });

  it('is nested without end', async () => {
    const deep = '<w:p>'.repeat(100_000);
    expect(await failure('深.docx', makeWord(deep))).toBe('fileDamaged');
    const tables = '<w:tbl><w:tr><w:tc>'.repeat(200) + '</w:tc></w:tr></w:tbl>'.repeat(200);
    expect(await failure('套.docx', makeWord(tables))).toBe('fileEmpty');
  });

  it('grows too much', async () => {
    const packed = deflateRawSync(Buffer.alloc(30_000_000, 0x20));
    const lie = makeZip([{ name: 'word/document.xml', packed, declaredBytes: 1000 }]);
    expect(await failure('弹.docx', lie)).toBe('fileExpandsTooMuch');
    const blank = makeZip([{ name: 'word/document.xml', content: Buffer.alloc(80_000_000, 0x20) }]);
    expect(await failure('弹.docx', blank)).toBe('fileExpandsTooMuch');
  });

  it('has a table out of all proportion', async () => {
    const wide = table([row(Array.from({ length: 300 }, () => cell('甲')))]);
    expect(await failure('宽.docx', makeWord(wide))).toBe('fileTooWide');
    const long = table(Array.from({ length: 12 }, () => row([cell('甲')])));
    expect(await failure('长.docx', makeWord(long), { ...READER_LIMITS, rows: 10 })).toBe('fileTooLong');
    const spans = table([row([cell('甲', '<w:gridSpan w:val="999999999"/>'), cell('', '<w:gridSpan w:val="-3"/>')])]);
    expect(await texts('跨.docx', makeWord(spans))).toHaveLength(1);
  });

  it('is one of old Word, and says what to do', async () => {
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1528),
      Buffer.from('Root Entry\0WordDocument\0', 'utf16le'),
      Buffer.alloc(1000),
    ]);
    const error = expectError(await readBytesAs('老.doc', old));
    expect(error).toEqual({ kind: 'fileOldWord', file: '老.doc' });
    expect(describeError(error)).toContain('另存为 docx');
  });

  it('leaves old workbooks that embed one alone', async () => {
    const sheet = utils.aoa_to_sheet([['项目名称', 'WordDocument']]);
    const bytes: unknown = write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'buffer', bookType: 'biff8' });
    if (!(bytes instanceof Uint8Array)) throw new Error('no workbook');
    expect(await texts('表.xls', bytes)).toEqual([['项目名称', 'WordDocument']]);
  });
});
