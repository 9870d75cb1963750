import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTsv, parseTsv } from '../../../../renderer/sheet/clipboard-text.ts';

describe('parseTsv', () => {
  it('reads rows and cells as Excel writes them', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  it('reads a quoted cell with tabs, line breaks and quotation marks', () => {
    expect(parseTsv('"一\n二"\t"说""好"""\t三\n')).toEqual([['一\n二', '说"好"', '三']]);
  });
  it('takes a quotation mark that closes nowhere as a letter', () => {
    expect(parseTsv('"未完\t乙\n丙')).toEqual([['"未完', '乙'], ['丙']]);
    expect(parseTsv('"甲"乙\t丙')).toEqual([['"甲"乙', '丙']]);
  });
  it('keeps empty cells and empty rows', () => {
    expect(parseTsv('\t\n\na\n')).toEqual([['', ''], [''], ['a']]);
    expect(parseTsv('')).toEqual([['']]);
  });
  it('reads a long quoted cell', () => {
    const long = '长'.repeat(100_000);
    expect(parseTsv(`"${long}\n"\tb`)).toEqual([[`${long}\n`, 'b']]);
  });
  it('gives back every block that was written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '数', '"', '\t', '\n', ' ', '='), maxLength: 8 });
    const block = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });
});
