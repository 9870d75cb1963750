import type { Grid, GridRow } from '../grid/grid.ts';
import type { PageRow } from '../paper/compose-page.ts';
import type { PaperSection } from '../paper/paper-document.ts';

/** A heading of a section: what the table of contents lists and Word and pdf outlines show. */
export interface Heading {
  /** Row of the grid. */
  readonly row: number;
  readonly text: string;
  /** Depth, from 1. */
  readonly level: number;
}

/** How many levels below its section's title a row is a heading; undefined where it is none. */
function depthOf({ cells: [first] }: GridRow): 0 | 1 | undefined {
  if (first === undefined || first.text.trim() === '') return undefined;
  return first.role === 'title' ? 0 : first.role === 'part' ? 1 : undefined;
}

/** The headings of a section: its title, and one level below it the headings of its parts. */
export function headingsOf({ grid, outlineLevel = 1 }: Pick<PaperSection, 'grid' | 'outlineLevel'>): Heading[] {
  return grid.rows.flatMap((row, index) => {
    const depth = depthOf(row);
    return depth === undefined
      ? []
      : [{ row: index, text: row.cells[0]?.text.trim() ?? '', level: outlineLevel + depth }];
  });
}

/** The page, from 0, on which each heading of a section stands, in the order of `headingsOf`. */
export function headingPages(pages: readonly (readonly PageRow[])[]): number[] {
  return pages.flatMap((rows, page) =>
    rows.flatMap(({ part, source }) =>
      !part.isRepeat && part.fromLine === 0 && depthOf(source) !== undefined ? [page] : [],
    ),
  );
}

/** A line of the table of contents. */
export interface ContentsEntry {
  readonly text: string;
  readonly level: number;
  /** Null while the pages are not cut yet. */
  readonly page: number | null;
}

const TITLE_AND_PAGE = [12, 1];
const INDENT = '\u3000\u3000';

/** The table of contents as a grid of lines. */
export function contentsGrid(entries: readonly ContentsEntry[]): Grid {
  return {
    columnWidths: TITLE_AND_PAGE,
    rows: [
      { kind: 'line', cells: [{ text: '目　录', column: 0, columnSpan: 2, rowSpan: 1, role: 'title' }] },
      ...entries.map(({ text, level, page }) => ({
        kind: 'line' as const,
        cells: [
          { text: INDENT.repeat(level - 1) + text, column: 0, columnSpan: 1, rowSpan: 1, role: 'line' as const },
          {
            text: page === null ? '' : String(page),
            column: 1,
            columnSpan: 1,
            rowSpan: 1,
            role: 'line' as const,
            align: 'right' as const,
          },
        ],
      })),
    ],
  };
}
