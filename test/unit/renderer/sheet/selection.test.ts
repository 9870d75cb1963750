import { describe, expect, it } from 'vitest';
import {
  clampSelection,
  coversRows,
  moveBy,
  rangeOf,
  selectCell,
  selectRows,
  stepCell,
} from '../../../../renderer/sheet/selection.ts';

const size = { rows: 3, columns: 4 };

describe('selection', () => {
  it('moves inside the sheet', () => {
    expect(moveBy(selectCell({ row: 2, column: 3 }), { rows: 1, columns: 1 }, size, false).active).toEqual({
      row: 2,
      column: 3,
    });
    expect(moveBy(selectCell({ row: 1, column: 1 }), { rows: -9, columns: 0 }, size, false).active).toEqual({
      row: 0,
      column: 1,
    });
  });
  it('extends from the active cell in any direction', () => {
    const extended = moveBy(selectCell({ row: 1, column: 2 }), { rows: -1, columns: -1 }, size, true);
    expect(extended.active).toEqual({ row: 1, column: 2 });
    expect(rangeOf(extended)).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
  });
  it('steps on to the next row and out at both ends', () => {
    expect(stepCell({ row: 0, column: 3 }, 1, size)).toEqual({ row: 1, column: 0 });
    expect(stepCell({ row: 1, column: 0 }, -1, size)).toEqual({ row: 0, column: 3 });
    expect(stepCell({ row: 2, column: 3 }, 1, size)).toBeUndefined();
    expect(stepCell({ row: 0, column: 0 }, -1, size)).toBeUndefined();
  });
  it('knows whole rows', () => {
    expect(coversRows(rangeOf(selectRows(0, 1, size)), 4)).toBe(true);
    expect(coversRows(rangeOf(selectCell({ row: 0, column: 0 })), 4)).toBe(false);
  });
  it('comes back inside when rows have gone', () => {
    expect(clampSelection(selectCell({ row: 9, column: 1 }), size).active).toEqual({ row: 2, column: 1 });
  });
});
