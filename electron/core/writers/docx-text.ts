import { AlignmentType, convertMillimetersToTwip, LineRuleType, Paragraph, TextRun } from 'docx';
import type { GridCell, GridRow } from '../../../shared/grid/grid.ts';
import { type CellAlign, cellAlign, cellTextPt } from '../../../shared/paper/cell-style.ts';
import { LINE_HEIGHT, TEXT_PT } from '../../../shared/paper/geometry.ts';
import { writableText } from './xml-text.ts';

const TITLE_FONT = '方正小标宋简体';
const TWIPS_PER_PT = 20;
/** By how many characters a paragraph's first line is set in. */
const INDENT_CHARACTERS = 2;

/** A font for Chinese and all other characters alike. */
export function fontNamed(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** Distance of lines for a size of text; a larger sign makes its line grow. */
export function lineSpacing(sizePt: number) {
  return { line: Math.round(sizePt * LINE_HEIGHT * TWIPS_PER_PT), lineRule: LineRuleType.AT_LEAST };
}

/** Lengths in mm as Word counts them. */
export function twips(mm: number): number {
  return convertMillimetersToTwip(mm);
}

const ALIGNMENT: Record<Exclude<CellAlign, 'block'>, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** True for a text that is set left and top, because it takes several lines. */
export function isLongBlock(cell: GridCell, lines: number): boolean {
  return cellAlign(cell) === 'block' && lines > 1;
}

/** What differs between paragraphs of the same cell text. */
export interface TextPlace {
  /** Lines the whole text takes, by estimate. */
  readonly lines: number;
  /** The paragraph stays on the page of the next one. */
  readonly keepsWithNext: boolean;
}

/** The text of a cell, a paragraph for each of its lines. */
export function cellParagraphs(row: GridRow, cell: GridCell, place: TextPlace): Paragraph[] {
  return writableText(cell.text)
    .split('\n')
    .map((text) => new Paragraph(paragraphOptions(row, cell, place, text)));
}

/** What a line outside tables is to those around it. */
export interface LinePlace {
  /** Says what comes below: stays on its page. */
  readonly isAbove: boolean;
  /** Depth of the section's title in the outline, from 1; null on a cover, which the outline leaves out. */
  readonly outlineLevel: number | null;
}

const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

function headingOf(cell: GridCell, outlineLevel: number | null) {
  const depth = cell.role === 'title' ? 0 : cell.role === 'part' ? 1 : null;
  if (depth === null || outlineLevel === null || cell.text.trim() === '') return {};
  return { heading: HEADINGS[outlineLevel - 1 + depth] ?? 'Heading6' };
}

/** A line outside tables as a paragraph; titles and parts as headings that Word lists in its outline. */
export function lineParagraph(
  row: GridRow,
  cell: GridCell,
  { isAbove, outlineLevel }: LinePlace,
  spaceMm: number,
): Paragraph {
  const text = writableText(cell.text).trim();
  const isParagraph = cell.role === 'paragraph';
  const options = paragraphOptions(row, cell, { lines: 1, keepsWithNext: isAbove && !isParagraph }, text);
  const space = twips(spaceMm);
  const isIndented = isParagraph || cell.role === 'part';
  return new Paragraph({
    ...options,
    spacing: { ...lineSpacing(cellTextPt(row, cell)), before: space, after: space },
    ...(isIndented ? { indent: { firstLine: INDENT_CHARACTERS * cellTextPt(row, cell) * TWIPS_PER_PT } } : {}),
    ...headingOf(cell, outlineLevel),
  });
}

function paragraphOptions(row: GridRow, cell: GridCell, { lines, keepsWithNext }: TextPlace, text: string) {
  const align = cellAlign(cell);
  const size = cellTextPt(row, cell);
  const isTitle = cell.role === 'title';
  const isBold = isTitle || cell.role === 'part';
  const run = {
    text,
    ...(size === TEXT_PT.body ? {} : { size: size * 2 }),
    ...(isBold ? { bold: true } : {}),
    ...(isTitle ? { font: fontNamed(TITLE_FONT) } : {}),
  };
  return {
    alignment: ALIGNMENT[align === 'block' ? (lines > 1 ? 'left' : 'center') : align],
    // The paragraph's own size is what an empty one is as high as.
    ...(size === TEXT_PT.body ? {} : { spacing: lineSpacing(size), run: { size: size * 2 } }),
    ...(keepsWithNext ? { keepNext: true } : {}),
    children: text === '' ? [] : [new TextRun(run)],
  };
}
