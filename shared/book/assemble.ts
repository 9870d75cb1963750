import type { FormRecord } from '../domain/record.ts';
import type { FormDefinition } from '../forms/definition.ts';
import { numberForms } from '../forms/number-forms.ts';
import type { Grid, GridCell, GridRow } from '../grid/grid.ts';
import { makeSection } from '../paper/make-section.ts';
import type { PaperDocument, PaperSection, PaperSettings } from '../paper/paper-document.ts';
import type { BookDefinition, BookPart } from './book-definition.ts';
import { contentsGrid, headingsOf } from './headings.ts';

/** A form of the unit and year with its definition. */
export interface BookForm {
  readonly definition: FormDefinition;
  readonly record: Pick<FormRecord, 'id' | 'answers' | 'fiscalYear'>;
}

export interface BookContent {
  readonly unit: string;
  readonly fiscalYear: number;
  /** All forms there are, in the unit's order. */
  readonly forms: readonly BookForm[];
}

const COVER = 'cover';
const CONTENTS = 'contents';
/** Blank lines above the title on the cover. */
const COVER_SPACE = 8;

function fill(text: string, { unit, fiscalYear }: BookContent): string {
  return text.replaceAll('{unit}', unit).replaceAll('{fiscalYear}', String(fiscalYear));
}

const cell = (text: string, role: GridCell['role']): GridCell => ({
  text,
  column: 0,
  columnSpan: 1,
  rowSpan: 1,
  align: 'center',
  ...(role === undefined ? {} : { role }),
});

function linesGrid(lines: readonly GridCell[]): Grid {
  return { columnWidths: [1], rows: lines.map((line) => ({ kind: 'line', cells: [line] })) };
}

/** The rows of a text that belong to some of its fields: those that show them, with what stands above each. */
function rowsOfFields(grid: Grid, fields: readonly string[]): GridRow[] {
  const wanted = new Set(fields);
  const rows: GridRow[] = [];
  let above: GridRow[] = [];
  let isWanted = false;
  for (const row of grid.rows) {
    const path = row.cells.find(({ bind }) => bind !== undefined)?.bind?.path;
    above.push(row);
    if (path === undefined) continue;
    isWanted = wanted.has(path) || wanted.has(path.split('.')[0] ?? '');
    if (isWanted) rows.push(...above);
    above = [];
  }
  return isWanted ? [...rows, ...above] : rows;
}

function formSections(forms: readonly BookForm[], level: number): PaperSection[] {
  const numbers = numberForms(forms.map(({ definition }) => definition.id));
  return forms.map(({ definition, record }, index) => ({
    ...makeSection(definition, record, numbers[index]),
    outlineLevel: level,
  }));
}

/** The sections a part of a book comes to; none where the unit has no such form. */
export function sectionsOfPart(part: BookPart, content: BookContent): PaperSection[] {
  if (part.kind === 'heading') {
    const grid = linesGrid([cell(fill(part.title, content), 'title')]);
    return [{ recordId: part.id, title: part.title, orientation: 'portrait', grid, outlineLevel: part.level }];
  }
  const forms = content.forms.filter(({ definition }) => definition.id === part.definition);
  const sections = formSections(forms, part.level);
  if (part.kind === 'forms') return sections;
  return sections.flatMap((section) => {
    const rows = rowsOfFields(section.grid, part.fields);
    // A text is in several sections; each has a name of its own.
    return rows.length === 0
      ? []
      : [{ ...section, recordId: `${section.recordId} ${part.id}`, grid: { ...section.grid, rows } }];
  });
}

/**
 * The book as a document to preview, print or export: cover, table of contents, the chosen parts; pages are numbered
 * through. Page numbers in the table of contents are filled in where the pages are cut.
 * @param parts the chosen ones, in the order wanted
 */
export function assembleBook(
  book: BookDefinition,
  parts: readonly BookPart[],
  content: BookContent,
  settings: PaperSettings,
): PaperDocument {
  const title = fill(book.title, content);
  const sections = parts.flatMap((part) => sectionsOfPart(part, content));
  const cover = linesGrid([
    ...Array.from({ length: COVER_SPACE }, () => cell('', 'line')),
    cell(title, 'title'),
    ...book.cover.map((line) => cell(fill(line, content), 'line')),
  ]);
  const entries = sections.flatMap(headingsOf).map(({ text, level }) => ({ text, level, page: null }));
  return {
    title,
    numbering: 'through',
    settings,
    sections: [
      { recordId: COVER, title, orientation: 'portrait', grid: cover, part: 'cover' },
      { recordId: CONTENTS, title: '目录', orientation: 'portrait', grid: contentsGrid(entries), part: 'contents' },
      ...sections,
    ],
  };
}
