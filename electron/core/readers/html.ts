import { parse } from 'parse5';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import type { SourceDocument, SourceSheet } from '../../../shared/grid/source-document.ts';
import type { ReadFault } from './fault.ts';
import { columnWidthsOf, readTable } from './html-table.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isBlock, isElement, isSeen, whiteSpaceIn } from './html-tree.ts';
import type { ReaderLimits } from './limits.ts';
import { joinTables, type MeasuredTable } from './share-columns.ts';
import { FoldedText, readStyleRules, type StyleRules, type WhiteSpace } from './white-space.ts';

/** Deeper nesting is no page a program of ours or of an office writes. */
const MOST_DEPTH = 400;

/** What a walk through the page carries along. */
interface Walk {
  readonly rules: StyleRules;
  readonly limits: ReaderLimits;
  readonly text: FoldedText;
  /** Sheets that have ended, of a page that is a workbook. */
  readonly sheets: SourceSheet[];
  /** The sheet being read; its name is empty where the page has none. */
  name: string;
  rows: GridRow[];
  /** Tables that follow one another without text between them. */
  run: MeasuredTable[];
  tables: number;
  paragraphs: number;
  fault: ReadFault | undefined;
}

/**
 * Reads a page: a saved one, what Word, Excel and WPS put on the clipboard, or our own export. Tables become rows
 * with their spans, texts between them rows of kind `line`. Scripts are dropped, nothing is fetched.
 */
export function readHtml(html: string, limits: ReaderLimits): Result<SourceDocument, ReadFault> {
  const page = parse(html);
  if (depthOf(page.childNodes) > MOST_DEPTH) return err({ kind: 'damaged' });
  const walk: Walk = {
    rules: readStyleRules(styleSheets(page.childNodes)),
    limits,
    text: new FoldedText(),
    sheets: [],
    name: '',
    rows: [],
    run: [],
    tables: 0,
    paragraphs: 0,
    fault: undefined,
  };
  const isLibreOffice = /^(LibreOffice|OpenOffice)/u.test(generatorOf(page.childNodes));
  walkNodes(walk, page.childNodes, isLibreOffice ? 'wrapped' : 'normal');
  endSheet(walk);
  if (walk.fault) return err(walk.fault);
  const count = walk.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > limits.rows) return err({ kind: 'tooLong' });
  return count === 0 ? err({ kind: 'empty' }) : ok({ sheets: walk.sheets });
}

/** The program that says it wrote the page. */
function generatorOf(roots: readonly HtmlNode[]): string {
  const waiting: HtmlNode[] = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'meta' && attributeOf(node, 'name')?.toLowerCase() === 'generator') {
      return attributeOf(node, 'content') ?? '';
    }
    if (node.tagName === 'html' || node.tagName === 'head') waiting.push(...node.childNodes);
  }
  return '';
}

/** The text of all style elements; they may stand anywhere, also in a comment. */
function styleSheets(roots: readonly HtmlNode[]): string {
  let css = '';
  const waiting: HtmlNode[] = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName !== 'style') waiting.push(...node.childNodes);
    else for (const child of node.childNodes) if ('value' in child) css += `${child.value}\n`;
  }
  return css.replaceAll(/<!--|-->|\/\*[^*]*\*\//gu, '');
}

/** How deep elements are nested, counted without recursion. */
function depthOf(roots: readonly HtmlNode[]): number {
  let depth = 0;
  for (let level = [...roots]; level.length > 0 && depth <= MOST_DEPTH; depth += 1) {
    level = level.flatMap((node) => (isElement(node) ? node.childNodes : []));
  }
  return depth;
}

function walkNodes(walk: Walk, nodes: readonly HtmlNode[], around: WhiteSpace): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) walk.text.add(node.value, around);
      continue;
    }
    if (!isSeen(node)) continue;
    const sheet = sheetName(node);
    if (sheet !== undefined) startSheet(walk, sheet);
    else if (node.tagName === 'table') addTable(walk, node, around);
    else if (node.tagName === 'br') endParagraph(walk);
    else {
      if (isBlock(node)) endParagraph(walk);
      walkNodes(walk, node.childNodes, whiteSpaceIn(node, around, walk.rules));
      if (isBlock(node)) endParagraph(walk);
    }
  }
}

/**
 * The name of a sheet where LibreOffice begins one in the page of a workbook:
 * `<a name="table0"><h1>Sheet 1: <em>name</em></h1></a>`.
 */
function sheetName(element: HtmlElement): string | undefined {
  if (element.tagName !== 'a' || !/^table\d+$/u.test(attributeOf(element, 'name') ?? '')) return undefined;
  const heading = element.childNodes.find((node) => isElement(node) && node.tagName === 'h1');
  const name = heading && isElement(heading) ? heading.childNodes.find((node) => 'tagName' in node) : undefined;
  if (!name || !isElement(name) || name.tagName !== 'em') return undefined;
  return name.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function startSheet(walk: Walk, name: string): void {
  endSheet(walk);
  // What stands before the first sheet is LibreOffice's own list of the sheets.
  if (walk.name === '') walk.sheets.length = 0;
  walk.name = name;
}

function endSheet(walk: Walk): void {
  endParagraph(walk);
  endRun(walk);
  if (walk.rows.length > 0) walk.sheets.push({ name: walk.name, rows: walk.rows, knowsSpans: true });
  walk.rows = [];
}

/** Each line of text outside tables is a row of its own. */
function endParagraph(walk: Walk): void {
  for (const text of walk.text.take().split('\n')) {
    if (text.trim() === '') continue;
    endRun(walk);
    walk.paragraphs += 1;
    walk.rows.push({
      kind: 'line',
      place: `第${walk.paragraphs}段`,
      cells: [{ text: text.trim(), column: 0, columnSpan: 1, rowSpan: 1 }],
    });
  }
}

function addTable(walk: Walk, table: HtmlElement, around: WhiteSpace): void {
  endParagraph(walk);
  walk.tables += 1;
  const inTable = whiteSpaceIn(table, around, walk.rules);
  const captions = table.childNodes.filter((node) => isElement(node) && node.tagName === 'caption');
  walkNodes(walk, captions, inTable);
  const rows = readTable(table, inTable, walk.rules, walk.limits);
  if (!rows.ok) {
    walk.fault ??= rows.error;
    return;
  }
  const placed = rows.value.map(
    (cells, index): GridRow => ({
      kind: 'table',
      place: `第${walk.tables}张表 第${index + 1}行`,
      cells,
    }),
  );
  walk.run.push({ rows: placed, columnWidths: columnWidthsOf(table) });
}

function endRun(walk: Walk): void {
  const joined = joinTables(walk.run, walk.limits);
  walk.run = [];
  if (!joined.ok) walk.fault ??= joined.error;
  else for (const row of joined.value) walk.rows.push(row);
}
