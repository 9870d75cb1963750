import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import { pageMarks } from '../../../shared/grid/page-marks.ts';
import type { SourceSheet } from '../../../shared/grid/source-document.ts';
import { compactRows } from './compact-rows.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import { readStackedRows } from './stacked-text.ts';
import { readTabbedRows } from './tabbed-text.ts';
import { keepsEmptyCells, stretchesOf } from './text-shape.ts';

/** A row of text cells with the line it begins on, from 1. */
export interface TextRow {
  readonly line: number;
  readonly kind: 'line' | 'table';
  readonly texts: readonly string[];
  /** True where the row may go on in the next one, though no cell of it was lost. */
  readonly hasLooseEnd?: boolean;
  /** See `GridRow`. */
  readonly blanksBefore?: number;
}

/** More lines than this for each row allowed are refused before any row is made. */
const LINES_PER_ROW = 12;

/** Stands for a line break inside a cell until the rows are known: what Word and Excel put there. */
const SOFT_BREAK = /[\v\u2028]/gu;
/** What a converter writes where Word has a bookmark. */
const BOOKMARK = /\[bookmark: [^\]\n]*\]/gu;
/** Control characters that say nothing: all but tab, line feed and vertical tab. */
const NOISE = /(?![\t\n\v])\p{Cc}|\ufeff/gu;

/** An empty first cell with blanks in it. */
const BLANK_CELL = /^[ \u00a0\u3000]+\t/gmu;

/**
 * Reads plain text, filed or pasted, in time linear in its length.
 * @returns one sheet without spans; lines outside tables are rows of kind `line`
 */
export function readText(text: string, limits: ReaderLimits): Result<SourceSheet, ReadFault> {
  const lines = text
    .replace(/\r\n?|\u2029|\u0085/gu, '\n')
    .replace(NOISE, '')
    .replace(BLANK_CELL, '\t')
    .split('\n');
  if (lines.length > limits.rows * LINES_PER_ROW) return err({ kind: 'tooLong' });
  const rows = stretchesOf(lines).flatMap(({ start, end, isStacked }) => {
    const own = lines.slice(start, end);
    const read = isStacked ? readStacked(own) : readTabbedRows(own);
    return read.map((row): TextRow => ({ ...row, line: row.line + start }));
  });
  const compact = compactRows(withBlanks(rows, lines).map(toGridRow), limits);
  return compact.ok ? ok({ name: '', rows: compact.value, knowsSpans: false }) : compact;
}

/** Lines of their own with the blank lines before them: each may be a cell. */
function withBlanks(rows: readonly TextRow[], lines: readonly string[]): TextRow[] {
  return rows.map((row) => {
    if (row.kind === 'table') return row;
    let blanks = 0;
    while (row.line - blanks > 1 && (lines[row.line - blanks - 2] ?? '').trim() === '') blanks += 1;
    return { ...row, blanksBefore: blanks };
  });
}

/** A page's number between the cells of a row or the rows of a table ends neither. */
function readStacked(lines: readonly string[]): readonly TextRow[] {
  const isStripped = !keepsEmptyCells(lines);
  const marks = pageMarks(lines.map((line) => (line.includes('\t') ? '' : line)));
  if (marks.size === 0) return readStackedRows(lines, isStripped);
  const rows = readStackedRows(
    lines.map((line, index) => (marks.has(index) ? '' : line)),
    isStripped,
  );
  const marked = [...marks].map((index): TextRow => ({ line: index + 1, kind: 'line', texts: [lines[index] ?? ''] }));
  return [...rows, ...marked].sort((a, b) => a.line - b.line);
}

function toGridRow(row: TextRow): GridRow {
  return {
    kind: row.kind,
    place: `第${row.line}行`,
    ...(row.hasLooseEnd === true ? { hasLooseEnd: true } : {}),
    ...(row.blanksBefore === undefined ? {} : { blanksBefore: row.blanksBefore }),
    cells: row.texts.map((text, column) => ({
      text: text.replace(SOFT_BREAK, '\n').replace(BOOKMARK, '').trim(),
      column,
      columnSpan: 1,
      rowSpan: 1,
    })),
  };
}
