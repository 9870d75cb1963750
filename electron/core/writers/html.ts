import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { columnCount } from '../../../shared/grid/grid.ts';
import { cellClasses, cellTextPt } from '../../../shared/paper/cell-style.ts';
import { estimateLines } from '../../../shared/paper/estimate-lines.ts';
import { CELL_PADDING_MM, pageGeometry } from '../../../shared/paper/geometry.ts';
import { standaloneCss } from '../../../shared/paper/paper-css.ts';
import type { PaperDocument, PaperSection } from '../../../shared/paper/paper-document.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as html; line breaks become `<br>`, which every reader of html keeps. */
function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '').replaceAll('\n', '<br>');
}

interface Place {
  readonly section: PaperSection;
  readonly row: GridRow;
  readonly rowIndex: number;
  readonly columns: number;
}

/** Which edges of the ruled table a cell touches: they carry the 1 pt frame. */
function edgeClasses(cell: GridCell, { section, rowIndex, columns }: Place): string {
  const { rows } = section.grid;
  const edges: string[] = [];
  if (cell.column === 0) edges.push('left');
  if (cell.column + cell.columnSpan === columns) edges.push('right');
  if (rows[rowIndex - 1]?.kind !== 'table') edges.push('top');
  if (rows[rowIndex + cell.rowSpan]?.kind !== 'table') edges.push('bottom');
  return edges.map((edge) => ` paper-edge-${edge}`).join('');
}

/** Lines are estimated: nothing measures this file. */
function isLong(cell: GridCell, { section, row }: Place): boolean {
  const widths = section.grid.columnWidths;
  const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);
  const share = sum(widths.slice(cell.column, cell.column + cell.columnSpan)) / sum(widths);
  const widthMm = share * pageGeometry(section.orientation).bodyWidthMm - 2 * CELL_PADDING_MM;
  return estimateLines(cell.text, widthMm, cellTextPt(row, cell)) > 1;
}

function cellHtml(cell: GridCell, place: Place): string {
  const edges = place.row.kind === 'table' ? edgeClasses(cell, place) : '';
  const columnSpan = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
  const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  const classes = cellClasses(place.row, cell, isLong(cell, place)) + edges;
  return `<td class="${classes}"${columnSpan}${rowSpan}><div class="paper-text">${escapeText(cell.text)}</div></td>`;
}

function sectionHtml(section: PaperSection): string {
  const { grid, orientation } = section;
  const columns = columnCount(grid.rows);
  const total = grid.columnWidths.reduce((sum, width) => sum + width, 0);
  const cols = grid.columnWidths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('');
  const rows = grid.rows.map((row, rowIndex) => {
    const cells = row.cells.map((cell) => cellHtml(cell, { section, row, rowIndex, columns })).join('');
    return `<tr${row.kind === 'table' ? ' class="paper-rule"' : ''}>${cells}</tr>`;
  });
  return `<table class="paper-table paper-${orientation}"><colgroup>${cols}</colgroup><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/**
 * A document as one html file that stands alone: no scripts, nothing loaded from elsewhere, all text escaped. Each
 * form is one table with its title and lines in it, so that it reads back as the same grid.
 */
export function writeHtml(document: PaperDocument): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(document.title)}</title>
<style>${standaloneCss}</style>
</head>
<body>
${document.sections.map(sectionHtml).join('\n')}
</body>
</html>
`;
}
