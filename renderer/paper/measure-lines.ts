import { cellTextPt } from '../../shared/paper/cell-style.ts';
import type { PageRow } from '../../shared/paper/compose-page.ts';
import type { RowPart } from '../../shared/paper/paginate.ts';
import { type CellLines, lineHeightPx } from '../../shared/paper/row-measures.ts';

/** Where lines of split texts begin: by `row:column`, then by line, the offset in the text. */
export type LineOffsets = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Key of a cell in `LineOffsets`. */
export function cellKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/**
 * Counts the lines of every cell as the browser broke them. Reads only, so many forms cost one layout.
 * @param root element whose `tr` elements are the composed rows, in order
 * @param scale by how much the pages are drawn larger than life
 */
export function measureLines(root: Element, pages: readonly (readonly PageRow[])[], scale: number): CellLines {
  const elements = root.querySelectorAll('tr');
  const lines: number[][] = pages.flat().map(() => []);
  let index = 0;
  for (const { part, source, cells } of pages.flat()) {
    const element = elements[index];
    index += 1;
    if (!element || part.isRepeat) continue;
    for (const [position, { cell, row }] of cells.entries()) {
      const text = element.cells[position]?.firstElementChild;
      const at = row === part.row ? source.cells.indexOf(cell) : -1;
      if (!text || at < 0) continue;
      const line = lines[row];
      const heightPx = text.getBoundingClientRect().height / scale;
      if (line) line[at] = Math.round(heightPx / lineHeightPx(cellTextPt(source, cell)));
    }
  }
  return lines;
}

/**
 * Finds where the texts of split rows are to be cut. The rows must be whole in the document.
 * @param parts all parts of split rows
 */
export function measureOffsets(
  root: Element,
  pages: readonly (readonly PageRow[])[],
  scale: number,
  parts: readonly RowPart[],
): LineOffsets {
  const elements = root.querySelectorAll('tr');
  const offsets = new Map<string, Map<number, number>>();
  for (const [index, { part, source, cells }] of pages.flat().entries()) {
    const cuts = parts.filter(({ row, fromLine }) => row === part.row && fromLine > 0).map(({ fromLine }) => fromLine);
    if (cuts.length === 0) continue;
    for (const [position, { cell }] of cells.entries()) {
      const text = elements[index]?.cells[position]?.firstElementChild;
      if (!text || cell.rowSpan > 1) continue;
      const linePx = lineHeightPx(cellTextPt(source, cell)) * scale;
      offsets.set(cellKey(part.row, cell.column), new Map(cuts.map((line) => [line, lineStart(text, line, linePx)])));
    }
  }
  return offsets;
}

/** The offset in an element's text at which a line begins; the text's length where it has fewer lines. */
function lineStart(element: Element, line: number, linePx: number): number {
  const node = element.firstChild;
  if (!(node instanceof Text)) return 0;
  const limitPx = element.getBoundingClientRect().top + (line - 0.25) * linePx;
  const range = document.createRange();
  let low = 0;
  let high = node.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (characterTop(range, node, middle) < limitPx) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Top of the first drawn character from `offset` on; past the end of the text it is below everything. */
function characterTop(range: Range, node: Text, offset: number): number {
  const isInsidePair = /[\udc00-\udfff]/u.test(node.data.charAt(offset));
  for (let at = isInsidePair ? offset - 1 : offset; at < node.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, Math.min(node.length, at + 2));
    const rect = range.getClientRects()[0];
    if (rect) return rect.top;
  }
  return Number.POSITIVE_INFINITY;
}
