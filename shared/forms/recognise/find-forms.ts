import { parseAmount } from '../../domain/amount.ts';
import { targetParts } from '../../domain/target.ts';
import type { GridRow } from '../../grid/grid.ts';
import { withContinuations } from './continued-forms.ts';
import { isFootRow } from './foot-row.ts';
import type { FormTemplate, TemplateCell, TemplateRow } from './form-template.ts';
import { HeadingColumns } from './heading-columns.ts';
import { mayHoldForm } from './label-census.ts';
import type { Assignment, SourceCell } from './match-row.ts';
import {
  categoryName,
  hasAnyLabel,
  isParagraphRow,
  isSubjectCode,
  matchRow,
  ownLine,
  sourceCells,
} from './match-row.ts';
import { LEAST_COVERAGE, MISSING_LINE, skippedRows } from './row-costs.ts';
import { loneText, strayTexts } from './strays.ts';

/**
 * Finds where forms stand in a long run of rows: the most likely course through the form's rows, from the
 * first to the last, as often as the form occurs, with rows of the source that belong to none and rows of the
 * form that are missing (dynamic programming over rows, as `matchRow` is over cells).
 */

/** A source row and the form row it was taken for; null where it stands within the form but fits none. */
export interface AlignedRow {
  readonly index: number;
  readonly row: TemplateRow | null;
}

export interface FoundForm {
  readonly score: number;
  /** Labels found of all labels of the form, 0 to 1. */
  readonly coverage: number;
  readonly rows: readonly AlignedRow[];
}

const NEW_FORM = 2;
/** A paragraph that goes on with the row before is a little better than one that belongs to nothing. */
const RUN_ON = -0.01;
/** Any paragraph may be the first of a text; headings around it say whether it is. */
const PARAGRAPH = 1;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
/** Passing by a whole heading of the form: the rows before it in the form have ended there. */
const PASSED_HEADING = 20;
/** So many labels in one row are no accident. */
const WHOLE_HEADING = 3;

/** Cost of staying in the same row of the form with the next row of the source. */
function stayCost(row: TemplateRow): number {
  if (row.repeat.length > 0) return 0;
  return row.kind === 'line' ? MISSING_LINE : 1;
}

/** True for a row that the paragraphs after it go on with. */
function isOpen(row: TemplateRow | undefined): boolean {
  return row !== undefined && (row.runsOnWith !== null || row.itemRunsOnWith !== null);
}

/** How well a source row fits a form row, and whether it would be known for one also out of its place. */
interface Fit {
  readonly score: number;
  readonly isStrong: boolean;
  /** The labels and patterns of the form row that stand in the source row. */
  readonly labels: readonly TemplateCell[];
}
const NO_FIT: Fit = { score: IMPOSSIBLE, isStrong: false, labels: [] };

/** A text that can only be known by where it stands. */
const LONE_VALUE: Fit = { score: 0.1, isStrong: false, labels: [] };
const LONGEST_LONE_VALUE = 40;

/** A line of its own that a row prints beside others and without a label: the unit above a table. */
function isLoneValue(row: TemplateRow, source: GridRow, cells: readonly SourceCell[]): boolean {
  const [first] = row.cells;
  const [only, ...others] = cells;
  if (row.kind !== 'line' || source.kind !== 'line' || first?.kind !== 'value' || !only || others.length > 0)
    return false;
  return only.text.length <= LONGEST_LONE_VALUE && !/^[\d.]+$/u.test(only.normalised);
}

function fitOf(
  template: FormTemplate,
  row: TemplateRow,
  source: GridRow,
  cells: readonly SourceCell[],
  headings: HeadingColumns,
): Fit & { readonly heading?: readonly Assignment[] } {
  if (cells.length === 0) return NO_FIT;
  if (row.isParagraphs) return isParagraphRow(template, source) ? { ...NO_FIT, score: PARAGRAPH } : NO_FIT;
  if (row.repeat.length > 0) {
    if ((row.kind === 'table' && source.kind === 'line') || isFootRow(source)) return NO_FIT;
    // A paragraph in every cell of its row was one merged cell, and is no row of answers.
    if (row.kind === 'table' && cells.length > 2 && ownLine(source).length > LONGEST_LONE_VALUE) return NO_FIT;
    const { score, assignments } = matchRow(template, row, cells, headings.mapFor(row));
    return score > 0.5 ? { score, isStrong: isTellingRow(assignments), labels: labelsIn(assignments) } : NO_FIT;
  }
  if (row.labelCount > 0 && !hasAnyLabel(template, row, cells))
    return isLoneValue(row, source, cells) ? LONE_VALUE : NO_FIT;
  const { score, assignments } = matchRow(template, row, cells);
  if (score <= 0) return NO_FIT;
  const labels = labelsIn(assignments);
  const fit = { score: score - (row.kind === source.kind ? 0 : 0.3), isStrong: row.labelCount > 0, labels };
  const standing = assignments.filter(({ cell }) => cell.kind === 'label' && !cell.isOptional).length;
  return row.isHeading && standing >= row.labelCount ? { ...fit, heading: assignments } : fit;
}

function labelsIn(assignments: readonly Assignment[]): TemplateCell[] {
  return assignments.flatMap(({ cell, label }): TemplateCell[] => {
    if (label !== null) return label.isOptional ? [] : [label];
    return cell.kind === 'pattern' || (cell.kind === 'label' && !cell.isOptional) ? [cell] : [];
  });
}

/**
 * Holds a source row against all rows of the form. A whole heading tells where the columns are in the rows after it,
 * and is no row of a repeated table.
 */
function fitAll(
  template: FormTemplate,
  source: GridRow,
  cells: readonly SourceCell[],
  headings: HeadingColumns,
): { readonly fits: readonly Fit[]; readonly wholeHeading: number } {
  const fits = template.rows.map((row) => fitOf(template, row, source, cells, headings));
  let isHeading = false;
  let wholeHeading = 0;
  for (const [index, row] of template.rows.entries()) {
    const assignments = fits[index]?.heading;
    if (assignments === undefined) continue;
    headings.hear(row, assignments);
    isHeading = true;
    if (wholeHeading === 0 && row.labelCount >= WHOLE_HEADING) wholeHeading = index;
  }
  if (!isHeading && cells.length > 0) headings.endHeading();
  if (wholeHeading === 0) return { fits, wholeHeading };
  return { fits: fits.map((fit, index) => (template.rows[index]?.repeat.length ? NO_FIT : fit)), wholeHeading };
}

/**
 * What rows of other tables do not have: a category where it belongs, a numbered label, a target with its sign, or
 * several amounts each in an amount's column.
 */
function isTellingRow(assignments: readonly Assignment[]): boolean {
  let amounts = 0;
  for (const { cell, source, text } of assignments) {
    if (cell.kind === 'pattern') return true;
    if (cell.kind !== 'value') continue;
    if (categoryName(cell, source.normalised) !== undefined) return true;
    if (cell.type === 'target' && targetParts(text).operator !== null) return true;
    if (cell.type === 'code' && isSubjectCode(source.normalised)) return true;
    if (cell.type === 'amount' && parseAmount(text) !== undefined) amounts += 1;
  }
  return amounts > 1;
}

function junkCost(source: GridRow, cells: readonly SourceCell[]): number {
  return cells.length === 0 ? 0 : source.kind === 'line' ? 0.6 : 0.3 * cells.length + 0.3;
}

/** Where a step of the course came from: the state before, and whether a new form began. */
interface Origin {
  readonly state: number;
  readonly isMatch: boolean;
  readonly isStart: boolean;
}

/**
 * Finds all occurrences of one form in the rows of a sheet.
 * @param isElsewhere whether at a row, by its index, another form begins for certain
 */
export function findForms(
  template: FormTemplate,
  sourceRows: readonly GridRow[],
  isElsewhere: (index: number) => boolean = () => false,
): FoundForm[] {
  if (!mayHoldForm(template, sourceRows, LEAST_COVERAGE)) return [];
  const count = template.rows.length;
  const outside = count;
  const skipped = skippedRows(template);

  let scores: number[] = new Array(count + 1).fill(IMPOSSIBLE);
  scores[outside] = 0;
  const origins: Origin[][] = [];
  const fits: (readonly Fit[])[] = [];
  const headings = new HeadingColumns();
  const strays = strayTexts(template);
  /** The step at the last row that held any text. */
  let before: readonly Origin[] | undefined;

  for (const [index, source] of sourceRows.entries()) {
    const cells = sourceCells(source);
    const { fits: rowFits, wholeHeading } = fitAll(template, source, cells, headings);
    const ends = isElsewhere(index);
    const junk = junkCost(source, cells);
    // Leaving a form costs the rows it still lacked; then it is as good as any place outside.
    let leave = scores[outside] ?? IMPOSSIBLE;
    let leaveFrom = outside;
    for (let t = 0; t < count; t += 1) {
      const score = (scores[t] ?? IMPOSSIBLE) - skipped(t + 1, count);
      if (score > leave) {
        leave = score;
        leaveFrom = t;
      }
    }
    const next: number[] = new Array(count + 1).fill(IMPOSSIBLE);
    const from: Origin[] = [];
    next[outside] = leave;
    from[outside] = { state: leaveFrom, isMatch: false, isStart: false };
    for (let t = 0; t < count; t += 1) {
      const runsOn = isOpen(template.rows[t]) && isParagraphRow(template, source) && cells.length > 0;
      const passed = t < wholeHeading ? PASSED_HEADING : 0;
      next[t] = ends ? IMPOSSIBLE : (scores[t] ?? IMPOSSIBLE) - (runsOn ? RUN_ON : junk) - passed;
      from[t] = { state: t, isMatch: false, isStart: false };
      const { score: fit, isStrong } = rowFits[t] ?? NO_FIT;
      const row = template.rows[t];
      if (fit === IMPOSSIBLE || !row || ends) continue;
      // A row of a repeated table goes on right where the table was left, or says by itself what it is.
      const mayFollow = (state: number): boolean => isStrong || before?.[state]?.isMatch === true;
      const offer = (score: number, state: number, isStart: boolean): void => {
        if (score <= (next[t] ?? IMPOSSIBLE)) return;
        next[t] = score;
        from[t] = { state, isMatch: true, isStart };
      };
      for (let p = 0; p < t; p += 1) {
        // A paragraph whose heading is missing goes on with the text before rather than begin the next one.
        const gain = row.isParagraphs && p < t - 1 ? fit - PARAGRAPH - MISSING_LINE : fit;
        if (mayFollow(p)) offer((scores[p] ?? IMPOSSIBLE) - skipped(p + 1, t) + gain, p, false);
      }
      // The texts of one line may stand below each other, but not with other rows in between.
      const isApart = row.kind === 'line' && row.repeat.length === 0 && before?.[t]?.isMatch !== true;
      if (mayFollow(t) && !row.isParagraphs && !isApart)
        offer((scores[t] ?? IMPOSSIBLE) - stayCost(row) + fit, t, false);
      if (isStrong) offer(leave - skipped(0, t) - NEW_FORM + fit, leaveFrom, true);
    }
    scores = next;
    origins.push(from);
    // What drifted out of a merged cell does not end the table it stands in.
    if (cells.length > 0 && !strays.has(loneText(source))) before = from;
    fits.push(rowFits);
  }

  let state = outside;
  let best = scores[outside] ?? IMPOSSIBLE;
  for (let t = 0; t < count; t += 1) {
    const score = (scores[t] ?? IMPOSSIBLE) - skipped(t + 1, count);
    if (score > best) {
      best = score;
      state = t;
    }
  }
  return withContinuations(template, courseToRuns(template, origins, fits, state), LEAST_COVERAGE, isElsewhere);
}

/** The runs of rows that were taken for forms, also those with too few of the form's labels. */
function courseToRuns(
  template: FormTemplate,
  origins: readonly (readonly Origin[])[],
  fits: readonly (readonly Fit[])[],
  last: number,
): FoundForm[] {
  const runs: FoundForm[] = [];
  const labels = new Set<TemplateCell>();
  let rows: AlignedRow[] = [];
  let score = 0;
  let state = last;
  const close = (): void => {
    const trimmed = trimEnd(rows);
    const coverage = template.labelCount === 0 ? 0 : labels.size / template.labelCount;
    if (trimmed.length > 0) runs.unshift({ score, coverage, rows: trimmed });
    rows = [];
    score = 0;
    labels.clear();
  };
  for (let index = origins.length - 1; index >= 0; index -= 1) {
    const origin = origins[index]?.[state];
    if (!origin) break;
    if (state < template.rows.length) {
      rows.unshift({ index, row: origin.isMatch ? (template.rows[state] ?? null) : null });
      const fit = origin.isMatch ? fits[index]?.[state] : undefined;
      score += fit?.score ?? 0;
      for (const label of fit?.labels ?? []) labels.add(label);
    }
    if (origin.isStart) close();
    state = origin.state;
  }
  close();
  return runs;
}

/** Rows after the last one that was matched do not belong to the form. */
function trimEnd(rows: readonly AlignedRow[]): readonly AlignedRow[] {
  const last = rows.findLast(({ row }) => row !== null);
  if (last?.row?.runsOnWith) return rows;
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.row === null) end -= 1;
  return rows.slice(0, end);
}
