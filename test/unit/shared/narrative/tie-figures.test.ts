import { describe, expect, it } from 'vitest';
import { correctFigures, tieFigures } from '../../../../shared/narrative/tie-figures.ts';
import { quotedTables, sampleQuotes } from '../../../support/quoted-tables.ts';

const tie = (text: string) => tieFigures(text, sampleQuotes, quotedTables);
const agreement = (text: string) => tie(text).map(({ quote, agrees }) => [quote.id, agrees]);

describe('tieFigures', () => {
  it('ties a figure to the cell its words name, the longest name first', () => {
    expect(agreement('预算支出100万元，其中：一般公共预算支出90.00万元')).toEqual([
      ['all', true],
      ['general', true],
    ]);
  });
  it('says where a figure is another than the cell, and where there is no cell', () => {
    expect(agreement('预算支出100.10万元，上年结转5万元，其他支出3万元')).toEqual([
      ['all', false],
      ['carried', undefined],
    ]);
  });
  it('passes over figures that are called nearly so', () => {
    expect(agreement('其中：本部门预算支出100.00万元，主要为公共卫生预算支出20万元')).toEqual([['all', true]]);
  });
  it('takes an empty cell for nothing, and quotation marks for no matter', () => {
    expect(agreement('三公经费0.00万元')).toEqual([['visits', true]]);
  });
  it('counts in the unit of the text', () => {
    expect(agreement('预算支出1000000元，预算支出0.01亿元')).toEqual([
      ['all', true],
      ['all', true],
    ]);
  });
  it('holds a change against last year, sign and amount', () => {
    expect(agreement('基本支出减少5.50万元')).toEqual([['basicChange', true]]);
    expect(agreement('基本支出增加5.50万元')).toEqual([['basicChange', false]]);
    expect(agreement('较上年预算增加0.00万元')).toEqual([['allChange', true]]);
    expect(agreement('基本支出30.00万元')).toEqual([]);
  });
});

describe('correctFigures', () => {
  it('puts right what does not agree and leaves every other word', () => {
    const text = '预算支出100.10万元，基本支出增加约5万元；上年结转5万元。';
    const corrected = correctFigures(text, tie(text));
    expect(corrected).toBe('预算支出100.00万元，基本支出减少约5.50万元；上年结转5万元。');
    expect(tie(corrected).every(({ agrees }) => agrees !== false)).toBe(true);
    expect(correctFigures(corrected, tie(corrected))).toBe(corrected);
  });
});
