import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readText } from '../../../../../electron/core/readers/text.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';

function read(text: string): readonly GridRow[] {
  const sheet = readText(text, READER_LIMITS);
  if (!sheet.ok) throw new Error(sheet.error.kind);
  return sheet.value.rows;
}

/** Rows as `place kind: cell|cell`, line breaks inside cells as ⏎. */
function told(text: string): string[] {
  return read(text).map(({ place, kind, cells }) => {
    const texts = cells.map((cell) => cell.text.replaceAll('\n', '⏎'));
    return `${place} ${kind}: ${texts.join('|')}`;
  });
}

describe('what converters leave in text', () => {
  it('knows bookmarks of Word for none of the text, and as the end of a table', () => {
    const text = '[bookmark: _Toc_1]部门收入总表\n\t科目\n\t金额\n\n\t合计\n\t5.00\n[bookmark: _Toc_2]二、说明\n';
    expect(told(text)).toEqual([
      '第1行 line: 部门收入总表',
      '第2行 table: 科目|金额',
      '第5行 table: 合计|5.00',
      '第7行 line: 二、说明',
    ]);
  });

  it('does not let a sentence go on with a figure', () => {
    const text = '\t其他资产\n\t19\n\n\t合计\n\t8,183.43\n 名词解释：本级财政当年拨付的资金，包括三类。\n第二段\n';
    expect(told(text)).toEqual([
      '第1行 table: 其他资产|19',
      '第4行 table: 合计|8,183.43',
      '第6行 line: 名词解释：本级财政当年拨付的资金，包括三类。',
      '第7行 line: 第二段',
    ]);
    expect(told('\t其他\n\t１，９００．５０\n 名词解释：本级财政当年拨付的资金。\n\n\t合计\n\t5')).toEqual([
      '第1行 table: 其他|１，９００．５０',
      '第3行 line: 名词解释：本级财政当年拨付的资金。',
      '第5行 table: 合计|5',
    ]);
    expect(told('\t面积\n\t120\n平方米\n\n\t人数\n\t5\n')).toEqual([
      '第1行 table: 面积|120⏎平方米',
      '第5行 table: 人数|5',
    ]);
  });
});

describe('text with a tab between cells', () => {
  it('gives a row per line and lines of text by themselves', () => {
    expect(told('\n项目绩效目标表\n\n项目名称\t道路维修\t\t实施期\t2026\n\t其他资金\t0\t其他资金\t0\n备注\n')).toEqual([
      '第2行 line: 项目绩效目标表',
      '第4行 table: 项目名称|道路维修||实施期|2026',
      '第5行 table: |其他资金|0|其他资金|0',
      '第6行 line: 备注',
    ]);
  });

  it('leaves out rows of tabs only', () => {
    expect(told('a\tb\n\t\t\t\nc\td')).toEqual(['第1行 table: a|b', '第3行 table: c|d']);
  });

  it('takes quoted cells with line breaks, tabs and quotation marks, as the clipboard of Excel writes them', () => {
    expect(told('目标\t"第一行\n第二行 ""甲""\n第三行"\t≥90%\n下一行\t1')).toEqual([
      '第1行 table: 目标|第一行⏎第二行 "甲"⏎第三行|≥90%',
      '第4行 table: 下一行|1',
    ]);
    expect(told('"a\tb"\tc')).toEqual(['第1行 table: a\tb|c']);
  });

  it('keeps quotation marks that only stand around words', () => {
    expect(told('"健康直通车"进社区次数\t≥40场次\n"敬老月"活动\t1次')).toEqual([
      '第1行 table: "健康直通车"进社区次数|≥40场次',
      '第2行 table: "敬老月"活动|1次',
    ]);
  });

  it('keeps a quotation mark that nothing closes, and the rows after it', () => {
    expect(told('甲\t"没有结束\n乙\t2\n丙\t3')).toEqual([
      '第1行 table: 甲|"没有结束',
      '第2行 table: 乙|2',
      '第3行 table: 丙|3',
    ]);
  });

  it('leaves a paragraph in quotation marks alone', () => {
    expect(told('"一段话\n第二段"\n甲\t乙')).toEqual([
      '第1行 line: "一段话',
      '第2行 line: 第二段"',
      '第3行 table: 甲|乙',
    ]);
  });

  it('reads every kind of line end, and the soft breaks of Word', () => {
    expect(told('a\tb\r\nc\td\re\tf\u2029g\th\u000bi')).toEqual([
      '第1行 table: a|b',
      '第2行 table: c|d',
      '第3行 table: e|f',
      '第4行 table: g|h⏎i',
    ]);
  });

  it('drops control characters', () => {
    expect(told('a\u0000\u0007\tb\ufeff')).toEqual(['第1行 table: a|b']);
  });
});

describe('text with one cell per line', () => {
  it('begins a row after each blank line', () => {
    expect(told('表一\n\t一级\n\t二级\n\t三级\n\n\t产出\n\t\n\t10人\n\n说明文字\n')).toEqual([
      '第1行 line: 表一',
      '第2行 table: 一级|二级|三级',
      '第6行 table: 产出||10人',
      '第10行 line: 说明文字',
    ]);
  });

  it('adds lines without a tab to the cell above', () => {
    expect(told('\t目标\n\t1.甲\n2.乙\n\n\t指标\n\t丙')).toEqual([
      '第1行 table: 目标|1.甲⏎2.乙',
      '第5行 table: 指标|丙',
    ]);
  });

  it('goes on with a list of a cell after blank lines, and with nothing else', () => {
    const around = (cell: string) => `\t名称\n\t某\n\n\t目标\n\t${cell}\n\n\t指标\n\t丙`;
    expect(told(around('1.甲\n\n\n2.乙'))).toEqual([
      '第1行 table: 名称|某',
      '第4行 table: 目标|1.甲⏎2.乙',
      '第10行 table: 指标|丙',
    ]);
    for (const title of ['3.某表', '2、某表', '2.5万元', '某表']) {
      expect(told(around(`1.甲\n\n${title}`))).toContain(`第7行 line: ${title}`);
    }
    expect(told(around('5.甲\n\n6.某表'))).toContain('第7行 line: 6.某表');
  });

  it('takes a quoted cell over blank lines, up to its closing mark', () => {
    expect(told('\t依据\n\t"某文件\n\n"\n\t3\n\n\t二\n\t三\n\t四')).toEqual([
      '第1行 table: 依据|某文件|3',
      '第7行 table: 二|三|四',
    ]);
  });

  it('keeps a quotation mark that no mark closes before the next cell', () => {
    expect(told('\t甲\n\t"乙\n\t丙\n\n\t一\n\t二\n\t三')).toEqual(['第1行 table: 甲|"乙|丙', '第5行 table: 一|二|三']);
  });

  it('ignores the tabs that merged cells of Excel leave', () => {
    expect(told('\t用途\n\t办公\t\t\t\n\t\t\t\t\n\n\t计划\n\t3月底')).toEqual([
      '第1行 table: 用途|办公',
      '第5行 table: 计划|3月底',
    ]);
  });

  it('puts a row together that blank lines inside a cell have parted', () => {
    const heading = '\t一级\n\t二级\n\t三级\n\t值\n\n';
    expect(told(`${heading}\t产出\n\t数量\n\t更新设备\n\n\n\t5台\n\n\t产出\n\t质量\n\t合格率\n\t100%`)).toEqual([
      '第1行 table: 一级|二级|三级|值',
      '第6行 table: 产出|数量|更新设备|5台',
      '第13行 table: 产出|质量|合格率|100%',
    ]);
  });
});

describe('text in which both shapes stand one after the other', () => {
  const tabbed = '项目名称\t道路\t实施期\t2026\n主管部门\t交通局\t实施单位\t公路站\n资金\t5\t其他\t0\n';
  const stacked = '\t项目名称\n\t桥梁\n\t实施期\n\t2027\n\n\t主管部门\n\t交通局\n\t实施单位\n\t\n';
  const rowsOfTabbed = ['项目名称|道路|实施期|2026', '主管部门|交通局|实施单位|公路站', '资金|5|其他|0'];
  const rowsOfStacked = ['项目名称|桥梁|实施期|2027', '主管部门|交通局|实施单位|'];
  const texts = (text: string): string[] => told(text).map((row) => row.replace(/^.*?: /u, ''));

  it('reads each stretch in its own shape, whichever comes first', () => {
    expect(texts(`${tabbed}\n桥梁表\n\n${stacked}`)).toEqual([...rowsOfTabbed, '桥梁表', ...rowsOfStacked]);
    expect(texts(`${stacked}\n道路表\n\n${tabbed}`)).toEqual([...rowsOfStacked, '道路表', ...rowsOfTabbed]);
  });

  it('says of which rows the end is uncertain', () => {
    const loose = read(`${tabbed}\n${stacked}`).map(({ hasLooseEnd }) => hasLooseEnd === true);
    expect(loose).toEqual([false, false, false, true, true]);
  });
});

describe('text whose blank cells were stripped', () => {
  const row = (number: number): string => `\t产出${number}\n\n\t指标${number}\n\t${number}台\n\n`;
  const text = [1, 2, 3, 4, 5, 6, 7].map(row).join('');

  it('gives its pieces with the blank lines before them, since those may be cells', () => {
    const rows = read(text);
    expect(rows.slice(0, 3).map(({ blanksBefore }) => blanksBefore)).toEqual([0, 1, 1]);
    expect(told(text).slice(0, 3)).toEqual(['第1行 table: 产出1', '第3行 table: 指标1|1台', '第6行 table: 产出2']);
  });
});

describe('limits of text', () => {
  it('refuses text past the 256th column, not tabs', () => {
    expect(readText(`a${'\t'.repeat(300)}b`, READER_LIMITS)).toEqual({ ok: false, error: { kind: 'tooWide' } });
    expect(told(`a\tb${'\t'.repeat(1000)}`)).toEqual(['第1行 table: a|b']);
  });

  it('refuses more rows than the limit', () => {
    const text = 'a\tb\n'.repeat(11);
    expect(readText(text, { ...READER_LIMITS, rows: 10 })).toEqual({ ok: false, error: { kind: 'tooLong' } });
  });
});
