import { describe, expect, it } from 'vitest';
import type { GridCell, GridRow } from '../../../../shared/grid/grid.ts';
import { measureRows, pageRoom } from '../../../../shared/paper/row-measures.ts';

const cell = (column: number, more: Partial<GridCell> = {}): GridCell => ({
  text: '字',
  column,
  columnSpan: 1,
  rowSpan: 1,
  bind: { path: 'projectName' },
  ...more,
});
const label = (column: number): GridCell => ({ text: '字', column, columnSpan: 1, rowSpan: 1, role: 'label' });
const measure = (rows: readonly GridRow[], lines: readonly (readonly number[])[]) =>
  measureRows({ rows, columnWidths: [1, 1] }, lines);

describe('measureRows', () => {
  it('makes rows as high as their longest cell, and at least 8 mm', () => {
    const row: GridRow = { kind: 'table', cells: [cell(0), cell(1)] };
    const { rows } = measure(
      [row, row],
      [
        [1, 1],
        [2, 10],
      ],
    );
    // 8 mm; ten lines of 10.5 pt × 1.3 and 1 mm of padding above and below.
    expect(rows[0]?.heightPx).toBeCloseTo((8 * 96) / 25.4, 5);
    expect(rows[1]?.heightPx).toBeCloseTo(10 * 18.1875 + (2 * 96) / 25.4, 5);
    expect(rows[1]?.lines).toBe(10);
  });

  it('makes rows of dense tables lower', () => {
    const row: GridRow = { kind: 'table', isDense: true, cells: [cell(0), cell(1)] };
    const { rows } = measure([row], [[1, 3]]);
    // Three lines of 9 pt × 1.3 and 1 mm of padding above and below.
    expect(rows[0]?.heightPx).toBeCloseTo(3 * 15.59375 + (2 * 96) / 25.4, 5);
  });

  it('leaves merged cells to the rows they cover', () => {
    const { rows, spans } = measure(
      [
        { kind: 'table', cells: [cell(0, { rowSpan: 2 }), cell(1)] },
        { kind: 'table', cells: [cell(1)] },
      ],
      [[6, 1], [1]],
    );
    expect(rows[0]?.heightPx).toBe(rows[1]?.heightPx);
    expect(spans).toEqual([{ firstRow: 0, lastRow: 1, heightPx: expect.closeTo(6 * 18.1875 + (2 * 96) / 25.4, 5) }]);
  });

  it('keeps titles, headings and rows of labels with what they stand over', () => {
    const { rows } = measure(
      [
        { kind: 'line', cells: [cell(0)] },
        { kind: 'table', cells: [label(0), label(1)] },
        { kind: 'table', cells: [label(0), cell(1)] },
        { kind: 'table', cells: [cell(0)], repeatsOnPage: true },
      ],
      [[1], [1, 1], [1, 1], [1]],
    );
    expect(rows.map((row) => row.keepsWithNext)).toEqual([true, true, false, true]);
  });
});

describe('pageRoom', () => {
  it('is the sheet inside its margins; continuation pages give a line to 续表', () => {
    const { firstPx, nextPx } = pageRoom('portrait');
    const bodyPx = ((297 - 40) * 96) / 25.4;
    expect(firstPx).toBeLessThan(bodyPx);
    expect(firstPx).toBeGreaterThan(bodyPx - 5);
    expect(firstPx - nextPx).toBeGreaterThan(18);
  });
});
