import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from '../../../../../electron/core/readers/limits.ts';
import { joinTables, shareColumns } from '../../../../../electron/core/readers/share-columns.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';

function rowOf(...spans: readonly number[]): GridRow {
  return rowOfTexts(spans.map((span) => ['甲', span]));
}

function rowOfTexts(texts: readonly (readonly [string, number])[]): GridRow {
  let column = 0;
  const cells = texts.map(([text, columnSpan]) => {
    const cell = { text, column, columnSpan, rowSpan: 1 };
    column += columnSpan;
    return cell;
  });
  return { kind: 'table', cells };
}

describe('shareColumns', () => {
  it('gives parts of one table the edges of all', () => {
    const upper = { rows: [rowOf(1, 1, 1)], columnWidths: [100, 200, 300] };
    const lower = { rows: [rowOf(1, 1)], columnWidths: [450, 151] };
    expect(shareColumns([upper, lower])).toEqual([[rowOf(1, 1, 2), rowOf(3, 1)]]);
  });

  it.each([
    ['unlike widths', [200, 100]],
    ['no widths', []],
  ])('leaves tables of %s as they are', (_what, columnWidths) => {
    const upper = { rows: [rowOf(1, 1, 1)], columnWidths: [100, 200, 300] };
    const lower = { rows: [rowOf(1, 1)], columnWidths };
    expect(shareColumns([upper, lower])).toEqual([upper.rows, lower.rows]);
  });

  it('leaves a table alone, and tables whose edges cannot be told apart', () => {
    const fine = { rows: [rowOf(1, 1)], columnWidths: [1, 999] };
    expect(shareColumns([fine])).toEqual([fine.rows]);
    expect(shareColumns([fine, fine])).toEqual([fine.rows, fine.rows]);
    expect(shareColumns([])).toEqual([]);
  });
});

describe('joinTables', () => {
  it('keeps an empty cell at the right edge of one part where another part has text there', () => {
    const empty = rowOfTexts([
      ['甲', 2],
      ['', 1],
    ]);
    const upper = { rows: [empty], columnWidths: [100, 200, 300] };
    const lower = { rows: [rowOf(1, 1, 1)], columnWidths: [100, 200, 300] };
    expect(joinTables([upper, lower], READER_LIMITS)).toEqual({ ok: true, value: [empty, rowOf(1, 1, 1)] });
    expect(joinTables([upper], READER_LIMITS)).toEqual({ ok: true, value: [rowOf(2)] });
  });

  it('leaves out the blank rows of every part', () => {
    const blank = rowOfTexts([
      ['', 2],
      [' ', 1],
    ]);
    const part = { rows: [blank, rowOf(1, 1, 1), blank], columnWidths: [100, 200, 300] };
    const kept = [rowOf(1, 1, 1), rowOf(1, 1, 1)];
    expect(joinTables([part, part], READER_LIMITS)).toEqual({ ok: true, value: kept });
  });

  it('says so where a part is too long', () => {
    const part = { rows: [rowOf(1), rowOf(1)], columnWidths: [100] };
    const limits = { ...READER_LIMITS, rows: 1 };
    expect(joinTables([part], limits)).toEqual({ ok: false, error: { kind: 'tooLong' } });
  });
});
