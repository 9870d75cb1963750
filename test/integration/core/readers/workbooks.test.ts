import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { readBytesAs, rowsOf, textsOf } from '../../../support/reading.ts';
import { makeWorkbook, worksheet } from '../../../support/workbook-files.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function text(reference: string, value: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}

async function texts(name: string, bytes: Uint8Array | string): Promise<string[][]> {
  return textsOf(rowsOf(await readBytesAs(name, bytes)));
}

describe('a workbook', () => {
  it('gives merged cells with their spans, and no more columns than are used', async () => {
    const sheet = worksheet(
      `<row r="1">${text('A1', '标题')}</row><row r="2">${text('A2', '资金')}${text('B2', '实施期')}<c r="C2"><v>5</v></c></row>
       <row r="3"/><row r="4">${text('B4', '年度')}<c r="C4" s="0"/></row>`,
      '<mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A4"/><mergeCell ref="C2:E2"/>',
    );
    const rows = rowsOf(await readBytesAs('a.xlsx', makeWorkbook({ sheet })));
    expect(
      rows.map(({ place, cells }) => [place, ...cells.map((c) => [c.text, c.column, c.columnSpan, c.rowSpan])]),
    ).toEqual([
      ['工作表“表” 第1行', ['标题', 0, 5, 1]],
      ['工作表“表” 第2行', ['资金', 0, 1, 2], ['实施期', 1, 1, 1], ['5', 2, 3, 1]],
      ['工作表“表” 第4行', ['年度', 1, 1, 1], ['', 2, 1, 1], ['', 3, 1, 1], ['', 4, 1, 1]],
    ]);
  });

  it('gives a cell merged over whole columns once, and what stands beside it in its own column', async () => {
    const sheet = worksheet(
      `<row r="1">${text('A1', '单位')}${text('C1', '甲')}</row><row r="2">${text('C2', '乙')}</row>`,
      '<mergeCell ref="A1:B1048576"/>',
    );
    const rows = rowsOf(await readBytesAs('a.xlsx', makeWorkbook({ sheet })));
    expect(rows.map(({ cells }) => cells.map((c) => [c.text, c.column, c.columnSpan, c.rowSpan]))).toEqual([
      [
        ['单位', 0, 2, 2],
        ['甲', 2, 1, 1],
      ],
      [['乙', 2, 1, 1]],
    ]);
  });

  it('multiplies no entities and fetches none', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const laughs = `<!DOCTYPE d [<!ENTITY e0 "哈">${levels}<!ENTITY f SYSTEM "file:///etc/hostname">]>`;
    const sheet = laughs + worksheet(`<row r="1">${text('A1', '甲&e9;&f;')}</row>`);
    const told = (await texts('a.xlsx', makeWorkbook({ sheet }))).flat().join('');
    expect(told).toMatch(/^甲/u);
    expect(told.length).toBeLessThan(20);
  });

  it('shows numbers and dates as their formats do', async () => {
    const formats = ['0.00', '#,##0.00', '0%', 'yyyy"年"m"月"d"日"'];
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="202"/><xf numFmtId="203"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const values = ['93.722', '5', '1937.92', '0.9', '46023', '46023'];
    const cells = values.map((value, index) => `<c r="${'ABCDEF'[index]}1" s="${index}"><v>${value}</v></c>`);
    const workbook = makeWorkbook({ sheet: worksheet(`<row r="1">${cells.join('')}</row>`), styles });
    expect(await texts('a.xlsx', workbook)).toEqual([
      ['93.722', '5.00', '1,937.92', '90%', '2026年1月1日', '2026/1/1'],
    ]);
  });

  it('gives the stored value of a formula and computes nothing', async () => {
    const sheet = worksheet(
      '<row r="1"><c r="A1"><f>1+1</f><v>99</v></c><c r="B1" t="str"><f>WEBSERVICE("http://example.invalid")</f><v>旧值</v></c><c r="C1"><f>2+2</f></c></row>',
    );
    expect(await texts('a.xlsx', makeWorkbook({ sheet }))).toEqual([['99', '旧值']]);
  });

  it('opens neither macros nor links to other files', async () => {
    const more = [
      { name: 'xl/vbaProject.bin', content: 'not a project at all' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<broken' },
      { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: '<broken' },
      { name: 'xl/drawings/drawing1.xml', content: '<broken' },
    ];
    const workbook = makeWorkbook({ sheet: worksheet(`<row r="1">${text('A1', '甲')}</row>`), more });
    expect(await texts('a.xlsm', workbook)).toEqual([['甲']]);
  });

  it('reads hidden sheets, and names those that are hidden deeply', async () => {
    const sheet = worksheet(`<row r="1">${text('A1', '甲')}</row>`);
    const hidden = await readBytesAs('a.xlsx', makeWorkbook({ sheet, sheetState: 'hidden' }));
    expect(hidden.ok && hidden.value.sheets[0]?.name).toBe('表');
    const deeply = await readBytesAs('a.xlsx', makeWorkbook({ sheet, sheetState: 'veryHidden' }));
    expect(deeply.ok && deeply.value.sheets[0]?.name).toBe('表（深度隐藏）');
  });

  it('keeps texts exactly, whatever they look like', async () => {
    const sheet = worksheet(
      `<row r="1">${text('A1', '=1+1')}${text('B1', '  007 ')}${text('C1', '&lt;b&gt;粗&lt;/b&gt;')}</row>`,
    );
    expect(await texts('a.xlsx', makeWorkbook({ sheet }))).toEqual([['=1+1', '  007 ', '<b>粗</b>']]);
  });
});

describe('other kinds of workbooks', () => {
  const rows = [
    ['项目名称', '道路维修', ''],
    ['金额', '12.50', '备注'],
  ];
  const book = utils.book_new(utils.aoa_to_sheet(rows), '表一');

  it.each([
    ['biff8', 'xls'],
    ['biff8', 'et'],
    ['biff5', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['xlml', 'xls'],
    ['xlml', 'xml'],
  ] as const)('%s named .%s', async (bookType, extension) => {
    // The oldest kind keeps no Chinese without tables that the test does not need.
    const latin = bookType === 'biff5' ? utils.book_new(utils.aoa_to_sheet([['name', 'road']]), 'a') : book;
    const bytes: Buffer = write(latin, { type: 'buffer', bookType });
    expect(await texts(`a.${extension}`, bytes)).toEqual(bookType === 'biff5' ? [['name', 'road']] : rows);
  });

  it('the oldest kind with Chinese texts, in the code page it names', async () => {
    const latin = utils.book_new(utils.aoa_to_sheet([['ABCDEFGH', 'name']]), 'IJKL');
    const bytes: Buffer = write(latin, { type: 'buffer', bookType: 'biff5' });
    const put = (at: number, ...values: readonly number[]) => Buffer.from(values).copy(bytes, at);
    put(bytes.indexOf('ABCDEFGH'), 0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6);
    put(bytes.indexOf('IJKL'), 0xb1, 0xed, 0xd2, 0xbb);
    const record = Buffer.from([0x42, 0, 2, 0]);
    bytes.writeUInt16LE(936, bytes.indexOf(record) + record.length);
    const read = await readBytesAs('a.xls', bytes);
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['表一']);
    expect(textsOf(rowsOf(read))).toEqual([['项目名称', 'name']]);
    expect(rowsOf(read)[0]?.place).toBe('工作表“表一” 第1行');
  });

  it('a page or a text that calls itself .xls', async () => {
    const html = '<html><body><table><tr><td>项目名称</td><td>道路维修</td></tr></table></body></html>';
    expect(await texts('a.xls', html)).toEqual([['项目名称', '道路维修']]);
    expect(await texts('a.htm', '<center>甲</center><b>乙</b>')).toEqual([['甲'], ['乙']]);
    expect(await texts('a.et', '项目名称\t道路维修\r\n')).toEqual([['项目名称', '道路维修']]);
  });
});
