import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../../shared/narrative/figures.ts';

const brief = (text: string) => figuresIn(text).map(({ lead, amount, unit }) => [lead, amount, unit]);

describe('figuresIn', () => {
  it('finds amounts of money with the words that name them', () => {
    expect(brief('2026年预算收入1,204.50万元，其中：一般公共预算收入1200.00万元，基金预算收入为4.50万元。')).toEqual([
      ['预算收入', '1204.50', '万元'],
      ['一般公共预算收入', '1200.00', '万元'],
      ['基金预算收入', '4.50', '万元'],
    ]);
  });
  it('passes over what only introduces a figure', () => {
    expect(brief('机关运行经费共计安排27.30万元；会议费约为5000元')).toEqual([
      ['机关运行经费', '27.30', '万元'],
      ['会议费', '5000', '元'],
    ]);
  });
  it('begins anew behind an open bracket, and keeps brackets that belong to a name', () => {
    expect(brief('公务用车费3.60万元（其中：购置费0.00万元）；因公出国（境）费0.10万元')).toEqual([
      ['公务用车费', '3.60', '万元'],
      ['购置费', '0.00', '万元'],
      ['因公出国（境）费', '0.10', '万元'],
    ]);
  });
  it('takes 万 for 万元 only where nothing is counted', () => {
    expect(brief('养老补助155万，覆盖3万人，每人12.5元。')).toEqual([
      ['养老补助', '155', '万元'],
      ['每人', '12.5', '元'],
    ]);
  });
  it('knows a change by its word, and where the word stands', () => {
    const text = '与2025年预算相比减少318.46万元，人员经费增加约3.2万元';
    const [less, more] = figuresIn(text);
    expect([less?.lead, less?.change?.sign, text.slice(less?.change?.start, less?.change?.end)]).toEqual([
      '与预算相比',
      -1,
      '减少',
    ]);
    expect([more?.lead, more?.change?.sign, text.slice(more?.change?.start, more?.change?.end)]).toEqual([
      '人员经费',
      1,
      '增加',
    ]);
    expect(text.slice(less?.start, less?.end)).toBe('318.46');
  });
  it('finds no money in years, dates and counts', () => {
    expect(figuresIn('2026年1月，共18家机构，覆盖率95%，文号〔2025〕88号')).toEqual([]);
  });
});
