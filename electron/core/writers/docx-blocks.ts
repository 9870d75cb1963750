import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { estimateGridLines } from '../../../shared/paper/estimate-lines.ts';
import { PX_PER_MM, pageGeometry } from '../../../shared/paper/geometry.ts';
import type { PaperSection } from '../../../shared/paper/paper-document.ts';
import { measureRows } from '../../../shared/paper/row-measures.ts';

/** A row with its index in the grid. */
export interface IndexedRow {
  readonly index: number;
  readonly row: GridRow;
}

/** What follows one another in a document: a paragraph, or rows that are one table. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly row: GridRow; readonly cell: GridCell }
  | { readonly kind: 'table'; readonly rows: readonly IndexedRow[] };

/** A form filled to this share of its page by estimate may well run on to the next. */
const NEARLY_FULL = 0.9;

/**
 * Divides a form. Lines that stand alone become paragraphs, which Word lists in its outline and people edit as such;
 * lines of several cells or paragraphs become rows without rules, so that they read back as they are. A table that is
 * likely to run over the page begins anew at its heading rows, because Word repeats only the first rows of a table.
 */
export function divideForm(section: PaperSection): readonly DocxBlock[] {
  const { rows } = section.grid;
  const splits = needsSecondPage(section);
  const blocks: DocxBlock[] = [];
  let table: IndexedRow[] = [];
  const endTable = (): void => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: table });
    table = [];
  };
  let coveredUntil = 0;
  for (const [index, row] of rows.entries()) {
    const isFree = coveredUntil <= index;
    const alone = isFree ? loneLine(row) : undefined;
    if (alone) {
      endTable();
      blocks.push({ kind: 'paragraph', row, cell: alone });
      continue;
    }
    const beginsHeading = row.repeatsOnPage === true && rows[index - 1]?.repeatsOnPage !== true;
    if (splits && isFree && beginsHeading) endTable();
    table.push({ index, row });
    for (const cell of row.cells) coveredUntil = Math.max(coveredUntil, index + cell.rowSpan);
  }
  endTable();
  return blocks;
}

/** The only cell of a line outside the ruled table; undefined where a paragraph could not be read back as that row. */
function loneLine(row: GridRow): GridCell | undefined {
  const [only, ...others] = row.cells;
  if (row.kind !== 'line' || !only || others.length > 0 || only.rowSpan > 1) return undefined;
  return /[\n\r]/u.test(only.text.trim()) ? undefined : only;
}

function needsSecondPage({ grid, orientation }: PaperSection): boolean {
  const { rows } = measureRows(grid, estimateGridLines(grid, orientation));
  const heightPx = rows.reduce((sum, row) => sum + row.heightPx, 0);
  return heightPx > pageGeometry(orientation).bodyHeightMm * PX_PER_MM * NEARLY_FULL;
}
