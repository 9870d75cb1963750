import { describe, expect, it } from 'vitest';
import { shareColumns } from '../../../../../electron/core/readers/share-columns.ts';
import type { GridRow } from '../../../../../shared/grid/grid.ts';

function rowOf(...spans: readonly number[]): GridRow {
  let column = 0;
  const cells = spans.map((columnSpan) => {
    const cell = { text: '甲', column, columnSpan, rowSpan: 1 };
    column += columnSpan;
    return cell;
  });
  return { kind: 'table', cells };
}

describe('shareColumns', () => {
  it('gives parts of one table the edges of all', () => {
    const upper = { rows: [rowOf(1, 1, 1)], columnWidths: [100, 200, 300] };
    const lower = { rows: [rowOf(1, 1)], columnWidths: [450, 151] };
    expect(shareColumns([upper, lower])).toEqual([rowOf(1, 1, 2), rowOf(3, 1)]);
  });

  it.each([
    ['unlike widths', [200, 100]],
    ['no widths', []],
  ])('leaves tables of %s as they are', (_what, columnWidths) => {
    const upper = { rows: [rowOf(1, 1, 1)], columnWidths: [100, 200, 300] };
    expect(shareColumns([upper, { rows: [rowOf(1, 1)], columnWidths }])).toEqual([rowOf(1, 1, 1), rowOf(1, 1)]);
  });

  it('leaves a table alone, and tables whose edges cannot be told apart', () => {
    const fine = { rows: [rowOf(1, 1)], columnWidths: [1, 999] };
    expect(shareColumns([fine])).toEqual([rowOf(1, 1)]);
    expect(shareColumns([fine, fine])).toEqual([rowOf(1, 1), rowOf(1, 1)]);
    expect(shareColumns([])).toEqual([]);
  });
});
