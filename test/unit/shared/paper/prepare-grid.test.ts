import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../../shared/grid/grid.ts';
import { estimateLines } from '../../../../shared/paper/estimate-lines.ts';
import { withoutOversizedMerges } from '../../../../shared/paper/prepare-grid.ts';

function gridWith(label: string): Grid {
  const value = (text: string) => ({ text, column: 1, columnSpan: 1, rowSpan: 1 });
  return {
    columnWidths: [1, 3],
    rows: [
      { kind: 'table', cells: [{ text: label, column: 0, columnSpan: 1, rowSpan: 2, role: 'short' }, value('甲')] },
      { kind: 'table', cells: [value('乙')] },
    ],
  };
}

describe('withoutOversizedMerges', () => {
  it('leaves labels alone', () => {
    const grid = gridWith('产出指标');
    expect(withoutOversizedMerges(grid, 'portrait')).toBe(grid);
  });

  it('unmerges a cell whose text could not be repeated on each page', () => {
    const long = '长'.repeat(3000);
    const { rows } = withoutOversizedMerges(gridWith(long), 'portrait');
    expect(rows.map((row) => row.cells.map((cell) => [cell.text, cell.column, cell.rowSpan]))).toEqual([
      [
        [long, 0, 1],
        ['甲', 1, 1],
      ],
      [
        ['', 0, 1],
        ['乙', 1, 1],
      ],
    ]);
  });
});

describe('estimateLines', () => {
  // 10.5 pt is 14 px: 37.1 mm hold ten Chinese characters or twenty of half their width.
  it.each([
    ['', 1],
    ['一二三四五六七八九十', 1],
    ['一二三四五六七八九十一', 2],
    ['12345678901234567890', 1],
    ['甲\n乙\n', 3],
  ])('counts the lines of %j', (text, lines) => {
    expect(estimateLines(text, 37.1, 10.5)).toBe(lines);
  });
});
