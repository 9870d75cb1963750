/** Tables on the clipboard as html: Word and web pages give the cells only there, Excel gives both. */

/** A table cell as read from html, before it has a place. */
export interface HtmlCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Spans beyond this are nonsense of a hostile or broken page. */
const MAX_SPAN = 500;

/**
 * Puts cells with spans into a matrix: the text stands in the first cell a merged one covers, the others are
 * empty, as in the tab-separated text of the same table.
 */
export function spreadSpans(rows: readonly (readonly HtmlCell[])[]): string[][] {
  const coveredUntil: number[] = [];
  const matrix = rows.map((cells, index) => {
    const row: string[] = [];
    let column = 0;
    const skipCovered = () => {
      while ((coveredUntil[column] ?? 0) > index) {
        row[column] = '';
        column += 1;
      }
    };
    for (const cell of cells) {
      skipCovered();
      for (let offset = 0; offset < cell.columnSpan; offset += 1) {
        row[column] = offset === 0 ? cell.text : '';
        coveredUntil[column] = index + cell.rowSpan;
        column += 1;
      }
    }
    skipCovered();
    return row;
  });
  const width = Math.max(0, ...matrix.map((row) => row.length));
  return matrix.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR']);

/** The text a page would show: spaces run together, `<br>` and paragraphs are line breaks, nothing is markup. */
function visibleText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/[ \t\r\n]+/gu, ' ');
  if (!(node instanceof Element) || node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return '';
  if (node.tagName === 'BR') return '\n';
  const inner = [...node.childNodes].map(visibleText).join('');
  return BLOCKS.has(node.tagName) ? `\n${inner}\n` : inner;
}

function cellText(cell: Element): string {
  const text = [...cell.childNodes].map(visibleText).join('');
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

function span(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

/**
 * The first table of a clipboard's html, merged cells spread. The html is parsed into a document of its own
 * that runs and loads nothing; only texts are taken from it.
 * @returns undefined when there is no table.
 */
export function parseHtmlTable(html: string): string[][] | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return undefined;
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  return spreadSpans(
    rows.map((row) =>
      [...row.children]
        .filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH')
        .map((cell) => ({
          text: cellText(cell),
          columnSpan: span(cell, 'colspan'),
          rowSpan: span(cell, 'rowspan'),
        })),
    ),
  );
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' };

/** A block as an html table, so that Word takes it as a table. */
export function formatHtmlTable(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${text.replace(/[&<>"\n]/gu, (char) => ESCAPES[char] ?? char)}</td>`;
  return `<table border="1">${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
