import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTsv, parseTsv } from '../../../../renderer/sheet/clipboard-text.ts';
import { chooseBlock, pasteBlock } from '../../../../renderer/sheet/paste-block.ts';
import { blockOf } from '../../../../renderer/sheet/sheet-rows.ts';
import { shippedDefinition } from '../../../support/definitions.ts';

const [table] = shippedDefinition('dalian-project-target').tables;
if (!table) throw new Error('the form has a table');
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
const four = { top: 0, bottom: 0, left: 0, right: 3 };

describe('pasteBlock', () => {
  it('adds rows and fills merged categories down', () => {
    const pasted = pasteBlock(table, [], at(0, 0), [
      ['产出指标', '数量指标', 'a', '=1个'],
      ['', '', 'b', '=2个'],
      ['效益指标', '社会效益指标', 'c', '提高'],
    ]);
    expect(blockOf(table, pasted.rows, { ...four, bottom: 2 })).toEqual([
      ['产出指标', '数量指标', 'a', '=1个'],
      ['产出指标', '数量指标', 'b', '=2个'],
      ['效益指标', '社会效益指标', 'c', '提高'],
    ]);
    expect(pasted.range).toEqual({ ...four, bottom: 2 });
    expect(pasted.notice).toBeNull();
  });
  it('leaves a category empty where the outer one is another', () => {
    const pasted = pasteBlock(table, [], at(0, 0), [
      ['产出指标', '数量指标', 'a', ''],
      ['效益指标', '', 'b', ''],
    ]);
    expect(pasted.rows[1]?.level2).toBe('');
  });
  it('passes over copied headings and over columns that merged cells left empty', () => {
    const pasted = pasteBlock(table, [], at(0, 0), [
      ['一级指标', '二级指标', '三级指标', '', '年度指标值'],
      ['产出指标', '质量指标', 'a', '', '≥90%'],
    ]);
    expect(blockOf(table, pasted.rows, four)).toEqual([['产出指标', '质量指标', 'a', '≥90%']]);
    expect(pasted.notice).toBeNull();
  });
  it('says what found no column and no row', () => {
    expect(pasteBlock(table, [], at(0, 3), [['甲', '乙']]).notice).toBe('右侧 1 列没有对应的栏目，没有粘贴。');
    const short = { ...table, maxRows: 2 };
    const pasted = pasteBlock(short, [], at(0, 2), [['a'], ['b'], ['c']]);
    expect(pasted.rows).toHaveLength(2);
    expect(pasted.notice).toBe('最多 2 行，后面 1 行没有粘贴。');
  });
  it('fills the whole selection with a single cell', () => {
    const rows = [{ level3: 'a' }, { level3: 'b' }, { level3: 'c' }];
    const pasted = pasteBlock(table, rows, { top: 0, bottom: 1, left: 2, right: 2 }, [['同']]);
    expect(pasted.rows.map((row) => row.level3)).toEqual(['同', '同', 'c']);
  });
  it('gives back the block that was copied, wherever it is pasted', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '率', '"', '\t', '\n', ' ', '%', '9'), maxLength: 6 });
    // Categories are filled in: an empty one means the one above.
    const name = fc.constantFrom('产出指标', '效益指标', '自拟指标');
    const block = fc.array(fc.tuple(name, name, text, text), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(block, fc.nat({ max: 3 }), (rows, left) => {
        const source = pasteBlock(table, [], at(0, 0), rows).rows;
        const range = { top: 0, bottom: rows.length - 1, left, right: 3 };
        const copied = blockOf(table, source, range);
        const pasted = pasteBlock(table, [...source, ...source], at(1, left), parseTsv(formatTsv(copied)));
        expect(pasted.range && blockOf(table, pasted.rows, pasted.range)).toEqual(copied);
      }),
    );
  });
});

describe('chooseBlock', () => {
  it('takes the text where it has the shape of the table, the table otherwise', () => {
    expect(chooseBlock([['a ', 'b']], [['a', 'b']])).toEqual([['a ', 'b']]);
    expect(chooseBlock([['a'], ['b']], [['a', 'b']])).toEqual([['a', 'b']]);
    expect(chooseBlock([['a']], undefined)).toEqual([['a']]);
  });
});
