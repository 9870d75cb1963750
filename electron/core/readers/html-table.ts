import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridCell } from '../../../shared/grid/grid.ts';
import { placeColumns } from '../../../shared/grid/place-columns.ts';
import type { ReadFault } from './fault.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isBlock, isElement, isSeen, whiteSpaceIn } from './html-tree.ts';
import type { ReaderLimits } from './limits.ts';
import { FoldedText, type StyleRules, type WhiteSpace } from './white-space.ts';

const ROW_GROUPS = new Set(['thead', 'tbody', 'tfoot']);

/**
 * The cells of a table by row, with their columns. Spans are clipped to the table; a table inside a cell is text of
 * that cell.
 */
export function readTable(
  table: HtmlElement,
  around: WhiteSpace,
  rules: StyleRules,
  limits: ReaderLimits,
): Result<readonly (readonly GridCell[])[], ReadFault> {
  const rowElements = tableRows(table);
  const loose = [];
  for (const [index, row] of rowElements.entries()) {
    const inRow = whiteSpaceIn(row, around, rules);
    const cells = row.childNodes.filter((node): node is HtmlElement => isElement(node) && isCell(node));
    const texts = cells.map((cell) => cellText(cell, whiteSpaceIn(cell, inRow, rules), rules));
    // Far more cells than columns allowed: refused when any of them says something, cut off otherwise.
    if (texts.slice(limits.columns).some((text) => text !== '')) return err({ kind: 'tooWide' });
    loose.push(
      cells.slice(0, limits.columns).map((cell, position) => ({
        text: texts[position] ?? '',
        columnSpan: span(cell, 'colspan', limits.columns),
        rowSpan: span(cell, 'rowspan', rowElements.length - index),
      })),
    );
  }
  return ok(placeColumns(loose));
}

/** The widths of a table's columns in px, as far as the page states them as plain numbers. */
export function columnWidthsOf(table: HtmlElement): readonly number[] {
  const groups = table.childNodes.filter((node) => isElement(node) && node.tagName === 'colgroup');
  const columns = [table, ...groups]
    .flatMap((node) => (isElement(node) ? node.childNodes : []))
    .filter((node): node is HtmlElement => isElement(node) && node.tagName === 'col');
  const widths = columns.map((column) => pixels(attributeOf(column, 'width')));
  if (widths.length === 0 || widths.includes(0)) return [];
  // LibreOffice leaves the padding of the cells out of the columns, not out of the table.
  const padding = pixels(attributeOf(table, 'width')) - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width + Math.max(0, padding) / widths.length);
}

function pixels(value: string | undefined): number {
  return /^\d{1,5}$/u.test(value ?? '') ? Number(value) : 0;
}

function isCell(element: HtmlElement): boolean {
  return (element.tagName === 'td' || element.tagName === 'th') && isSeen(element);
}

function tableRows(table: HtmlElement): HtmlElement[] {
  const rows: HtmlElement[] = [];
  for (const child of table.childNodes) {
    if (!isElement(child) || !isSeen(child)) continue;
    if (child.tagName === 'tr') rows.push(child);
    if (!ROW_GROUPS.has(child.tagName)) continue;
    for (const row of child.childNodes) {
      if (isElement(row) && row.tagName === 'tr' && isSeen(row)) rows.push(row);
    }
  }
  return rows;
}

/** A span attribute as browsers read it, at least 1, at most what there is room for. `rowspan="0"` runs to the end. */
function span(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  if (value === 0 && name === 'rowspan') return most;
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, most);
}

/** The text of a cell: kept exactly where the page keeps white space, otherwise folded and trimmed. */
function cellText(cell: HtmlElement, rule: WhiteSpace, rules: StyleRules): string {
  const text = new FoldedText();
  addText(text, cell.childNodes, rule, rules);
  const whole = text.take();
  return rule === 'pre' ? whole : whole.trim();
}

function addText(text: FoldedText, nodes: readonly HtmlNode[], around: WhiteSpace, rules: StyleRules): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) text.add(node.value, around);
      continue;
    }
    if (!isSeen(node)) continue;
    if (node.tagName === 'br') {
      text.break();
      continue;
    }
    if (isBlock(node)) text.edge();
    addText(text, node.childNodes, whiteSpaceIn(node, around, rules), rules);
    if (isBlock(node)) text.edge();
  }
}
