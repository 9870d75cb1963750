/**
 * Text copied out of Word or a web page comes in two shapes: rows with a tab between cells, and one cell per line
 * with a tab before it and a blank line between rows. The text itself tells which; a text put together from several
 * sources may have both, one after the other.
 */

/** A cell alone on its line: a tab before it, at most stray tabs after it. */
const LONE_CELL = /^\t[^\t]*\t*$/u;
/** A cell that is empty, or tabs that say nothing. */
const ONLY_TABS = /^[\t ]*\t[\t ]*$/u;

/** Lines one after the other in one shape, by index, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isStacked: boolean;
}

/** So few rows among cells, or cells among rows, are slips of the same shape. */
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 6;

/** The stretches of a text, in order; together they are all its lines. */
export function stretchesOf(lines: readonly string[]): Stretch[] {
  let stretches: { start: number; end: number; isLone: boolean; count: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = stretches.at(-1);
    if (!line.includes('\t') || ONLY_TABS.test(line)) {
      if (last) last.end = index + 1;
      continue;
    }
    const isLone = LONE_CELL.test(line);
    if (last?.isLone === isLone) {
      last.end = index + 1;
      last.count += 1;
    } else stretches.push({ start: index, end: index + 1, isLone, count: 1 });
  }
  stretches = stretches.filter(({ isLone, count }) => count >= (isLone ? FEWEST_CELLS : FEWEST_ROWS));
  const shaped: Stretch[] = [];
  for (const [position, { start, isLone }] of stretches.entries()) {
    const from = position === 0 ? 0 : start;
    const end = stretches[position + 1]?.start ?? lines.length;
    const isStacked = isLone && isOneCellPerLine(lines.slice(from, end));
    const last = shaped.pop();
    if (last?.isStacked === isStacked) shaped.push({ ...last, end });
    else shaped.push(...(last ? [last] : []), { start: from, end, isStacked });
  }
  return shaped.length > 0 ? shaped : [{ start: 0, end: lines.length, isStacked: isOneCellPerLine(lines) }];
}

/** True where one cell stands per line. */
function isOneCellPerLine(lines: readonly string[]): boolean {
  let withTab = 0;
  let lone = 0;
  let neighbours = 0;
  let separated = 0;
  let previous: 'lone' | 'blank' | 'other' = 'other';
  for (const line of lines) {
    if (line.trim() === '' && !line.includes('\t')) {
      previous = previous === 'other' ? 'other' : 'blank';
      continue;
    }
    if (line.includes('\t')) withTab += 1;
    if (!LONE_CELL.test(line)) {
      // A line without a tab right below a cell goes on with its text.
      if (previous !== 'lone' || line.includes('\t')) previous = 'other';
      continue;
    }
    lone += 1;
    if (previous === 'lone') neighbours += 1;
    if (previous === 'blank') separated += 1;
    previous = 'lone';
  }
  return lone >= 2 && lone >= withTab * 0.8 && separated > 0 && neighbours > separated * 0.5;
}

/** So many of the cells are empty where empty cells are kept; among few cells there may be none. */
const LEAST_EMPTY = 0.02;
const FEW_CELLS = 20;

/** True unless none of the lines with one cell each is an empty cell, as where an editor stripped them. */
export function keepsEmptyCells(lines: readonly string[]): boolean {
  const cells = lines.filter((line) => line.startsWith('\t'));
  if (cells.length < FEW_CELLS) return true;
  return cells.filter((line) => ONLY_TABS.test(line)).length > cells.length * LEAST_EMPTY;
}
