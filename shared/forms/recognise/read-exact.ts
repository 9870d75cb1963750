import type { AnswerRow, Answers } from '../../domain/answers.ts';
import { withField, withRows } from '../../domain/answers.ts';
import { isFiscalYear } from '../../domain/fiscal-year.ts';
import type { GridRow } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';
import { layOut } from '../lay-out.ts';
import { shapeAnswers } from '../shape.ts';
import { type Cursor, fitsPlace, isLoneLine } from './exact-cursor.ts';
import type { FormTemplate, PatternCell, TemplateCell, TemplateRow, ValueCell } from './form-template.ts';
import { patternValues } from './match-row.ts';
import { type RunEnds, readItems, readParagraphs } from './read-running-text.ts';

/**
 * Reading by position, for sources that say which cells are merged and stand exactly as the form is printed:
 * our own exports and undamaged originals. It believes itself only when laying the answers out again gives the
 * source back cell by cell, so that whatever a person typed, be it a label of the form, comes back as typed.
 */
export interface ExactReading {
  readonly answers: Answers;
  readonly fiscalYear: number | null;
  /** First row after the form. */
  readonly end: number;
}

/** Where forms begin, by index of a source row. */
export type FormStarts = Pick<RunEnds, 'isForm' | 'isTitle'>;

/** Cells of a form row as far as they begin in it (a side label begins only in the first row of its block). */
function ownCells(row: TemplateRow, source: GridRow): readonly TemplateCell[] {
  const [first, ...rest] = row.cells;
  const isSide = first?.kind === 'label' && first.isOptional;
  const isThere = isSide && source.cells[0]?.column === first.column;
  return isSide && !isThere ? rest : row.cells;
}

function readStatic(row: TemplateRow, source: GridRow, cursor: Cursor): Cursor | null {
  const cells = ownCells(row, source);
  if (cells.length !== source.cells.length) return null;
  const hasNoPlace = isLoneLine(row) && isLoneLine(source);
  let { answers, fiscalYear, ordinal } = cursor;
  for (const [position, cell] of cells.entries()) {
    const own = source.cells[position];
    if (!own || !(hasNoPlace || fitsPlace(cell, own))) return null;
    if (cell.kind === 'label') {
      const text = normaliseLabel(own.text);
      if (text !== (cell.texts[0] ?? '') && !(cell.texts.length === 0 && text === '')) return null;
    } else if (cell.kind === 'pattern') {
      const found = patternValues(cell, own.text);
      if (!found) return null;
      for (const [field, value] of found.values) {
        if (field === 'fiscalYear') fiscalYear = Number(value);
        else if (field === 'ordinal') ordinal = Number(value);
        else answers = withField(answers, field, value);
      }
    } else answers = withField(answers, cell.id, own.text);
  }
  return { answers, fiscalYear, ordinal, index: cursor.index + 1 };
}

const START: Cursor = { answers: {}, fiscalYear: null, ordinal: undefined, index: 0 };

type RepeatedCell = ValueCell | PatternCell;

interface OpenGroup {
  readonly text: string;
  /** First row the merged cell no longer covers. */
  readonly until: number;
}

function readRepeat(row: TemplateRow, sources: readonly GridRow[], cursor: Cursor): Cursor | null {
  const cells = row.cells.filter((cell): cell is RepeatedCell => cell.kind !== 'label');
  const groups = new Map<RepeatedCell, OpenGroup>();
  const read = new Map<string, AnswerRow[]>(row.repeat.map((table) => [table, []]));
  let index = cursor.index;
  for (; index < sources.length; index += 1) {
    const texts = repeatTexts(cells, sources[index], index, groups, row.kind === 'line' && cells.length === 1);
    if (!texts) break;
    for (const table of row.repeat) {
      const own = cells.filter((cell): cell is ValueCell => cell.kind === 'value' && isOf(cell, table));
      read.get(table)?.push(Object.fromEntries(own.map((cell) => [cell.id, texts.get(cell) ?? ''])));
    }
  }
  if (index === cursor.index) return null;
  let { answers } = cursor;
  for (const [table, rows] of read) answers = withRows(answers, table, rows);
  return { ...cursor, answers, index };
}

function isOf(cell: ValueCell, table: string): boolean {
  return cell.table === table || cell.sharedWith.includes(table);
}

/** The text of every cell of a repeated row, merged ones taken from above; undefined where the row is another. */
function repeatTexts(
  cells: readonly RepeatedCell[],
  source: GridRow | undefined,
  index: number,
  groups: Map<RepeatedCell, OpenGroup>,
  isLone: boolean,
): Map<RepeatedCell, string> | undefined {
  if (!source) return undefined;
  const texts = new Map<RepeatedCell, string>();
  let taken = source.cells[0]?.column === 0 && (cells[0]?.column ?? 0) > 0 ? 1 : 0;
  for (const cell of cells) {
    const group = groups.get(cell);
    if (group && group.until > index) {
      texts.set(cell, group.text);
      continue;
    }
    const own = source.cells[taken];
    if (!own || !((isLone && isLoneLine(source)) || fitsPlace(cell, own))) return undefined;
    if (cell.kind === 'pattern' && !patternValues(cell, own.text)) return undefined;
    taken += 1;
    texts.set(cell, own.text);
    groups.set(cell, { text: own.text, until: index + own.rowSpan });
  }
  return taken === source.cells.length ? texts : undefined;
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\r\n?/gu, '\n').trim() === b.replace(/\r\n?/gu, '\n').trim();
}

function isSameRow(a: GridRow, b: GridRow): boolean {
  if (a.cells.length !== b.cells.length) return false;
  const hasNoPlace = isLoneLine(a) && isLoneLine(b);
  return a.cells.every((cell, index) => {
    const other = b.cells[index];
    if (!other || cell.rowSpan !== other.rowSpan) return false;
    if (!hasNoPlace && (cell.column !== other.column || cell.columnSpan !== other.columnSpan)) return false;
    if (cell.text === other.text) return true;
    return cell.bind ? sameText(cell.text, other.text) : normaliseLabel(cell.text) === normaliseLabel(other.text);
  });
}

function readRow(
  template: FormTemplate,
  position: number,
  sources: readonly GridRow[],
  cursor: Cursor,
  starts: FormStarts,
): Cursor | null {
  const row = template.rows[position];
  const source = sources[cursor.index];
  if (!row || !source) return null;
  const next = template.rows[position + 1];
  const ends: RunEnds = {
    isNextRow: (index) => {
      const candidate = sources[index];
      return next !== undefined && candidate !== undefined && readStatic(next, candidate, cursor) !== null;
    },
    isForm: starts.isForm,
    isTitle: starts.isTitle,
  };
  if (row.isParagraphs) return readParagraphs(template, row, sources, cursor, ends);
  if (row.itemRunsOnWith !== null) return readItems(template, row, sources, cursor, ends);
  return row.repeat.length > 0 ? readRepeat(row, sources, cursor) : readStatic(row, source, cursor);
}

/** Readers leave out rows without text: where nothing is printed in a row, it may be missing. */
function mayBeBlank(row: TemplateRow): boolean {
  if (row.isOptional) return true;
  return row.cells.every((cell) => cell.kind === 'value' || (cell.kind === 'label' && cell.isOptional));
}

/** Rows as readers give them: those with text, and merged cells shrunk to them. */
function withoutBlankRows(rows: readonly GridRow[]): readonly GridRow[] {
  const isKept = rows.map((row) => row.cells.some((cell) => cell.text.trim() !== ''));
  return rows.flatMap((row, index) => {
    if (!isKept[index]) return [];
    const cells = row.cells.map((cell) => ({
      ...cell,
      rowSpan: isKept.slice(index, index + cell.rowSpan).filter(Boolean).length,
    }));
    return [{ ...row, cells }];
  });
}

/** Whether the title of a form could be this row. */
export function isTitleOf(template: FormTemplate, source: GridRow): boolean {
  const [title] = template.rows;
  return title !== undefined && readStatic(title, source, START) !== null;
}

/**
 * Tries to read a form that begins exactly at a row.
 * @param starts where other forms begin: text that runs on ends there
 * @returns null where the rows are not, cell by cell, this form as it is printed.
 */
export function readExact(
  template: FormTemplate,
  sources: readonly GridRow[],
  start: number,
  starts: FormStarts,
): ExactReading | null {
  let cursor: Cursor = { ...START, index: start };
  for (const [position, row] of template.rows.entries()) {
    const next = readRow(template, position, sources, cursor, starts);
    if (next) cursor = next;
    else if (!mayBeBlank(row)) return null;
  }
  // A year that cannot be is for a person to look at.
  if (cursor.fiscalYear !== null && !isFiscalYear(cursor.fiscalYear)) return null;
  const answers = shapeAnswers(template.definition, cursor.answers);
  const again = layOut(template.definition, {
    answers,
    fiscalYear: cursor.fiscalYear ?? 0,
    ...(cursor.ordinal === undefined ? {} : { ordinal: cursor.ordinal }),
  }).rows;
  const own = sources.slice(start, cursor.index);
  const isOwn = (rows: readonly GridRow[]): boolean =>
    rows.length === own.length &&
    rows.every((row, index) => {
      const source = own[index];
      return source !== undefined && isSameRow(row, source);
    });
  return isOwn(again) || isOwn(withoutBlankRows(again))
    ? { answers, fiscalYear: cursor.fiscalYear, end: cursor.index }
    : null;
}
