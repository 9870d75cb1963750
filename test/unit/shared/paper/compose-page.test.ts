import { describe, expect, it } from 'vitest';
import type { Grid, GridCell, GridRow } from '../../../../shared/grid/grid.ts';
import { composePages } from '../../../../shared/paper/compose-page.ts';
import type { RowPart } from '../../../../shared/paper/paginate.ts';

const cell = (text: string, column: number, rowSpan = 1): GridCell => ({ text, column, columnSpan: 1, rowSpan });
const table = (...cells: GridCell[]): GridRow => ({ cells, kind: 'table' });
const part = (row: number, isRepeat = false): RowPart => ({
  row,
  fromLine: 0,
  toLine: Number.POSITIVE_INFINITY,
  isRepeat,
});
const look = { textOf: (own: GridCell) => own.text, isLong: () => false };
const shape = (grid: Grid, plan: readonly (readonly RowPart[])[]) =>
  composePages(grid, plan, look).map((page) => page.map((row) => row.cells.map((c) => `${c.text}×${c.rowSpan}`)));

// 指标 beside everything, a heading, and a group of three rows.
const grid: Grid = {
  columnWidths: [1, 1, 1],
  rows: [
    { ...table(cell('指标', 0, 4), cell('二级', 1), cell('三级', 2)), repeatsOnPage: true },
    table(cell('数量', 1, 3), cell('甲', 2)),
    table(cell('乙', 2)),
    table(cell('丙', 2)),
  ],
};

describe('composePages', () => {
  it('leaves a page with everything as the grid is', () => {
    expect(shape(grid, [[part(0), part(1), part(2), part(3)]])).toEqual([
      [['指标×4', '二级×1', '三级×1'], ['数量×3', '甲×1'], ['乙×1'], ['丙×1']],
    ]);
  });

  it('cuts merged cells at the end of a page and repeats their text on the next', () => {
    expect(
      shape(grid, [
        [part(0), part(1)],
        [part(2), part(3)],
      ]),
    ).toEqual([
      [
        ['指标×2', '二级×1', '三级×1'],
        ['数量×1', '甲×1'],
      ],
      [['指标×2', '数量×2', '乙×1'], ['丙×1']],
    ]);
  });

  it('joins a repeated heading with the merged cell beside it', () => {
    expect(
      shape(grid, [
        [part(0), part(1)],
        [part(0, true), part(2), part(3)],
      ])[1],
    ).toEqual([['指标×3', '二级×1', '三级×1'], ['数量×2', '乙×1'], ['丙×1']]);
  });

  it('shows the text of a split row as it is told', () => {
    const split = [[{ ...part(3), toLine: 2 }], [{ ...part(3), fromLine: 2 }]];
    const pages = composePages(grid, split, {
      ...look,
      textOf: (own, _row, { fromLine }) => `${own.text}${fromLine}`,
    });
    expect(pages.map(([row]) => row?.cells.map((c) => c.text))).toEqual([
      ['指标0', '数量0', '丙0'],
      ['指标2', '数量2', '丙2'],
    ]);
  });
});
