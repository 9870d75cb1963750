import { fieldText } from '../../domain/answers.ts';
import { denseColumns } from '../../grid/dense-columns.ts';
import type { GridRow } from '../../grid/grid.ts';
import { pageMarks } from '../../grid/page-marks.ts';
import type { SourceDocument, SourceSheet } from '../../grid/source-document.ts';
import type { ImportedRecord, PlacedText } from '../../rpc/import-types.ts';
import type { FormDefinition } from '../definition.ts';
import { printedLines } from '../printed-lines.ts';
import { shapeAnswers } from '../shape.ts';
import type { FoundForm } from './find-forms.ts';
import { findForms } from './find-forms.ts';
import { footEnd } from './foot-row.ts';
import { formStarts } from './form-starts.ts';
import type { FormTemplate } from './form-template.ts';
import { formTemplate } from './form-template.ts';
import type { Lesson } from './lesson.ts';
import { hasAnyLabel, isTitleText, ownLine, sourceCells } from './match-row.ts';
import { type FormStarts, readExact } from './read-exact.ts';
import { readForm } from './read-form.ts';
import { recutNotes, recutRows } from './recut-rows.ts';
import { rejoinRows } from './rejoin-rows.ts';
import { onColumns, teach } from './teach.ts';

/** A form found in a document, with the rows it was read from. */
export type RecognisedForm = Omit<ImportedRecord, 'source'> & {
  readonly place: string;
  readonly rows: readonly GridRow[];
};

export interface Recognition {
  readonly forms: readonly RecognisedForm[];
  /** Texts that stand in no form. */
  readonly unrecognised: readonly PlacedText[];
}

export interface RecognitionOptions {
  /** The year of forms that do not say theirs. */
  readonly defaultFiscalYear: number;
  /** What a person taught about the forms of this import; none unless told. */
  readonly lessons?: readonly Lesson[];
}

/** A form and the rows `start` (inclusive) to `end` (exclusive) of its sheet. */
interface Claim {
  readonly start: number;
  readonly end: number;
  readonly form: Omit<RecognisedForm, 'place' | 'rows'>;
}

interface Candidate {
  readonly template: FormTemplate;
  readonly found: FoundForm;
  readonly offset: number;
}

/**
 * Reads the forms in a document backwards from their layout: `recognise(layOut(r))` gives r. Nothing of the
 * document disappears: what fits no field of a form is in its `unplaced`, what fits no form in `unrecognised`,
 * and what had to be guessed has a note.
 */
export function recogniseDocument(
  document: SourceDocument,
  definitions: readonly FormDefinition[],
  options: RecognitionOptions,
): Recognition {
  const templates = definitions.map((definition) =>
    teach(formTemplate(printedLines(definition)?.definition ?? definition), options.lessons ?? []),
  );
  const ownOf = new Map(definitions.map((definition) => [definition.id, definition]));
  const passes = inPasses(templates);
  const forms: RecognisedForm[] = [];
  const unrecognised: PlacedText[] = [];
  for (const read of document.sheets) {
    const sheet = { ...read, rows: rejoinRows(templates, recutRows(passes[0] ?? [], read.rows)) };
    let { rows } = sheet;
    for (const pass of passes) {
      const claims = claimSheet({ ...sheet, rows }, pass, options);
      const left: GridRow[] = [];
      let after = 0;
      for (const [position, claim] of claims.entries()) {
        left.push(...rows.slice(after, claim.start));
        // Remarks and signatures below a form go with it, though it has no place for them.
        const end = footEnd(rows, claim.end, claims[position + 1]?.start ?? rows.length);
        const unplaced = [...claim.form.unplaced, ...cellTexts(rows.slice(claim.end, end))];
        const ordinal = `第${forms.length + 1}张表`;
        const place = sheet.name === '' ? ordinal : `工作表“${sheet.name}”`;
        const form = inOwnLines(claim.form, ownOf.get(claim.form.definitionId));
        const own = rows.slice(claim.start, end);
        forms.push({ ...form, notes: [...recutNotes(own), ...form.notes], unplaced, place, rows: own });
        after = end;
      }
      rows = [...left, ...rows.slice(after)];
    }
    unrecognised.push(...leftTexts(rows));
  }
  return { forms: withSharedYear(forms), unrecognised };
}

/** Forms that do not say their year stand in the year of the others of their document, where those agree. */
function withSharedYear(forms: readonly RecognisedForm[]): RecognisedForm[] {
  const years = new Set(forms.flatMap(({ isYearFromSource, fiscalYear }) => (isYearFromSource ? [fiscalYear] : [])));
  const [year] = years;
  if (year === undefined || years.size > 1) return [...forms];
  return forms.map((form) => ({ ...form, fiscalYear: year, isYearFromSource: true }));
}

/** A form read as it is printed, brought into the lines its records hold. */
function inOwnLines(form: Claim['form'], definition: FormDefinition | undefined): Claim['form'] {
  const lines = definition && printedLines(definition);
  if (!lines) return form;
  return {
    ...form,
    answers: shapeAnswers(definition, lines.gather(form.answers)),
    notes: form.notes.flatMap((note) => {
      const path = lines.ownPath(note.path);
      return path === undefined ? [] : [{ ...note, path }];
    }),
  };
}

/** One entry per text. */
function cellTexts(rows: readonly GridRow[]): PlacedText[] {
  return rows.flatMap((row) => sourceCells(row).map(({ text }) => ({ text, place: row.place ?? '' })));
}

/** Forms whose rows stand together, then those that may be interrupted: they are read from what the others left. */
function inPasses(templates: readonly FormTemplate[]): readonly (readonly FormTemplate[])[] {
  const isLater = ({ definition }: FormTemplate): boolean => definition.layout.mayBeInterrupted;
  const later = templates.filter(isLater);
  return later.length === 0 ? [templates] : [templates.filter((template) => !isLater(template)), later];
}

/** One entry per row: its texts side by side, so that a person can see where they stood. */
function leftTexts(rows: readonly GridRow[]): PlacedText[] {
  return rows.flatMap((row) => {
    const text = sourceCells(row)
      .map((cell) => cell.text)
      .join('\t');
    return text === '' ? [] : [{ text, place: row.place ?? '' }];
  });
}

function claimSheet(
  sheet: SourceSheet,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
): readonly Claim[] {
  if (!sheet.knowsSpans) return claimByLikeness(sheet.rows, 0, templates, options);
  const exact = claimExact(sheet.rows, 0, templates, options);
  return withGaps(exact, sheet.rows, 0, (rows, offset) => {
    const nearly = claimOnFinerGrid(rows, offset, templates, options);
    return withGaps(nearly, rows, offset, (rest, from) => {
      const dense = denseColumns(rest);
      const onDense = templates.map((template) => onColumns(template, dense.columns));
      return claimByLikeness(dense.rows, from, onDense, options);
    });
  });
}

/** The claims on rows, with those found in the rows between them. */
function withGaps(
  claims: readonly Claim[],
  rows: readonly GridRow[],
  offset: number,
  claimGap: (rows: readonly GridRow[], offset: number) => readonly Claim[],
): readonly Claim[] {
  const all: Claim[] = [];
  let after = offset;
  for (const claim of [...claims, null]) {
    const end = claim?.start ?? offset + rows.length;
    if (end > after) all.push(...claimGap(rows.slice(after - offset, end - offset), after));
    if (claim) all.push(claim);
    after = claim?.end ?? end;
  }
  return all.sort((a, b) => a.start - b.start);
}

function claimExact(
  rows: readonly GridRow[],
  offset: number,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
): Claim[] {
  const claims: Claim[] = [];
  const starts = formStarts(rows, templates);
  let index = 0;
  while (index < rows.length) {
    const claim = exactAt(rows, index, templates, options, starts);
    if (claim) claims.push({ ...claim, start: claim.start + offset, end: claim.end + offset });
    index = claim ? claim.end : index + 1;
  }
  return claims;
}

/**
 * Forms that stand as they are printed, but on a grid finer than the form's, as word processors keep them: each is
 * looked at by itself, without the edges between columns that it does not use.
 */
function claimOnFinerGrid(
  rows: readonly GridRow[],
  offset: number,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
): Claim[] {
  const claims: Claim[] = [];
  const cells = rows.map(sourceCells);
  for (const template of templates) {
    const [first] = template.rows;
    if (!first) continue;
    const starts = cells.flatMap((own, index) => (hasAnyLabel(template, first, own) ? [index] : []));
    for (const [position, start] of starts.entries()) {
      const own = rows.slice(start, starts[position + 1]);
      const dense = denseColumns(own).rows;
      const claim = dense === own ? undefined : exactAt(dense, 0, [template], options, formStarts(dense, templates));
      if (claim && !claims.some((other) => other.start < start + offset + claim.end && start + offset < other.end)) {
        claims.push({ ...claim, start: start + offset, end: start + offset + claim.end });
      }
    }
  }
  return claims.sort((a, b) => a.start - b.start);
}

function exactAt(
  rows: readonly GridRow[],
  index: number,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
  starts: FormStarts,
): Claim | undefined {
  for (const template of templates) {
    const reading = readExact(template, rows, index, starts);
    if (!reading) continue;
    return {
      start: index,
      end: reading.end,
      form: {
        definitionId: template.definition.id,
        fiscalYear: reading.fiscalYear ?? options.defaultFiscalYear,
        isYearFromSource: reading.fiscalYear !== null,
        answers: reading.answers,
        unplaced: [],
        notes: [],
      },
    };
  }
  return undefined;
}

/** The rows that are the title of a form and nothing else, and the forms whose title, or other label, it is. */
function titledRows(
  rows: readonly GridRow[],
  templates: readonly FormTemplate[],
): ReadonlyMap<number, ReadonlySet<FormTemplate>> {
  const titles = new Map<number, ReadonlySet<FormTemplate>>();
  const titled = templates.filter((template) => template.titles.length > 0);
  for (const [index, row] of rows.entries()) {
    const text = ownLine(row) === '' ? '' : (sourceCells(row)[0]?.normalised ?? '');
    if (text === '' || !titled.some((template) => isTitleText(template.titles, text))) continue;
    const own = templates.filter((template) => template.allLabels.has(text) || isTitleText(template.titles, text));
    titles.set(index, new Set(own));
  }
  return titles;
}

/** What stands between the rows of forms, but is only the number of a page, is put aside before they are looked for. */
function claimByLikeness(
  rows: readonly GridRow[],
  offset: number,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
): Claim[] {
  const marks = pageMarks(rows.map(ownLine));
  if (marks.size === 0) return claimUnmarked(rows, offset, templates, options);
  const places = rows.flatMap((_, index) => (marks.has(index) ? [] : [index]));
  const kept = places.map((index) => rows[index]).filter((row) => row !== undefined);
  return claimUnmarked(kept, 0, templates, options).map(({ start, end, form }) => {
    const first = places[start] ?? 0;
    const last = places[end - 1] ?? first;
    const between = rows.slice(first, last).filter((_, index) => marks.has(first + index));
    return {
      start: first + offset,
      end: last + 1 + offset,
      form: { ...form, unplaced: [...form.unplaced, ...cellTexts(between)] },
    };
  });
}

/** Forms that are damaged, shifted or written otherwise: every definition looks, the better fit has the rows. */
function claimUnmarked(
  rows: readonly GridRow[],
  offset: number,
  templates: readonly FormTemplate[],
  options: RecognitionOptions,
): Claim[] {
  if (rows.length === 0) return [];
  const titles = titledRows(rows, templates);
  const candidates = templates
    .flatMap((template) => {
      const isElsewhere = (index: number): boolean => titles.get(index)?.has(template) === false;
      return findForms(template, rows, isElsewhere).map((found): Candidate => ({ template, found, offset }));
    })
    .sort((a, b) => b.found.score * b.found.coverage - a.found.score * a.found.coverage);
  const taken = new Set<number>();
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const own = withoutTail(candidate.found);
    if (own.rows.some(({ index }) => taken.has(index))) continue;
    for (let index = startOf(own); index < endOf(own); index += 1) taken.add(index);
    chosen.push(candidate);
  }
  const claims = chosen.map(({ template, found }): Claim => {
    // Text that runs on ends where another form begins.
    const next = Math.min(
      ...chosen.map((other) => startOf(other.found)).filter((start) => start >= endOf(withoutTail(found))),
    );
    const own = { ...found, rows: found.rows.filter(({ index }) => index < next) };
    const reading = readForm(template, rows, own);
    const answers = shapeAnswers(template.definition, reading.answers);
    const year = reading.fiscalYear ?? yearOfPeriod(template.definition, reading.answers);
    return {
      start: startOf(own) + offset,
      end: endOf(own) + offset,
      form: {
        definitionId: template.definition.id,
        fiscalYear: year ?? options.defaultFiscalYear,
        isYearFromSource: year !== null,
        answers,
        unplaced: [...reading.unplaced],
        notes: [...reading.notes],
      },
    };
  });
  return claims.sort((a, b) => a.start - b.start);
}

/** The form up to its last row of its own: without the paragraphs that only go on with it. */
function withoutTail(found: FoundForm): FoundForm {
  const last = found.rows.findLastIndex(({ row }) => row !== null);
  return { ...found, rows: found.rows.slice(0, last + 1) };
}

const startOf = (found: FoundForm): number => found.rows[0]?.index ?? 0;
const endOf = (found: FoundForm): number => (found.rows.at(-1)?.index ?? 0) + 1;

/** The year a period of a single year states; null where it is none. */
function yearOfPeriod(definition: FormDefinition, answers: RecognisedForm['answers']): number | null {
  for (const field of definition.fields) {
    if (field.type !== 'period') continue;
    const years = [...fieldText(answers, field.id).matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map((match) => match[1]);
    if (years.length > 0 && new Set(years).size === 1) return Number(years[0]);
  }
  return null;
}
