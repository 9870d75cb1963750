import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../../electron/core/readers/html.ts';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';

function read(html: string): readonly GridRow[] {
  const document = readHtml(html, READER_LIMITS);
  if (!document.ok) throw new Error(document.error.kind);
  return document.value.sheets.flatMap((sheet) => sheet.rows);
}

/** Rows as `place kind: cell|cell`; spans as `text@columns×rows`, line breaks as ⏎. */
function told(html: string): string[] {
  return read(html).map(({ place, kind, cells }) => {
    const texts = cells.map(({ text, columnSpan, rowSpan }) => {
      const span = columnSpan * rowSpan > 1 ? `@${columnSpan}×${rowSpan}` : '';
      return text.replaceAll('\n', '⏎') + span;
    });
    return `${place} ${kind}: ${texts.join('|')}`;
  });
}

describe('readHtml', () => {
  it('gives tables with their spans, and the texts between them', () => {
    const html = `<h1>项目绩效目标表</h1><p>（2026年度）</p>
      <table><tr><td rowspan="2">资金</td><td>实施期</td><td colspan=2>12.5</td></tr>
      <tr><td>年度</td><td>3</td><td>4</td></tr></table><div>说明<br>第二行</div>`;
    expect(told(html)).toEqual([
      '第1段 line: 项目绩效目标表',
      '第2段 line: （2026年度）',
      '第1张表 第1行 table: 资金@1×2|实施期|12.5@2×1',
      '第1张表 第2行 table: 年度|3|4',
      '第3段 line: 说明',
      '第4段 line: 第二行',
    ]);
    expect(read(html)[3]?.cells.map((cell) => cell.column)).toEqual([1, 2, 3]);
  });

  it('folds white space as a browser does, and keeps line breaks of br and p', () => {
    expect(
      told(
        '<table><tr><td>  甲\n   乙 <b> 丙</b><br>丁<p>戊</p><p>己</p> </td><td>&lt;p&gt;&amp;amp;</td></tr></table>',
      ),
    ).toEqual(['第1张表 第1行 table: 甲 乙 丙⏎丁⏎戊⏎己|<p>&amp;']);
  });

  it('keeps white space where the page says so, by style or by class', () => {
    expect(told('<table><tr><td style="white-space: pre-wrap">  甲\n\n乙 </td><td>b</td></tr></table>')).toEqual([
      '第1张表 第1行 table:   甲⏎⏎乙 |b',
    ]);
    const html = `<style>@media print { .x { color: red } } td .t, .paper-text{white-space:pre-wrap}</style>
      <table><tr><td><div class="paper-text">甲  乙\n丙</div></td><td>甲  乙\n丙</td></tr></table>`;
    expect(told(html)).toEqual(['第1张表 第1行 table: 甲  乙⏎丙|甲 乙 丙']);
  });

  it('takes the spaces of LibreOffice as they are, and its line breaks as spaces', () => {
    const meta = '<html><head><meta name="generator" content="LibreOffice 7.4"></head><body>';
    const page = `${meta}<table><tr><td><p>\n\t\t\t<font>双  空格</font>\n\t\t\t甲</p><p><br/>\n\n\t\t</p><p>  <b>缩进\n\t </b>两格</p>\n\t</td></tr></table>`;
    expect(read(page)[0]?.cells[0]?.text).toBe('双  空格 甲\n\n  缩进  两格');
    expect(read(page.replace('LibreOffice', 'Other'))[0]?.cells[0]?.text).toBe('双 空格 甲\n\n缩进 两格');
  });

  it('leaves out the headers and footers that LibreOffice puts into a page', () => {
    const margins = '<div title="header"><p>页眉</p></div><p>甲</p><div title="footer"><p>第 1 页</p></div>';
    expect(told(margins)).toEqual(['第1段 line: 甲']);
  });

  it('takes a workbook that LibreOffice saved as a page for one, without the list of its sheets', () => {
    const page = `<h1>Overview</h1><a href="#table0">甲表</a><br><a href="#table1">乙表</a><hr>
      <a name="table0"><h1>Sheet 1: <em>甲表</em></h1></a><table><tr><td>甲</td></tr></table>
      <a name="table1"><h1>Sheet 2: <em>乙表</em></h1></a><table><tr><td>乙</td></tr></table>`;
    const document = readHtml(page, READER_LIMITS);
    expect(document.ok && document.value.sheets.map(({ name, rows }) => [name, rows[0]?.cells[0]?.text])).toEqual([
      ['甲表', '甲'],
      ['乙表', '乙'],
    ]);
    const link = '<p>甲</p><a name="table0">目录</a><p>乙</p>';
    expect(told(link)).toEqual(['第1段 line: 甲', '第2段 line: 目录', '第3段 line: 乙']);
  });

  it('gives tables that follow one another the columns of one, where their widths are known', () => {
    const first = '<table width="340"><col width="92"><col width="92"><col width="136"><tr><td>甲<td>乙<td>丙</table>';
    const second = '<table width="340"><col width="92"><col width="236"><tr><td>丁<td>戊</table>';
    expect(told(first + second).at(-1)).toBe('第2张表 第1行 table: 丁|戊@2×1');
    expect(told(first.replaceAll(/ width="\d+"/gu, '') + second).at(-1)).toBe('第2张表 第1行 table: 丁|戊');
  });

  it('drops scripts, styles, templates, comments and hidden parts, and fetches nothing', () => {
    const html = `<title>标题</title><script>document.write('坏')</script><template><p>x</p></template>
      <!-- <p>注释</p> --><img src="http://example.invalid/a.png" onerror="x()"><iframe src="http://example.invalid">f</iframe>
      <p style="display:none">看不见</p><p>看得见</p>`;
    expect(told(html)).toEqual(['第1段 line: 看得见']);
  });

  it('makes a table inside a cell text of that cell', () => {
    expect(
      told('<table><tr><td>外<table><tr><td>内1</td><td>内2</td></tr></table></td><td>右</td></tr></table>'),
    ).toEqual(['第1张表 第1行 table: 外⏎内1⏎内2|右']);
  });

  it('reads a caption as a text before its table', () => {
    expect(told('<table><caption>表一</caption><tr><td>a</td></tr></table>')).toEqual([
      '第1段 line: 表一',
      '第1张表 第1行 table: a',
    ]);
  });

  it('clips absurd spans', () => {
    const title = '<tr><td colspan="100000">标题</td></tr>';
    expect(told(`<table>${title}<tr><td>甲</td><td>乙</td></tr></table>`)).toEqual([
      '第1张表 第1行 table: 标题@2×1',
      '第1张表 第2行 table: 甲|乙',
    ]);
    const html = '<table><tr><td rowspan="65534">甲</td><td colspan="-3">乙</td></tr><tr><td>丙</td></tr></table>';
    expect(told(html)).toEqual(['第1张表 第1行 table: 甲@1×2|乙', '第1张表 第2行 table: 丙']);
  });

  it('drops rows without text and shrinks what was merged over them', () => {
    expect(
      told('<table><tr><td rowspan=3>甲</td><td>1</td></tr><tr><td>&nbsp;</td></tr><tr><td>2</td></tr></table>'),
    ).toEqual(['第1张表 第1行 table: 甲@1×2|1', '第1张表 第3行 table: 2']);
  });

  it('refuses a row with text past the limit of columns', () => {
    const html = `<table><tr>${'<td>a</td>'.repeat(300)}</tr></table>`;
    expect(readHtml(html, READER_LIMITS)).toEqual({ ok: false, error: { kind: 'tooWide' } });
  });

  it('refuses nesting that no office program writes', () => {
    expect(readHtml('<div>'.repeat(5000), READER_LIMITS)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });

  it('says when there is nothing', () => {
    expect(readHtml('<p> </p><script>a</script>', READER_LIMITS)).toEqual({ ok: false, error: { kind: 'empty' } });
  });
});
