import { describe, expect, it } from 'vitest';
import type { CellRole, GridCell, GridRow } from '../../../../shared/grid/grid.ts';
import { cellAlign, cellClasses, cellTextPt, isBoundTo, leastRowMm } from '../../../../shared/paper/cell-style.ts';

const cell = (role: CellRole, align?: 'left' | 'center' | 'right'): GridCell => ({
  text: '',
  column: 0,
  columnSpan: 1,
  rowSpan: 1,
  role,
  ...(align ? { align } : {}),
});
const row = (kind: GridRow['kind'], ...cells: GridCell[]): GridRow => ({ kind, cells });

describe('cellAlign', () => {
  it.each([
    ['title', 'center'],
    ['line', 'left'],
    ['label', 'center'],
    ['heading', 'center'],
    ['side', 'center'],
    ['short', 'center'],
    ['amount', 'right'],
    ['text', 'block'],
  ] as const)('puts a %s %s', (role, align) => {
    expect(cellAlign(cell(role))).toBe(align);
  });

  it('gives way to what the definition says', () => {
    expect(cellAlign(cell('amount', 'center'))).toBe('center');
  });
});

describe('sizes of text', () => {
  it('are those of official forms: title 18, year 12, everything else 10.5', () => {
    const title = cell('title');
    const year = cell('line', 'center');
    const unit = cell('line', 'left');
    expect(cellTextPt(row('line', title), title)).toBe(18);
    expect(cellTextPt(row('line', year), year)).toBe(12);
    expect(cellTextPt(row('line', unit, cell('line', 'right')), unit)).toBe(10.5);
    expect(cellTextPt(row('table', cell('text')), cell('text'))).toBe(10.5);
  });

  it('are smaller in dense tables, and rows lower', () => {
    const dense: GridRow = { ...row('table', cell('text')), isDense: true };
    expect(cellTextPt(dense, cell('text'))).toBe(9);
    expect(leastRowMm(dense)).toBe(6);
    expect(leastRowMm(row('table'))).toBe(8);
    expect(leastRowMm(row('line'))).toBe(0);
  });
});

describe('cellClasses', () => {
  it('marks long texts and stacked labels', () => {
    expect(cellClasses(row('table'), cell('text'), true)).toBe('paper-block paper-long');
    expect(cellClasses(row('table'), cell('side'), false)).toBe('paper-center paper-side');
  });
});

describe('isBoundTo', () => {
  const merged = { path: 'indicators.2.level1', lastRow: 4 };

  it('finds a field by its path', () => {
    expect(isBoundTo({ path: 'annualFunds.total' }, 'annualFunds.total')).toBe(true);
    expect(isBoundTo({ path: 'annualFunds.total' }, 'annualFunds.fiscal')).toBe(false);
  });

  it('finds every row a merged cell stands for, and no other column', () => {
    expect([1, 2, 3, 4, 5].filter((index) => isBoundTo(merged, `indicators.${index}.level1`))).toEqual([2, 3, 4]);
    expect(isBoundTo(merged, 'indicators.3.level2')).toBe(false);
    expect(isBoundTo(merged, 'tasks.3.level1')).toBe(false);
  });
});
