import type { TableDefinition } from '../../shared/forms/definition.ts';
import { fillDown } from '../../shared/forms/shape.ts';
import type { CellRange } from './selection.ts';
import type { Rows } from './sheet-rows.ts';
import { setTexts } from './sheet-rows.ts';

/** A block of texts from the clipboard, row by row. */
export type Block = readonly (readonly string[])[];

export interface PasteOutcome {
  readonly rows: Rows;
  /** What was written, to be selected; null when nothing was. */
  readonly range: CellRange | null;
  /** What could not be taken, in words; null when everything was. */
  readonly notice: string | null;
}

const plain = (text: string): string => text.replace(/\s/gu, '');

/** Headings copied along with the rows (一级指标, 二级指标 …) are no row. */
function withoutHeadings(table: TableDefinition, block: Block, left: number): Block {
  const labels = table.columns.slice(left).map((column) => column.label);
  const [first, ...rest] = block;
  const texts = first?.map(plain).filter((text) => text !== '') ?? [];
  const isHeading = rest.length > 0 && texts.length > 0 && texts.every((text) => labels.includes(text));
  return isHeading ? rest : block;
}

/** Leaves out columns that are empty in all rows, from the right, until the block fits: merged cells leave them. */
function withoutEmptyColumns(block: Block, room: number): Block {
  let result = block;
  for (let column = widthOf(block) - 1; column >= 0 && widthOf(result) > room; column -= 1) {
    if (result.every((row) => plain(row[column] ?? '') === '')) {
      result = result.map((row) => row.filter((_, at) => at !== column));
    }
  }
  return result;
}

function widthOf(block: Block): number {
  return Math.max(0, ...block.map((row) => row.length));
}

/** One copied cell fills the whole selection, as in Excel. */
function spreadSingle(block: Block, range: CellRange): Block {
  const [text] = block[0] ?? [];
  if (block.length !== 1 || widthOf(block) !== 1 || text === undefined) return block;
  const width = range.right - range.left + 1;
  return Array.from({ length: range.bottom - range.top + 1 }, () => Array.from({ length: width }, () => text));
}

/**
 * What of a copied block is meant for the columns from the range's first on: without headings and empty columns that
 * came along; a single cell fills the range.
 */
export function fitBlock(table: TableDefinition, range: CellRange, pasted: Block): Block {
  const room = table.columns.length - range.left;
  return spreadSingle(withoutEmptyColumns(withoutHeadings(table, pasted, range.left), room), range);
}

/**
 * Writes a block into the rows from the range's top left cell on; rows are added as needed, up to the table's
 * limit. Empty categories under a filled one are filled down, as merged cells mean them.
 */
export function pasteBlock(table: TableDefinition, rows: Rows, range: CellRange, pasted: Block): PasteOutcome {
  const { top, left } = range;
  const room = table.columns.length - left;
  const block = fitBlock(table, range, pasted);
  const height = Math.min(block.length, table.maxRows - top);
  const width = Math.min(widthOf(block), room);
  if (height <= 0 || width <= 0) return { rows, range: null, notice: null };
  const columns = table.columns.slice(left, left + width);
  let next = rows;
  for (const [offset, row] of block.slice(0, height).entries()) {
    const texts = Object.fromEntries(columns.map((column, index) => [column.id, row[index] ?? '']));
    next = setTexts(table, next, top + offset, texts);
  }
  const bottom = top + height - 1;
  const groups = table.groupBy.filter((id) => columns.some((column) => column.id === id));
  if (groups.length > 0) {
    // From the outermost column on: an inner category is only the same while all outer ones are.
    const outermost = table.groupBy.slice(0, table.groupBy.indexOf(groups.at(-1) ?? '') + 1);
    next = [...next.slice(0, top), ...fillDown(outermost, next.slice(top, bottom + 1)), ...next.slice(bottom + 1)];
  }
  return {
    rows: next,
    range: { top, left, bottom, right: left + width - 1 },
    notice: noticeOf(block, height, width, table),
  };
}

function noticeOf(block: Block, height: number, width: number, table: TableDefinition): string | null {
  const lostRows = block.length - height;
  const lostColumns = widthOf(block) - width;
  const parts = [
    ...(lostRows > 0 ? [`最多 ${table.maxRows} 行，后面 ${lostRows} 行没有粘贴`] : []),
    ...(lostColumns > 0 ? [`右侧 ${lostColumns} 列没有对应的栏目，没有粘贴`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join('；')}。`;
}

/**
 * Chooses between the two forms of one clipboard: the text keeps spaces exactly, so it is taken where it has
 * the table's shape; Word breaks its text at every paragraph, there the table counts.
 */
export function chooseBlock(text: Block, table: Block | undefined): Block {
  if (!table || table.length === 0) return text;
  const isSameShape = table.length === text.length && widthOf(table) === widthOf(text);
  return isSameShape ? text : table;
}
