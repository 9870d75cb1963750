/**
 * Text copied out of Word or a web page comes in two shapes: rows with a tab between cells, and one cell per line
 * with a tab before it and a blank line between rows. The text itself tells which.
 */

/** A cell alone on its line: a tab before it, at most stray tabs after it. */
const LONE_CELL = /^\t[^\t]*\t*$/u;

/** True where one cell stands per line. */
export function isOneCellPerLine(lines: readonly string[]): boolean {
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
