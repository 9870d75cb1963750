/**
 * Blocks of cells as tab-separated text, the way Excel and WPS put them on the clipboard: rows end with a line
 * break; a cell with a tab, a line break or a leading quotation mark stands in quotation marks, its own doubled.
 */

/** Reads a block. Rows may have different lengths; one line break at the very end is no row. */
export function parseTsv(text: string): string[][] {
  const plain = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position <= plain.length) {
    const quoted = plain[position] === '"' ? readQuoted(plain, position) : undefined;
    const end = quoted?.end ?? endOfPlain(plain, position);
    row.push(quoted?.text ?? plain.slice(position, end));
    if (plain[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    position = end + 1;
  }
  return rows;
}

function endOfPlain(text: string, start: number): number {
  const offset = text.slice(start).search(/[\t\n]/u);
  return offset < 0 ? text.length : start + offset;
}

/**
 * A quoted cell, or undefined where the quotation mark is only the first letter of a text: the closing mark
 * is missing or is not at the end of the cell.
 */
function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const close = /^"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)/u.exec(text.slice(start));
  if (!close) return undefined;
  return { text: (close[1] ?? '').replaceAll('""', '"'), end: start + close[0].length };
}

/** Writes a block; `parseTsv(formatTsv(block))` gives the block back. */
export function formatTsv(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r]|^"/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}
