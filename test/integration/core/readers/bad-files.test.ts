import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../electron/core/readers/limits.ts';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { quietContext, readBytesAs, rowsOf, textsOf } from '../../../support/reading.ts';
import { makeOds, makeWorkbook, makeZip, worksheet } from '../../../support/workbook-files.ts';
import { expectError, temporaryFolder } from '../../../support/workspaces.ts';

const GOOD = writeXlsx({ sheets: [{ name: '表', rows: [['项目名称', '道路维修']] }] });

describe('a file that cannot be read', () => {
  it('is empty', async () => {
    expect(expectError(await readBytesAs('空.xlsx', ''))).toEqual({ kind: 'fileEmpty', file: '空.xlsx' });
    expect(expectError(await readBytesAs('空.txt', ' \r\n\t'))).toEqual({ kind: 'fileEmpty', file: '空.txt' });
    const blank = await writeXlsx({ sheets: [{ name: '表', rows: [] }] });
    expect(expectError(await readBytesAs('空表.xlsx', blank))).toEqual({ kind: 'fileEmpty', file: '空表.xlsx' });
  });

  it('is missing, or no file', async () => {
    const folder = temporaryFolder();
    const missing = { path: path.join(folder, '没有.xlsx'), name: '没有.xlsx' };
    expect(expectError(await readSource(missing, quietContext()))).toEqual({
      kind: 'fileUnreadable',
      file: '没有.xlsx',
    });
    expect(expectError(await readSource({ path: folder, name: '夹' }, quietContext())).kind).toBe('fileUnreadable');
  });

  it('is 200 MB, and refused unread', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, '大.xlsx');
    writeFileSync(file, '');
    truncateSync(file, 200 * 1024 * 1024);
    const failure = expectError(await readSource({ path: file, name: '大.xlsx' }, quietContext()));
    expect(failure).toEqual({ kind: 'fileTooLarge', file: '大.xlsx', limitMb: 50 });
  });

  it('is cut off, wherever', async () => {
    const good = await GOOD;
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = good.subarray(0, Math.floor(good.length * share));
      expect(expectError(await readBytesAs('断.xlsx', cut)).kind).toBe('fileDamaged');
    }
  });

  it('has a byte changed in its contents', async () => {
    const bytes = makeWorkbook({ sheet: worksheet('<row r="1"><c r="A1"><v>12345</v></c></row>') });
    const name = 'xl/worksheets/sheet1.xml';
    const at = Buffer.from(bytes).indexOf(name) + name.length + 30;
    bytes[at] = 255 - (bytes[at] ?? 0);
    expect(expectError(await readBytesAs('改.xlsx', bytes)).kind).toBe('fileDamaged');
  });

  it('has a password', async () => {
    const sheets = [{ name: '表', rows: [['甲']] }];
    const locked = await writeXlsx({ sheets, encryption: { password: '秘密', spinCount: 1000 } });
    expect(expectError(await readBytesAs('锁.xlsx', locked))).toEqual({ kind: 'fileEncrypted', file: '锁.xlsx' });
    const zip = makeZip([{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }]);
    expect(expectError(await readBytesAs('锁.xlsx', zip)).kind).toBe('fileEncrypted');
    const manifest = '<manifest:file-entry manifest:full-path="/"><manifest:encryption-data/></manifest:file-entry>';
    const ods = makeZip([
      { name: 'META-INF/manifest.xml', content: manifest },
      { name: 'content.xml', content: 'x' },
    ]);
    expect(expectError(await readBytesAs('锁.ods', ods)).kind).toBe('fileEncrypted');
  });

  it.each([
    ['图.xlsx', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), '图片'],
    ['程序.xls', Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), '程序'],
    ['文件.txt', Buffer.from('%PDF-1.7\n%\u00e2\u00e3', 'latin1'), 'PDF 文件'],
    ['文本.xlsx', Buffer.from('项目名称\t道路维修\n'), '文本'],
    ['网页.xlsx', Buffer.from('<html><body><p>甲</p></body></html>'), '网页'],
    ['演示.xlsx', makeZip([{ name: 'ppt/presentation.xml', content: '<p/>' }]), '演示文稿'],
    ['压缩.xlsx', makeZip([{ name: 'a.txt', content: 'a' }]), 'ZIP 压缩包'],
  ])('%s is not what its name says', async (name, bytes, actual) => {
    expect(expectError(await readBytesAs(name, bytes))).toEqual({ kind: 'fileTypeMismatch', file: name, actual });
  });

  it('is of a kind that holds no forms, and says so by its name', async () => {
    expect(expectError(await readBytesAs('图.png', Buffer.from('\u0089PNG\r\n', 'latin1')))).toEqual({
      kind: 'fileTypeUnknown',
      file: '图.png',
    });
    expect(
      expectError(await readBytesAs('演示.pptx', makeZip([{ name: 'ppt/presentation.xml', content: 'p' }]))).kind,
    ).toBe('fileTypeUnknown');
    expect(
      expectError(
        await readBytesAs(
          '数据.dat',
          Uint8Array.from({ length: 999 }, (_, i) => (i * 77) % 256),
        ),
      ).kind,
    ).toBe('fileTypeUnknown');
  });

  it('has a broken OLE2 container', async () => {
    const head = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(2000).fill(7)]);
    expect(expectError(await readBytesAs('坏.xls', head)).kind).toBe('fileDamaged');
  });
});

describe('a zip that grows too much', () => {
  it('declares more than the limit', async () => {
    const bomb = makeZip([{ name: 'xl/workbook.xml', content: 'x', declaredBytes: 2_000_000_000 }, CONTENT_TYPES]);
    expect(expectError(await readBytesAs('弹.xlsx', bomb))).toEqual({ kind: 'fileExpandsTooMuch', file: '弹.xlsx' });
  });

  it('declares little and holds much', async () => {
    const packed = deflateRawSync(Buffer.alloc(30_000_000, 0x20));
    const bomb = makeZip([{ name: 'xl/workbook.xml', packed, declaredBytes: 1000 }, CONTENT_TYPES]);
    expect(expectError(await readBytesAs('弹.xlsx', bomb)).kind).toBe('fileExpandsTooMuch');
  });

  it('is really that large, though under the absolute limit', async () => {
    const content = Buffer.alloc(80_000_000, 0x20);
    const bomb = makeZip([{ name: 'xl/workbook.xml', content }, CONTENT_TYPES]);
    expect(expectError(await readBytesAs('弹.xlsx', bomb)).kind).toBe('fileExpandsTooMuch');
  });

  it('has parts that are never opened as large as they like', async () => {
    const workbook = makeWorkbook({
      sheet: worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'),
      more: [{ name: 'xl/media/image1.png', content: 'x', declaredBytes: 2_000_000_000 }],
    });
    expect(textsOf(rowsOf(await readBytesAs('图大.xlsx', workbook)))).toEqual([['甲']]);
  });

  it('repeats one cell a hundred million times', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="100000000" office:value-type="string"><text:p>x</text:p>';
    const failure = expectError(
      await readBytesAs('重复.ods', makeOds(`<table:table-row>${cell}</table:table-cell></table:table-row>`)),
    );
    expect(failure).toEqual({ kind: 'fileExpandsTooMuch', file: '重复.ods' });
  });

  it('takes more memory than the worker may have', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => {
      const cells = ['A', 'B', 'C', 'D', 'E', 'F'].map(
        (column) => `<c r="${column}${index + 1}"><v>${index}.${column.length}5</v></c>`,
      );
      return `<row r="${index + 1}">${cells.join('')}</row>`;
    });
    const workbook = makeWorkbook({ sheet: worksheet(rows.join('')) });
    const failure = expectError(await readBytesAs('大.xlsx', workbook, { ...READER_LIMITS, heapMb: 24 }));
    expect(failure).toEqual({ kind: 'fileExpandsTooMuch', file: '大.xlsx' });
  });
});

const CONTENT_TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

describe('a sheet out of all proportion', () => {
  it('has text past the 256th column', async () => {
    for (const column of ['IW1', 'XFD1', 'EQXD1']) {
      const sheet = worksheet(`<row r="1"><c r="A1"><v>1</v></c><c r="${column}"><v>2</v></c></row>`);
      const failure = expectError(await readBytesAs('宽.xlsx', makeWorkbook({ sheet })));
      expect(failure).toEqual({ kind: 'fileTooWide', file: '宽.xlsx', limitColumns: 256 });
    }
  });

  it('has blank cells there', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>',
      '<mergeCell ref="A1:XFD1048576"/>',
    );
    expect(rowsOf(await readBytesAs('宽.xlsx', makeWorkbook({ sheet })))[0]?.cells).toHaveLength(1);
  });

  it('has more rows than the limit', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    );
    const workbook = makeWorkbook({ sheet: worksheet(rows.join('')) });
    const failure = expectError(await readBytesAs('长.xlsx', workbook, { ...READER_LIMITS, rows: 10 }));
    expect(failure).toEqual({ kind: 'fileTooLong', file: '长.xlsx', limitRows: 10 });
  });

  it('ends in a million blank rows, as OpenDocument does', async () => {
    const row =
      '<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row>';
    const blank =
      '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(textsOf(rowsOf(await readBytesAs('空行.ods', makeOds(row + blank))))).toEqual([['甲']]);
  });

  it('has more lines of text than any document', async () => {
    const failure = expectError(await readBytesAs('长.txt', '甲\n'.repeat(130), { ...READER_LIMITS, rows: 10 }));
    expect(failure).toEqual({ kind: 'fileTooLong', file: '长.txt', limitRows: 10 });
  });

  it('has its last text a million rows below', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>',
    );
    const rows = rowsOf(await readBytesAs('远.xlsx', makeWorkbook({ sheet })));
    expect(rows.map((row) => row.place)).toEqual(['工作表“表” 第1行', '工作表“表” 第1048576行']);
  });
});

describe('the worker', () => {
  /** A link over the whole sheet: SheetJS walks all of its 17 billion cells. */
  const ENDLESS = makeWorkbook({
    sheet: worksheet(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '',
      '<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>',
    ),
  });

  it('lets the process end when the reading is done, without resting first', () => {
    const file = path.join(temporaryFolder(), '表.xlsx');
    writeFileSync(file, makeWorkbook({ sheet: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') }));
    const module = new URL('../../../../electron/core/readers/read-source.ts', import.meta.url).href;
    const program = `const { readSource } = await import(${JSON.stringify(module)});
      const input = { path: ${JSON.stringify(file)}, name: '表.xlsx' };
      console.log((await readSource(input, { signal: new AbortController().signal })).ok);`;
    const script = path.join(path.dirname(file), 'read.mjs');
    writeFileSync(script, program);
    const told = execFileSync(process.execPath, [script], { timeout: 9000 });
    expect(told.toString()).toBe('true\n');
  });

  it('is stopped when it takes too long, and the next file is read', async () => {
    const failure = expectError(await readBytesAs('慢.xlsx', ENDLESS, { ...READER_LIMITS, seconds: 2, heapMb: 3000 }));
    expect(failure).toEqual({ kind: 'fileTooSlow', file: '慢.xlsx', limitSeconds: 2 });
    expect(textsOf(rowsOf(await readBytesAs('好.xlsx', await GOOD)))).toEqual([['项目名称', '道路维修']]);
  });

  it('is stopped when the person cancels', async () => {
    const endless = ENDLESS;
    const folder = temporaryFolder();
    const file = path.join(folder, '慢.xlsx');
    writeFileSync(file, endless);
    const cancel = new AbortController();
    const reading = readSource({ path: file, name: '慢.xlsx' }, { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 300);
    expect(expectError(await reading)).toEqual({ kind: 'cancelled' });
    const again = readSource({ path: file, name: '慢.xlsx' }, { signal: cancel.signal });
    expect(expectError(await again)).toEqual({ kind: 'cancelled' });
  });

  it('reads several files that come at once', async () => {
    const good = await GOOD;
    const results = await Promise.all(['a.xlsx', 'b.xlsx', 'c.xlsx'].map((name) => readBytesAs(name, good)));
    expect(results.map((result) => textsOf(rowsOf(result)))).toEqual(new Array(3).fill([['项目名称', '道路维修']]));
  });
});
