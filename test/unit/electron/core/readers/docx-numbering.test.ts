import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { readContent } from '../../../../../electron/core/readers/read-bytes.ts';
import { cell, makeWord, paragraph, row, table } from '../../../../support/word-files.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A level of a list. */
function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** Reads a document with these lists and styles: the texts of its rows. */
function texts(body: string, lists: string, styles = ''): string[][] {
  const parts = [
    { name: 'word/numbering.xml', content: `<w:numbering ${WORD}>${lists}</w:numbering>` },
    { name: 'word/styles.xml', content: `<w:styles ${WORD}>${styles}</w:styles>` },
  ];
  const result = readContent({ bytes: makeWord(body, parts) }, '表.docx', READER_LIMITS);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.sheets.flatMap((sheet) => sheet.rows.map((own) => own.cells.map(({ text }) => text)));
}

const list = (id: number, definition: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
const definition = (id: number, content: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const item = (text: string, listId: number, at = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${listId}"/></w:numPr>`);

const OUTLINE =
  definition(
    0,
    level(0, 'chineseCountingThousand', '%1、') + level(1, 'decimal', '%2.') + level(2, 'decimal', '%1.%2.%3'),
  ) + list(1, 0);

describe('the numbers of lists in a Word document', () => {
  it('are text before their paragraphs, by level, counting on across other paragraphs', () => {
    const body = [
      item('总体目标', 1),
      paragraph('正文'),
      item('分项目标', 1),
      item('修路', 1, 1),
      item('架桥', 1, 1),
      item('保障措施', 1),
      item('督查', 1, 1),
    ].join('');
    expect(texts(body, OUTLINE).flat()).toEqual([
      '一、总体目标',
      '正文',
      '二、分项目标',
      '1. 修路',
      '2. 架桥',
      '三、保障措施',
      '1. 督查',
    ]);
  });

  it('show the numbers of outer levels, in digits where the list is legal', () => {
    const legal =
      definition(0, level(0, 'upperRoman', '%1') + level(1, 'decimal', '第%1.%2条', '<w:isLgl/>')) + list(1, 0);
    expect(texts(item('总则', 1) + item('范围', 1, 1), legal).flat()).toEqual(['I 总则', '第1.1条 范围']);
  });

  it('begin anew where a list says so, and go on where two lists share a definition', () => {
    const lists =
      definition(0, level(0, 'decimal', '%1、')) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3);
    expect(texts(body, lists).flat()).toEqual(['1、甲', '2、乙', '5、丙', '6、丁']);
  });

  it('come from the style, also from the one it is based on, unless the paragraph says none', () => {
    const styles = [
      '<w:style w:styleId="Goal"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:styleId="Inner"><w:basedOn w:val="Goal"/></w:style>',
    ].join('');
    const lists =
      definition(0, level(0, 'decimal', '%1、') + level(1, 'decimal', '（%2）', '<w:pStyle w:val="Inner"/>')) +
      list(1, 0);
    const styled = (text: string, style: string, more = ''): string =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      styled('甲', 'Goal'),
      styled('乙', 'Inner'),
      styled('丙', 'Goal', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled('丁', 'Goal'),
    ].join('');
    expect(texts(body, lists, styles).flat()).toEqual(['1、甲', '（1）乙', '丙', '2、丁']);
  });

  it('count in the cells of tables, also where a cell holds nothing else', () => {
    const lists = definition(0, level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')) + list(1, 0);
    const body = table([row([cell(item('', 1)), cell('修路')]), row([cell(item('', 1)), cell('架桥')])]);
    expect(texts(body, lists)).toEqual([
      ['1', '修路'],
      ['2', '架桥'],
    ]);
  });

  it('leave bullets out, and lists before a change', () => {
    const lists =
      definition(0, level(0, 'bullet', '')) + list(1, 0) + definition(1, level(0, 'decimal', '%1.')) + list(2, 1);
    const before = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>';
    expect(texts(item('甲', 1) + paragraph('乙', before) + item('丙', 7), lists).flat()).toEqual(['甲', '乙', '丙']);
  });

  it('say nothing of numbers no office writes', () => {
    const lists = definition(0, level(99, 'decimal', '%1、'.repeat(500))) + list(1, 0);
    const [text = ''] = texts(item('甲', 1, 400), lists).flat();
    expect(text.endsWith('甲')).toBe(true);
    expect(text.length).toBeLessThan(80);
  });

  it('of a damaged part make the file damaged', () => {
    const parts = [{ name: 'word/numbering.xml', content: '<w:numbering>' }];
    const result = readContent({ bytes: makeWord(paragraph('甲'), parts) }, '表.docx', READER_LIMITS);
    expect(result.ok ? null : result.error.kind).toBe('damaged');
  });
});
