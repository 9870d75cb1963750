import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { AppError } from '../../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import { CELL_PADDING_MM, FOOT_MM, MARGIN_MM, pageGeometry, TEXT_PT } from '../../../shared/paper/geometry.ts';
import type { PaperDocument, PaperSection } from '../../../shared/paper/paper-document.ts';
import type { CallContext } from '../../../shared/rpc/method.ts';
import { type DocxBlock, divideForm } from './docx-blocks.ts';
import { formTable } from './docx-table.ts';
import { fontNamed, lineParagraph, lineSpacing, twips } from './docx-text.ts';
import { writableText } from './xml-text.ts';

const PROGRAM = '县财填报';
const BODY_FONT = '宋体';
const CHINESE = { value: 'zh-CN', eastAsia: 'zh-CN' };
/** The lowest line Word sets: between the parts of a table, and after a table that ends a form. */
const HAIR_TWIPS = 14;
/** Heading levels that the contents of a book list. */
const CONTENTS_LEVELS = '1-4';

/**
 * The forms as a Word document, each on its own pages under a heading of its own: real tables that look like the
 * official paper in Word, WPS and LibreOffice, and that read back as the same grid.
 * @returns `cancelled` where the person stopped it
 */
export async function writeDocx(
  document: PaperDocument,
  context: Pick<CallContext, 'signal'>,
): Promise<Result<Uint8Array, AppError>> {
  const word = new Document({
    title: writableText(document.title),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    styles: {
      default: {
        document: {
          run: { font: fontNamed(BODY_FONT), size: TEXT_PT.body * 2, language: CHINESE },
          paragraph: { spacing: { ...lineSpacing(TEXT_PT.body), before: 0, after: 0 } },
        },
        heading1: headingStyle(0),
        heading2: headingStyle(1),
        heading3: headingStyle(2),
        heading4: headingStyle(3),
      },
    },
    // The contents of a book have page numbers also where no Word brings them up to date.
    ...(document.numbering === 'through' ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: document.sections.map((section, index) => formSection(section, document, index)),
  });
  if (context.signal.aborted) return err({ kind: 'cancelled' });
  const bytes = await Packer.toBuffer(word);
  return context.signal.aborted ? err({ kind: 'cancelled' }) : ok(bytes);
}

const headingStyle = (outlineLevel: number) => ({ run: { color: '000000' }, paragraph: { outlineLevel } });

function formSection(section: PaperSection, document: PaperDocument, index: number): ISectionOptions {
  const { settings } = document;
  const footer = footerOf(document, index);
  const sheet = pageGeometry('portrait');
  const margin = (mm: number): number => twips(Math.max(0, mm));
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          // Word keeps the sheet upright; the orientation turns it.
          width: twips(sheet.widthMm),
          height: twips(sheet.heightMm),
          orientation: section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: margin(MARGIN_MM.left + settings.offsetLeftMm),
          right: margin(MARGIN_MM.right - settings.offsetLeftMm),
          top: margin(MARGIN_MM.top + settings.offsetTopMm),
          bottom: margin(MARGIN_MM.bottom - settings.offsetTopMm),
          header: margin(FOOT_MM),
          footer: margin(FOOT_MM - settings.offsetTopMm),
        },
        ...(startsNumbers(document, index) ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    // Sections without a footer of their own go on with the one before.
    ...(footer ? { footers: { default: footer } } : {}),
    children: formChildren(section),
  };
}

/** Forms count their own pages each; a book counts through, from the first page behind its contents. */
function startsNumbers({ numbering, sections }: PaperDocument, index: number): boolean {
  return numbering !== 'through' || sections.findIndex(({ part }) => part === undefined) === index;
}

/** The footer a section begins; the sections after it go on with it. */
function footerOf(document: PaperDocument, index: number): Footer | undefined {
  if (document.numbering === 'through') {
    if (index === 0 && document.sections[0]?.part !== undefined) return new Footer({ children: [new Paragraph({})] });
    return startsNumbers(document, index) ? pageFooter(['— ', PageNumber.CURRENT, ' —']) : undefined;
  }
  if (index > 0) return undefined;
  // How many pages a form has, WPS and LibreOffice only know of a document with one form.
  const total = document.sections.length === 1 ? [' 共 ', PageNumber.TOTAL_PAGES, ' 页'] : [];
  return pageFooter(['第 ', PageNumber.CURRENT, ' 页', ...total]);
}

function pageFooter(children: string[]): Footer {
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: TEXT_PT.foot * 2, children })] }),
    ],
  });
}

function formChildren(section: PaperSection): FileChild[] {
  if (section.part === 'contents') return contentsChildren(section);
  const outlineLevel = section.part === 'cover' ? null : (section.outlineLevel ?? 1);
  const blocks = divideForm(section);
  const children: FileChild[] = [];
  let wasTable = false;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.kind === 'paragraph') {
      const place = { isAbove: isAbove(blocks, index), outlineLevel };
      children.push(lineParagraph(block.row, block.cell, place, CELL_PADDING_MM));
    } else {
      if (wasTable) children.push(hairLine(true));
      children.push(formTable(section, block.rows, { goesOn: next?.kind === 'table', isContinued: wasTable }));
    }
    wasTable = block.kind === 'table';
  }
  // Word ends a section with a paragraph; one of its own height could take a page of its own.
  children.push(hairLine(false));
  return children;
}

/** A table of contents that Word makes from the headings, under its title. */
function contentsChildren({ grid: { rows } }: PaperSection): FileChild[] {
  const [title] = rows;
  const [cell] = title?.cells ?? [];
  const contents = new TableOfContents('目录', {
    hyperlink: true,
    headingStyleRange: CONTENTS_LEVELS,
    // They are an estimate: Word works them out when it opens the file.
    beginDirty: true,
  });
  if (!title || !cell) return [contents];
  return [lineParagraph(title, cell, { isAbove: true, outlineLevel: null }, CELL_PADDING_MM), contents];
}

/** True for titles and lines that say what comes below them. */
function isAbove(blocks: readonly DocxBlock[], index: number): boolean {
  return blocks.slice(index + 1).some((block) => block.kind === 'table');
}

function hairLine(keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    run: { size: 2 },
    spacing: { line: HAIR_TWIPS, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  });
}
