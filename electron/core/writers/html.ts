import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { columnCount } from '../../../shared/grid/grid.ts';
import { cellClasses } from '../../../shared/paper/cell-style.ts';
import { estimateCellLines } from '../../../shared/paper/estimate-lines.ts';
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

/** A workbook program that opens the page must not make 5 of `5.00` nor a date of `1-2`: cells are text. */
const EXCEL_TEXT = 'td{mso-number-format:"\\@"}';
const LIBREOFFICE_TEXT = ' sdnum="2052;2052;@"';

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

function cellHtml(cell: GridCell, place: Place): string {
  const edges = place.row.kind === 'table' ? edgeClasses(cell, place) : '';
  const columnSpan = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
  const rowSpan = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  // Nothing measures this file: whether a text is long is an estimate.
  const isLong = estimateCellLines(place.section.grid, place.row, cell, place.section.orientation) > 1;
  const classes = cellClasses(place.row, cell, isLong) + edges;
  const format = cell.bind ? LIBREOFFICE_TEXT : '';
  return `<td class="${classes}"${columnSpan}${rowSpan}${format}><div class="paper-text">${escapeText(cell.text)}</div></td>`;
}

function sectionHtml(section: PaperSection): string {
  const { grid, orientation } = section;
  const columns = columnCount(grid.rows);
  const total = grid.columnWidths.reduce((sum, width) => sum + width, 0);
  const cols = grid.columnWidths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`).join('');
  const rows = grid.rows.map((row, rowIndex) => {
    const cells = row.cells.map((cell) => cellHtml(cell, { section, row, rowIndex, columns })).join('');
    const classes = row.isDense ? 'paper-rule paper-dense' : 'paper-rule';
    return `<tr${row.kind === 'table' ? ` class="${classes}"` : ''}>${cells}</tr>`;
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
<style>${standaloneCss}${EXCEL_TEXT}</style>
</head>
<body>
${document.sections.map(sectionHtml).join('\n')}
</body>
</html>
`;
}
