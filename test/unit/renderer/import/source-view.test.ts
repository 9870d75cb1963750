import { describe, expect, it } from 'vitest';
import { columnCount, lineAt, lineOfText, sourceLines } from '../../../../renderer/import/source-view.ts';
import type { SourceRow } from '../../../../shared/rpc/import-types.ts';

const cell = (text: string, column: number, columnSpan = 1, rowSpan = 1) => ({ text, column, columnSpan, rowSpan });
const row = (place: string, ...cells: SourceRow['cells']): SourceRow => ({ place, kind: 'table', cells });

describe('sourceLines', () => {
  it('fills the gaps so that every cell stands in its column', () => {
    const lines = sourceLines([row('第1行', cell('甲', 0), cell('乙', 2))], []);
    expect(lines[0]?.cells.map(({ text, column }) => [text, column])).toEqual([
      ['甲', 0],
      ['', 1],
      ['乙', 2],
    ]);
    expect(columnCount(lines)).toBe(3);
  });
  it('leaves cells out that a merged one covers', () => {
    const lines = sourceLines(
      [row('1', cell('合', 0, 1, 2), cell('a', 1)), row('2', cell('b', 1)), row('3', cell('c', 1))],
      [],
    );
    expect(lines.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['合', 'a'], ['b'], ['', 'c']]);
  });
  it('marks the cells whose text found no place', () => {
    const rows = [row('第1行', cell('备注： 无', 0), cell('乙', 1)), row('第2行', cell('备注：无', 0))];
    const marked = sourceLines(rows, [{ text: '备注：无', place: '第1行' }]);
    expect(marked.map(({ cells }) => cells.map(({ isUnplaced }) => isUnplaced))).toEqual([[true, false], [false]]);
  });
  it('has one column at least', () => {
    expect(columnCount(sourceLines([], []))).toBe(1);
  });
});

describe('lineAt and lineOfText', () => {
  const lines = sourceLines(
    [row('第1行', cell('合计12', 0)), row('第10行', cell('12', 0)), row('第12行', cell('村医 补助', 0))],
    [],
  );
  it('find the line a place names, also where the place is more exact', () => {
    expect(lineAt(lines, '第10行')).toBe(1);
    expect(lineAt(lines, '第12行第2列')).toBe(2);
    expect(lineAt(lines, '第99行')).toBe(-1);
  });
  it('find the line of a text, whole cells first', () => {
    expect(lineOfText(lines, '12')).toBe(1);
    expect(lineOfText(lines, '村医补助')).toBe(2);
    expect(lineOfText(lines, '')).toBe(-1);
    expect(lineOfText(lines, '没有')).toBe(-1);
  });
});
