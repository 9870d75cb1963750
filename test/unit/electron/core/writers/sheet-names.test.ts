import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../../../electron/core/writers/sheet-names.ts';

describe('sheetNames', () => {
  it('replaces what Excel forbids and tells equal titles apart', () => {
    expect(sheetNames(['a/b:c', 'A/B:C', "'引号'", '', 'History'])).toEqual([
      'a b c',
      'A B C(2)',
      '引号',
      '表',
      '表(2)',
    ]);
  });

  it('cuts long titles and keeps the number of a repeated one', () => {
    const long = '基层医疗卫生机构实施国家基本药物制度补助资金项目绩效目标表（第二批）';
    const [first = '', second = ''] = sheetNames([long, long]);
    expect(first).toBe(long.slice(0, 31));
    expect(second).toBe(`${long.slice(0, 28)}(2)`);
  });

  it('gives every title a name that Excel takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 40 }), (titles) => {
        const names = sheetNames(titles);
        expect(names).toHaveLength(titles.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/u);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
