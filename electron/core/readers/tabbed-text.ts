import type { TextRow } from './text.ts';

/** A quoted cell that runs over more lines than this was no quoted cell. */
const MOST_QUOTED_LINES = 100;

/** Rows of text with a tab between cells; a quoted cell may hold line breaks and tabs, as Excel's clipboard writes them. */
export function readTabbedRows(lines: readonly string[]): TextRow[] {
  const rows: TextRow[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (!line.includes('\t') && !line.startsWith('"')) {
      if (line.trim() !== '') rows.push({ line: index + 1, kind: 'line', texts: [line] });
      index += 1;
      continue;
    }
    const row = line.includes('"') ? splitQuoted(lines, index) : { texts: line.split('\t'), next: index + 1 };
    const isTable = row.texts.length > 1;
    rows.push({ line: index + 1, kind: isTable ? 'table' : 'line', texts: isTable ? row.texts : [line] });
    // A lone quoted text is a paragraph, not a cell; its later lines are read for themselves.
    index = isTable ? row.next : index + 1;
  }
  return rows;
}

/** Splits the row that begins on a line, following quoted cells on to later lines. */
function splitQuoted(lines: readonly string[], start: number): { texts: string[]; next: number } {
  const texts: string[] = [];
  let index = start;
  let rest: string | undefined = lines[index] ?? '';
  while (rest !== undefined) {
    const quoted: QuotedCell | undefined = rest.startsWith('"') ? takeQuoted(lines, index, rest) : undefined;
    if (quoted) {
      texts.push(quoted.text);
      index = quoted.index;
      rest = quoted.rest;
      continue;
    }
    const tab: number = rest.indexOf('\t');
    texts.push(tab < 0 ? rest : rest.slice(0, tab));
    rest = tab < 0 ? undefined : rest.slice(tab + 1);
  }
  return { texts, next: index + 1 };
}

/** A quoted cell, the line it ends on, and what follows it there; `rest` is undefined at the line's end. */
interface QuotedCell {
  readonly text: string;
  readonly index: number;
  readonly rest: string | undefined;
}

/**
 * Takes a quoted cell off the front of a line.
 * @returns undefined where the quotation mark is part of the text: nothing closes it before a tab or a line's end
 */
function takeQuoted(lines: readonly string[], start: number, rest: string): QuotedCell | undefined {
  let text = '';
  let index = start;
  let line = rest;
  let from = 1;
  while (true) {
    const quote = line.indexOf('"', from);
    if (quote < 0) {
      if (index - start >= MOST_QUOTED_LINES || index + 1 >= lines.length) return undefined;
      text += `${line.slice(from)}\n`;
      index += 1;
      line = lines[index] ?? '';
      from = 0;
      continue;
    }
    text += line.slice(from, quote);
    const after = line[quote + 1];
    if (after === '"') {
      text += '"';
      from = quote + 2;
      continue;
    }
    if (after === undefined) return { text, index, rest: undefined };
    if (after === '\t') return { text, index, rest: line.slice(quote + 2) };
    return undefined;
  }
}
