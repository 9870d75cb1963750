import { describe, expect, it } from 'vitest';
import { tieFigures } from '../../../../shared/narrative/tie-figures.ts';
import { writeDraft } from '../../../../shared/narrative/write-draft.ts';
import { quotedTables, sampleQuotes } from '../../../support/quoted-tables.ts';

const write = (draft: string) => writeDraft(draft, 2026, sampleQuotes, quotedTables);

describe('writeDraft', () => {
  it('fills in years and figures, with the word that follows the sign', () => {
    expect(write('{fiscalYear}年预算支出{all}万元，基本支出{basicChange}万元（{lastYear}年）。')).toBe(
      '2026年预算支出100.00万元，基本支出减少5.50万元（2025年）。',
    );
    expect(write('较上年预算{allChange}万元。')).toBe('较上年预算持平。');
  });
  it('leaves a blank where a figure is not known, and words it does not know', () => {
    expect(write('上年结转{carried}万元，{other}')).toBe('上年结转＿＿＿万元，{other}');
  });
  it('writes what is read back as tied and agreeing', () => {
    const text = write('预算支出{all}万元，基本支出{basicChange}万元');
    expect(tieFigures(text, sampleQuotes, quotedTables).map(({ quote, agrees }) => [quote.id, agrees])).toEqual([
      ['all', true],
      ['basicChange', true],
    ]);
  });
});
