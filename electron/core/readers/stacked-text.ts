import type { TextRow } from './text.ts';

/** Longer rows are never put together from pieces; it also keeps the work linear. */
const MOST_CELLS = 64;

/** Cells that stood together, with the blank lines before them. */
interface Fragment {
  readonly line: number;
  readonly blanksBefore: number;
  readonly texts: string[];
}

/** A line of tabs only: what a merged cell of Excel leaves behind when it is pasted into Word. */
const STRAY_TABS = /^\t{2,}$/u;

/**
 * Rows of text with one cell per line, a tab before each cell and a blank line between rows.
 * @param isStripped true where empty cells have become blank lines: what stands together is but a piece of a row
 */
export function readStackedRows(lines: readonly string[], isStripped: boolean): TextRow[] {
  const rows: TextRow[] = [];
  let table: Fragment[] = [];
  let open: Fragment | undefined;
  let blanks = 0;
  const endTable = (): void => {
    for (const { line, texts, blanksBefore } of isStripped ? table : joinSplitRows(table))
      rows.push({ line, kind: 'table', texts, hasLooseEnd: true, ...(isStripped ? { blanksBefore } : {}) });
    table = [];
    open = undefined;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' && !line.includes('\t')) {
      blanks += 1;
      open = undefined;
      continue;
    }
    if (open && isParagraph(open.texts.at(-1) ?? '', line)) endTable();
    if (open && (STRAY_TABS.test(line) || !line.startsWith('\t'))) {
      open.texts.push(`${open.texts.pop() ?? ''}\n${line.trim()}`);
      continue;
    }
    const above = table.at(-1)?.texts;
    if (above && isNextItem(above.at(-1) ?? '', line)) {
      above.push(`${above.pop() ?? ''}\n${line.trim()}`);
      blanks = 0;
      continue;
    }
    if (!line.startsWith('\t')) {
      endTable();
      rows.push({ line: index + 1, kind: 'line', texts: [line] });
      blanks = 0;
      continue;
    }
    if (!open) {
      open = { line: index + 1, blanksBefore: blanks, texts: [] };
      table.push(open);
      blanks = 0;
    }
    const quoted = takeQuotedCell(lines, index);
    if (quoted) index = quoted.lastIndex;
    for (const text of quoted ? [quoted.text] : line.slice(1).trimEnd().split('\t')) open.texts.push(text);
  }
  endTable();
  return rows;
}

/** A whole cell that is a figure, in half width. */
const FIGURE = /^-?[\d,]+(?:\.\d+)?%?$/u;
const LONGEST_UNIT = 12;

/** True where a line below a cell does not go on with it: a bookmarked heading, or a sentence below a figure. */
function isParagraph(cell: string, line: string): boolean {
  if (line.startsWith('\t')) return false;
  return (
    line.trimStart().startsWith('[bookmark: ') ||
    (FIGURE.test(cell.normalize('NFKC')) && line.trim().length > LONGEST_UNIT)
  );
}

/** `1.`, `2、`, `（3）`: an item's number, and what stands around it. */
const ITEM = /^\s*([（(]?)(\d{1,3})([.．、)）])(?!\d)/u;

/**
 * True where a line after blank ones is the next item of the list that a cell is: it belongs to the cell. A cell is a
 * list where its items are numbered from 1 on.
 */
function isNextItem(cell: string, line: string): boolean {
  const [, open, number, close] = ITEM.exec(line) ?? [];
  if (number === undefined) return false;
  const items = cell.split('\n').map((part) => ITEM.exec(part));
  if (items[0]?.[2] !== '1') return false;
  const last = items.findLast((item) => item !== null);
  return last?.[1] === open && last?.[3] === close && Number(last?.[2]) + 1 === Number(number);
}

/**
 * A quoted cell that runs over several lines, blank ones among them. The closing mark must come before the next cell;
 * otherwise the mark is part of the text.
 */
function takeQuotedCell(lines: readonly string[], start: number): { text: string; lastIndex: number } | undefined {
  const first = lines[start] ?? '';
  if (!first.startsWith('\t"')) return undefined;
  const parts = [first.slice(2)];
  for (let index = start; ; index += 1) {
    if (index > start) parts.push(lines[index] ?? '');
    const last = (parts.at(-1) ?? '').trimEnd();
    if (last.endsWith('"') && !(index === start && last === '')) {
      parts[parts.length - 1] = last.slice(0, -1);
      return { text: parts.join('\n').replaceAll('""', '"'), lastIndex: index };
    }
    const next = lines[index + 1];
    if (next === undefined || (next.startsWith('\t') && next.trim() !== '')) return undefined;
  }
}

/** The number of cells most rows of a table have; 0 where no two rows agree. */
function usualLength(table: readonly Fragment[]): number {
  const counts = new Map<number, number>();
  for (const { texts } of table) {
    if (texts.length <= MOST_CELLS) counts.set(texts.length, (counts.get(texts.length) ?? 0) + 1);
  }
  let usual = 0;
  let most = 1;
  for (const [length, count] of counts) {
    if (count > most || (count === most && count > 1 && length > usual)) {
      usual = length;
      most = count;
    }
  }
  return usual;
}

/**
 * A cell that ends in blank lines looks like the end of its row. Pieces parted by two or more blank lines are put
 * together where they give just the number of cells that rows of this table have.
 */
function joinSplitRows(table: readonly Fragment[]): Fragment[] {
  const usual = usualLength(table);
  const joined: Fragment[] = [];
  for (let index = 0; index < table.length; index += 1) {
    const first = table[index];
    if (!first) break;
    let length = first.texts.length;
    let end = index + 1;
    while (length < usual && (table[end]?.blanksBefore ?? 0) >= 2) {
      length += table[end]?.texts.length ?? 0;
      end += 1;
    }
    if (length === usual && end > index + 1) {
      joined.push({ ...first, texts: table.slice(index, end).flatMap((fragment) => fragment.texts) });
      index = end - 1;
    } else {
      joined.push(first);
    }
  }
  return joined;
}
