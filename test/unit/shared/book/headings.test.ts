import { describe, expect, it } from 'vitest';
import { contentsGrid, headingPages, headingsOf } from '../../../../shared/book/headings.ts';
import type { GridRow } from '../../../../shared/grid/grid.ts';
import type { PageRow } from '../../../../shared/paper/compose-page.ts';

const line = (text: string, role: 'title' | 'part' | 'paragraph'): GridRow => ({
  kind: 'line',
  cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1, role }],
});
const rows = [line('题目', 'title'), line('一、总体', 'part'), line('一段', 'paragraph'), line('', 'part')];

/** A row on a page; `again`: repeated or gone on with from the page before. */
function onPage(row: number, again: 'repeated' | 'rest' | null = null): PageRow {
  const source = rows[row];
  if (!source) throw new Error('no such row');
  const part = { row, fromLine: again === 'rest' ? 3 : 0, toLine: 9, isRepeat: again === 'repeated' };
  return { part, source, cells: [] };
}

describe('headings', () => {
  it('are titles and, a level below, the parts that say something', () => {
    const grid = { rows, columnWidths: [1] };
    expect(headingsOf({ grid })).toEqual([
      { row: 0, text: '题目', level: 1 },
      { row: 1, text: '一、总体', level: 2 },
    ]);
    expect(headingsOf({ grid, outlineLevel: 3 }).map(({ level }) => level)).toEqual([3, 4]);
  });
  it('stand on the page where they begin', () => {
    const pages = [[onPage(0), onPage(2)], [onPage(0, 'repeated'), onPage(2, 'rest'), onPage(1)], [onPage(1, 'rest')]];
    expect(headingPages(pages)).toEqual([0, 1]);
  });
});

describe('contentsGrid', () => {
  it('sets entries in by their level, pages at the right', () => {
    const grid = contentsGrid([
      { text: '甲', level: 1, page: 1 },
      { text: '乙', level: 2, page: null },
    ]);
    expect(grid.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['目　录'],
      ['甲', '1'],
      ['\u3000\u3000乙', ''],
    ]);
  });
});
