import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readContent } from '../../../../../electron/core/readers/read-bytes.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';
import { cell, makeWord, paragraph, row, run, table } from '../../../../support/word-files.ts';

function read(body: string): readonly GridRow[] {
  const result = readContent({ bytes: makeWord(body) }, '表.docx', READER_LIMITS);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.sheets.flatMap((sheet) => sheet.rows);
}

/** Rows as `text column columnSpan rowSpan`. */
function shape(body: string): string[][] {
  return read(body).map((own) =>
    own.cells.map((c) => `${c.text} ${c.column} ${c.columnSpan} ${c.rowSpan}`.replaceAll('\n', '|')),
  );
}

/** The text of the only cell of a table with this content. */
function text(content: string): string | undefined {
  return read(table([row([cell(content)])]))[0]?.cells[0]?.text;
}

const START = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';

describe('tables of a Word document', () => {
  it('have merged cells in both directions', () => {
    const rows = [
      row([cell('资金', START), cell('金额', '<w:gridSpan w:val="2"/>')]),
      row([cell('', GOES_ON), cell('1.00'), cell('2.00')]),
      row([cell('', GOES_ON), cell('3.00'), cell('4.00')]),
      row([cell('目标', START), cell('甲'), cell('乙')]),
      row([cell('', '<w:vMerge w:val="continue"/>'), cell('丙'), cell('丁')]),
    ];
    expect(shape(table(rows))).toEqual([
      ['资金 0 1 3', '金额 1 2 1'],
      ['1.00 1 1 1', '2.00 2 1 1'],
      ['3.00 1 1 1', '4.00 2 1 1'],
      ['目标 0 1 2', '甲 1 1 1', '乙 2 1 1'],
      ['丙 1 1 1', '丁 2 1 1'],
    ]);
  });

  it('may begin later than their grid, and merge across the old way', () => {
    const rows = [
      row([cell('甲'), cell('乙')], '<w:gridBefore w:val="1"/>'),
      row([cell('丙', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('丁')]),
    ];
    expect(shape(table(rows))).toEqual([
      ['甲 1 1 1', '乙 2 1 1'],
      ['丙 0 2 1', '丁 2 1 1'],
    ]);
  });

  it('say spans by widths alone where a program left them out', () => {
    const wide = (width: number): string => `<w:tcW w:w="${width}" w:type="dxa"/>`;
    const rows = [
      row([cell('甲', wide(1000)), cell('乙', wide(3000))]),
      row([cell('丙', wide(1000)), cell('丁', wide(1000)), cell('戊', wide(2000))]),
    ];
    expect(shape(table(rows, [1000, 1000, 2000]))[0]).toEqual(['甲 0 1 1', '乙 1 2 1']);
  });

  it('keep what goes on a merge that began before a page', () => {
    const first = table([row([cell('一', START), cell('甲')])]);
    const second = table([row([cell('', GOES_ON), cell('乙')])]);
    expect(shape(first + paragraph('') + second)).toEqual([
      ['一 0 1 1', '甲 1 1 1'],
      [' 0 1 1', '乙 1 1 1'],
    ]);
  });

  it('share their columns where one was broken in two', () => {
    const first = table([row([cell('甲'), cell('乙'), cell('丙')])], [1000, 1000, 2000]);
    const second = table([row([cell('丁'), cell('戊')])], [1000, 3002]);
    expect(shape(first + paragraph('') + second)[1]).toEqual(['丁 0 1 1', '戊 1 2 1']);
    expect(shape(first + paragraph('另一张') + second)[2]).toEqual(['丁 0 1 1', '戊 1 1 1']);
  });

  it('hold tables in their cells as text', () => {
    const inner = table([row([cell('内一'), cell('内二')]), row([cell('内三', GOES_ON)])]);
    const outer = table([row([cell(paragraph('外') + inner + paragraph('后')), cell('邻')])]);
    expect(shape(outer)).toEqual([['外|内一|内二|内三|后 0 1 1', '邻 1 1 1']]);
  });

  it('may stand in controls, and lose deleted rows', () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${cell('乙')}</w:sdtContent></w:sdt>`;
    const rows = [row([cell('甲'), control]), row([cell('旧'), cell('旧')], '<w:del w:id="1"/>')];
    expect(shape(table(rows))).toEqual([['甲 0 1 1', '乙 1 1 1']]);
  });
});

describe('text outside tables', () => {
  it('is a line for each paragraph and each line in it', () => {
    const rows = read(paragraph(`${run('项目绩效目标表')}<w:r><w:br/></w:r>${run('（2026年度）')}`) + paragraph(' '));
    expect(rows).toEqual([
      { kind: 'line', place: '第1段', cells: [{ text: '项目绩效目标表', column: 0, columnSpan: 1, rowSpan: 1 }] },
      { kind: 'line', place: '第2段', cells: [{ text: '（2026年度）', column: 0, columnSpan: 1, rowSpan: 1 }] },
    ]);
  });
});

describe('the text of a cell', () => {
  it('has its paragraphs and breaks as lines, tabs as spaces', () => {
    const content = paragraph(`${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:br/><w:t>丙</w:t></w:r>`);
    expect(text(content + paragraph('') + paragraph('丁'))).toBe('甲 乙\n丙\n\n丁');
  });

  it('keeps spaces that are said to count, and only those', () => {
    expect(text(paragraph(run('  甲  乙 ')))).toBe('  甲  乙 ');
    expect(text('<w:p><w:r><w:t>\n  甲  乙 </w:t></w:r></w:p>')).toBe('甲  乙');
  });

  it('is what stands once all changes are accepted', () => {
    const ins = `<w:ins w:id="1" w:author="张">${run('新')}</w:ins>`;
    const del = '<w:del w:id="2"><w:r><w:delText>旧</w:delText><w:br/></w:r></w:del>';
    const moved = `<w:moveFrom w:id="3">${run('原处')}</w:moveFrom><w:moveTo w:id="3">${run('新处')}</w:moveTo>`;
    expect(text(paragraph(ins + del + moved))).toBe('新新处');
    const joined = paragraph('前半', '<w:rPr><w:del w:id="4"/></w:rPr>') + paragraph('后半');
    expect(text(joined)).toBe('前半后半');
    const older = '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>';
    expect(text(paragraph(run('曾隐藏', older)))).toBe('曾隐藏');
  });

  it('leaves out what is hidden and what only prompts', () => {
    expect(text(paragraph(run('密', '<w:vanish/>') + run('明', '<w:vanish w:val="0"/>')))).toBe('明');
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`;
    expect(text(paragraph(run('甲') + prompt))).toBe('甲');
  });

  it('has the results of fields, not their instructions', () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const inner = `${mark('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${mark('separate')}${run('内')}${mark('end')}`;
    const field = `${mark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${inner}${mark('separate')}${run('2026')}${mark('end')}`;
    expect(text(paragraph(`${run('年')}${field}${run('度')}`))).toBe('年2026度');
    expect(text(paragraph(`<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple>`))).toBe('1');
    expect(text(paragraph(`${mark('separate')}${mark('end')}${run('甲')}`))).toBe('甲');
    expect(text(paragraph(mark('begin')) + paragraph('乙'))).toBe('\n乙');
  });

  it('has what a text box says once', () => {
    const box = `<w:txbxContent>${paragraph('框')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(text(paragraph(`<w:r>${both}</w:r>${run('甲')}`))).toBe('框\n甲');
    const old = `<mc:AlternateContent><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(shape(paragraph(`<w:r>${old}</w:r>`))).toEqual([['框 0 1 1']]);
  });

  it('has signs of symbol fonts, formulas and ruby text as people see them', () => {
    const signs = '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0A3"/><w:noBreakHyphen/>';
    expect(text(paragraph(`<w:r>${signs}</w:r>`))).toBe('☑≤-');
    expect(text(paragraph('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>'))).toBe('a+b');
    const ruby = `<w:r><w:ruby><w:rt>${run('注')}</w:rt><w:rubyBase>${run('字')}</w:rubyBase></w:ruby></w:r>`;
    expect(text(paragraph(ruby))).toBe('字');
  });
});
