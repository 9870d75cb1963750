import type { ParagraphNumbering } from './docx-numbering.ts';

/** Check marks and boxes that forms set in symbol fonts, by font and code, as characters every font has. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['wingdings:6c', '●'],
  ['wingdings:6e', '■'],
  ['wingdings:6f', '□'],
  ['wingdings:71', '□'],
  ['wingdings:a8', '□'],
  ['wingdings:fb', '×'],
  ['wingdings:fc', '√'],
  ['wingdings:fd', '☒'],
  ['wingdings:fe', '☑'],
  ['wingdings 2:50', '√'],
  ['wingdings 2:52', '☑'],
  ['wingdings 2:53', '☒'],
  ['wingdings 2:54', '☒'],
  ['wingdings 2:a3', '□'],
  ['symbol:a3', '≤'],
  ['symbol:b3', '≥'],
  ['symbol:b1', '±'],
  ['symbol:b4', '×'],
  ['symbol:b9', '≠'],
]);
/** Where symbol fonts keep their signs in Unicode. */
const PRIVATE_USE = 0xf000;

/** The character of a sign from a symbol font; the code's own character where the font is not known. */
export function symbolText(font: string, code: string): string {
  const point = Number.parseInt(code, 16);
  if (Number.isNaN(point) || point <= 0x20 || point > 0xffff) return '';
  const low = point >= PRIVATE_USE && point < PRIVATE_USE + 0x100 ? point - PRIVATE_USE : point;
  return SYMBOLS.get(`${font.toLowerCase()}:${low.toString(16)}`) ?? String.fromCodePoint(point).toWellFormed();
}

/** The text of a paragraph being put together; of fields only what they show. */
export class DocxParagraph {
  /** The mark at its end was deleted: what follows stands on the same line. */
  runsOn = false;
  /** How it is numbered, as its properties say. */
  readonly numbering: ParagraphNumbering = {};
  #text = '';
  readonly #fields: ('instruction' | 'result')[] = [];

  add(text: string): void {
    if (!this.#fields.includes('instruction')) this.#text += text;
  }

  /** A mark of a field: `begin`, `separate` (instruction from result) or `end`; others and stray ones say nothing. */
  markField(kind: string): void {
    if (kind === 'begin') this.#fields.push('instruction');
    else if (kind === 'end') this.#fields.pop();
    else if (kind === 'separate' && this.#fields.pop() !== undefined) this.#fields.push('result');
  }

  get text(): string {
    return this.#text;
  }
}
