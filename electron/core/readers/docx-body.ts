import { err, ok, type Result } from '../../../shared/domain/result.ts';
import type { GridRow } from '../../../shared/grid/grid.ts';
import { type ListNumbers, takeNumbering } from './docx-numbering.ts';
import { DocxParagraph, symbolText } from './docx-paragraph.ts';
import { type DocxCell, type DocxRow, placeCells } from './docx-table.ts';
import type { ReadFault } from './fault.ts';
import type { ReaderLimits } from './limits.ts';
import { joinTables, type MeasuredTable } from './share-columns.ts';
import type { XmlElement, XmlListener } from './xml-events.ts';

/** Word's own namespace, in the usual and in the strict edition of the standard. */
const WORD = /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(2006\/)?main$/u;
const MATH = /^http:\/\/(schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(2006\/)?math$/u;
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Text in these is not shown once all changes are accepted, or is no text of the document. */
const UNSHOWN = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt']);
/** What Word calls the gallery of its tables of contents, and the styles of their entries. */
const CONTENTS = 'Table of Contents';
const CONTENTS_STYLE = /^(?:TOC|Contents)\d$/u;
/** Pictures and embedded objects: only text boxes in them hold text. */
const GRAPHIC = new Set(['drawing', 'pict', 'object']);
/** What stands for a character in a run. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['ptab', ' '],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

/** An element that is open, and what holds inside it. */
interface Open {
  /** Name of an element of Word; others are empty. */
  readonly name: string;
  /** True in the variants of a text that a program of today does not show. */
  readonly isSkipped: boolean;
  isUnshown: boolean;
  readonly isGraphic: boolean;
  /** `mc:AlternateContent`: one of its variants was taken. */
  hasChoice: boolean;
  readonly keepsSpace: boolean;
}

const ROOT: Open = {
  name: '',
  isSkipped: false,
  isUnshown: false,
  isGraphic: false,
  hasChoice: false,
  keepsSpace: false,
};

/** A table being read, and where it is. Tables inside its cells are text of them. */
interface OpenTable {
  readonly columnWidths: number[];
  readonly rows: DocxRow[];
  row: (DocxRow & { isDeleted: boolean }) | undefined;
  cell: DocxCell | undefined;
  readonly lines: string[];
}

/** Hears the body of a Word document and makes rows of it: tables, and paragraphs between them as lines. */
export class DocxBody implements XmlListener {
  readonly #rows: GridRow[] = [];
  /** Tables that follow one another without text between them. */
  #run: MeasuredTable[] = [];
  #fault: ReadFault | undefined;
  readonly #limits: ReaderLimits;
  readonly #open: Open[] = [];
  readonly #paragraphs: DocxParagraph[] = [];
  #table: OpenTable | undefined;
  #tableDepth = 0;
  #tableCount = 0;
  #paragraphCount = 0;
  /** Text of a paragraph whose mark was deleted. */
  #runOn = '';

  readonly #numbers: ListNumbers;

  constructor(limits: ReaderLimits, numbers: ListNumbers) {
    this.#limits = limits;
    this.#numbers = numbers;
  }

  /** All rows, once the document has been heard; the first thing that was wrong with it, if any was. */
  takeRows(): Result<readonly GridRow[], ReadFault> {
    this.#endRun();
    return this.#fault ? err(this.#fault) : ok(this.#rows);
  }

  open(element: XmlElement): void {
    const parent = this.#open.at(-1) ?? ROOT;
    const isWord = WORD.test(element.namespace);
    const isText = element.name === 't' && (isWord || MATH.test(element.namespace));
    const name = isWord || isText ? element.name : '';
    if (parent === ROOT && name !== 'document') this.#fault ??= { kind: 'damaged' };
    const isVariant = element.namespace === COMPATIBILITY && /^(Choice|Fallback)$/u.test(element.name);
    const frame: Open = {
      name,
      isSkipped: parent.isSkipped || (isVariant && parent.hasChoice),
      isUnshown: parent.isUnshown || UNSHOWN.has(name),
      isGraphic: name !== 'txbxContent' && (parent.isGraphic || GRAPHIC.has(name)),
      hasChoice: false,
      keepsSpace: isText && element.attribute('space') === 'preserve',
    };
    if (isVariant) parent.hasChoice = true;
    this.#open.push(frame);
    if (isWord && !frame.isSkipped && !frame.isGraphic) this.#begin(element);
  }

  close(): void {
    const frame = this.#open.pop();
    if (!frame || frame.isSkipped || frame.isGraphic) return;
    switch (frame.name) {
      case 'p':
        this.#endParagraph();
        break;
      case 'tc':
        if (this.#tableDepth === 1) this.#endCell();
        break;
      case 'tr':
        if (this.#tableDepth === 1) this.#endRow();
        break;
      case 'tbl':
        this.#tableDepth -= 1;
        if (this.#tableDepth === 0) this.#endTable();
        break;
    }
  }

  text(text: string): void {
    const frame = this.#open.at(-1);
    if (frame?.name !== 't' || frame.isSkipped || frame.isUnshown || frame.isGraphic) return;
    const flat = text.replaceAll(/[\r\n]/gu, ' ');
    this.#paragraphs.at(-1)?.add(frame.keepsSpace ? flat : flat.replaceAll(/^[ \t]+|[ \t]+$/gu, ''));
  }

  /** Whether the open elements end with these names; what stands in the record of an older state does not. */
  #isIn(...names: readonly string[]): boolean {
    return names.every((name, index) => this.#open.at(index - names.length)?.name === name);
  }

  #begin(element: XmlElement): void {
    const { name } = element;
    switch (name) {
      case 'p':
        this.#paragraphs.push(new DocxParagraph());
        return;
      case 'tbl':
        this.#tableDepth += 1;
        if (this.#tableDepth === 1) {
          this.#table = { columnWidths: [], rows: [], row: undefined, cell: undefined, lines: [] };
        }
        return;
      case 'tr':
        if (this.#table && this.#tableDepth === 1) {
          this.#table.row = { cells: [], columnsBefore: 0, isDeleted: false };
        }
        return;
      case 'tc':
        if (this.#table && this.#tableDepth === 1) {
          this.#table.cell = { text: '', columnSpan: 1, down: 'none', across: 'none', width: 0 };
        }
        return;
      case 'showingPlcHdr':
        if (this.#isIn('sdt', 'sdtPr', name)) this.#hide(3);
        return;
      case 'docPartGallery':
        // A table of contents repeats the headings of the document.
        if (this.#isIn('sdt', 'sdtPr', 'docPartObj', name) && element.attribute('val') === CONTENTS) this.#hide(4);
        return;
      case 'pStyle':
        if (this.#isIn('p', 'pPr', name) && CONTENTS_STYLE.test(element.attribute('val') ?? '')) this.#hide(3);
        this.#takeNumbering(element);
        return;
      case 'vanish':
        if (this.#isIn('r', 'rPr', name) && isOn(element.attribute('val'))) this.#hide(3);
        return;
      case 'del':
        if (this.#isIn('p', 'pPr', 'rPr', name)) this.#markRunOn();
        else if (this.#isIn('tr', 'trPr', name) && this.#tableDepth === 1 && this.#table?.row) {
          this.#table.row.isDeleted = true;
        }
        return;
      default:
        this.#takeNumbering(element);
        if (this.#tableDepth === 1) this.#takeProperty(element);
        if (this.#open.at(-2)?.name === 'r' && !this.#open.at(-1)?.isUnshown) this.#takeCharacter(element);
    }
  }

  /** Nothing more of the element so many levels up is shown: hidden text, the prompt of an empty control. */
  #hide(levels: number): void {
    const frame = this.#open.at(-levels);
    if (frame) frame.isUnshown = true;
  }

  #markRunOn(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.runsOn = true;
  }

  #takeCharacter(element: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const text = CHARACTERS.get(element.name);
    if (text !== undefined) paragraph.add(text);
    else if (element.name === 'fldChar') paragraph.markField(element.attribute('fldCharType') ?? '');
    else if (element.name === 'sym') {
      paragraph.add(symbolText(element.attribute('font') ?? '', element.attribute('char') ?? ''));
    }
  }

  /** The list a paragraph belongs to; not the one it belonged to before a change. */
  #takeNumbering(element: XmlElement): void {
    const numbering = this.#paragraphs.at(-1)?.numbering;
    if (numbering === undefined || !/^(?:pStyle|numId|ilvl)$/u.test(element.name)) return;
    const names = this.#open.map((frame) => frame.name);
    if (names.at(-2) === 'pPr' ? names.at(-3) === 'p' : names.at(-4) === 'p') takeNumbering(numbering, names, element);
  }

  /** Widths, spans and merges of the outermost table. */
  #takeProperty(element: XmlElement): void {
    const { name } = element;
    const table = this.#table;
    if (!table) return;
    if (name === 'gridCol' && this.#isIn('tbl', 'tblGrid', name)) {
      if (table.columnWidths.length < this.#limits.columns) table.columnWidths.push(count(element.attribute('w')));
    } else if (name === 'gridBefore' && table.row && this.#isIn('tr', 'trPr', name)) {
      table.row.columnsBefore = Math.min(count(element.attribute('val')), this.#limits.columns);
    } else if (table.cell && this.#isIn('tc', 'tcPr', name)) {
      const value = element.attribute('val');
      const merge = value === 'restart' ? 'start' : 'goesOn';
      if (name === 'gridSpan') table.cell.columnSpan = Math.max(1, Math.min(count(value), this.#limits.columns));
      else if (name === 'vMerge') table.cell.down = merge;
      else if (name === 'hMerge') table.cell.across = merge;
      else if (name === 'tcW' && element.attribute('type') === 'dxa') table.cell.width = count(element.attribute('w'));
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const unnumbered = this.#runOn + paragraph.text;
    this.#runOn = paragraph.runsOn ? unnumbered : '';
    if (paragraph.runsOn) return;
    const text = this.#numbers.next(paragraph.numbering) + unnumbered;
    if (this.#table?.cell) this.#table.lines.push(text);
    else if (this.#tableDepth === 0) this.#addLines(text);
  }

  /** A paragraph outside tables: each of its lines is a row of its own. */
  #addLines(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      this.#endRun();
      this.#paragraphCount += 1;
      this.#rows.push({
        kind: 'line',
        place: `第${this.#paragraphCount}段`,
        cells: [{ text: line.trim(), column: 0, columnSpan: 1, rowSpan: 1 }],
      });
    }
  }

  #endCell(): void {
    const table = this.#table;
    if (!table?.cell) return;
    if (this.#runOn !== '') table.lines.push(this.#runOn);
    this.#runOn = '';
    table.cell.text = table.lines.join('\n');
    table.lines.length = 0;
    table.row?.cells.push(table.cell);
    table.cell = undefined;
  }

  #endRow(): void {
    const table = this.#table;
    if (!table?.row) return;
    if (!table.row.isDeleted) table.rows.push(table.row);
    table.row = undefined;
  }

  #endTable(): void {
    const table = this.#table;
    this.#table = undefined;
    if (!table) return;
    this.#tableCount += 1;
    const rows = placeCells(table.rows, table.columnWidths).map(
      (cells, index): GridRow => ({ kind: 'table', place: `第${this.#tableCount}张表 第${index + 1}行`, cells }),
    );
    this.#run.push({ rows, columnWidths: table.columnWidths });
  }

  #endRun(): void {
    const joined = joinTables(this.#run, this.#limits);
    this.#run = [];
    if (!joined.ok) this.#fault ??= joined.error;
    else for (const row of joined.value) this.#rows.push(row);
  }
}

/** A switch of Word is on unless it says otherwise. */
function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

function count(value: string | undefined): number {
  const number = Math.round(Number(value ?? ''));
  return Number.isFinite(number) && number > 0 ? number : 0;
}
