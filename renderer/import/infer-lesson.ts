import type { Answers } from '../../shared/domain/answers.ts';
import { tableRows } from '../../shared/domain/answers.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { placedTexts } from '../../shared/forms/placed-texts.ts';
import { formTemplate } from '../../shared/forms/recognise/form-template.ts';
import type { Lesson } from '../../shared/forms/recognise/lesson.ts';
import { fieldOf } from '../../shared/forms/shape.ts';
import { normaliseLabel } from '../../shared/grid/normalise.ts';
import type { SourceRow } from '../../shared/rpc/import-types.ts';
import { isAtPlace } from './source-view.ts';

/** What a person did with a text of the source, and the form it was done in. */
export interface Correction {
  readonly definition: FormDefinition;
  /** The answers as they were read. */
  readonly answers: Answers;
  /** The rows the form was read from. */
  readonly rows: readonly SourceRow[];
  readonly text: string;
  /** The row the text stands in, as far as it is known. */
  readonly place: string | null;
  /** Which one it is, from 0, of texts in that row that read the same and found no place. */
  readonly nth: number;
  /** The cell it was put into. */
  readonly path: string;
  /** What stood there had to go: it did not belong there. */
  readonly isReplacing: boolean;
}

/** Longer texts are no labels. */
const LONGEST_LABEL = 20;

interface Spot {
  readonly row: number;
  readonly column: number;
  /** Whether the cell holds the text and nothing else. */
  readonly isWhole: boolean;
}

/** Where the text may stand; whole cells, if there are any. */
function spotsOf({ rows, text, place }: Correction): readonly Spot[] {
  const own = normaliseLabel(text);
  const spots = rows.flatMap((row, index): Spot[] => {
    if (place !== null && !isAtPlace(place, row.place)) return [];
    return row.cells.flatMap((cell) => {
      const isWhole = normaliseLabel(cell.text) === own;
      return isWhole || cell.text.includes(text) ? [{ row: index, column: cell.column, isWhole }] : [];
    });
  });
  const whole = spots.filter(({ isWhole }) => isWhole);
  return whole.length > 0 ? whole : spots;
}

/** The only one; undefined where there are several, or none. */
function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Reads like a label that the form does not know: a short word without figures that is nothing filled in. */
function isUnknownLabel({ definition, answers, path }: Correction, text: string, known: ReadonlySet<string>): boolean {
  const own = normaliseLabel(text);
  if (own.length < 2 || own.length > LONGEST_LABEL || /[\d=≥≤<>%]/u.test(own) || known.has(own)) return false;
  return !placedTexts(definition, answers).some(
    (answer) => answer.path !== path && normaliseLabel(answer.text) === own,
  );
}

/** The text that stands at a column of a row, in a cell of its own or a wider one. */
function textAt(row: SourceRow, column: number): string {
  const cell = row.cells.find((each) => each.column <= column && column < each.column + each.columnSpan);
  return cell?.text.trim() ?? '';
}

function fieldLesson(correction: Correction, known: ReadonlySet<string>): Lesson | null {
  const { definition, rows, path, text } = correction;
  const lesson = (label: string): Lesson => ({ kind: 'label', definitionId: definition.id, path, text: label.trim() });
  const combined = /^([^:：\n]{2,20})[:：]\s*\S/u.exec(text.trim())?.[1];
  if (combined !== undefined && isUnknownLabel(correction, combined, known)) return lesson(combined);
  const labels = spotsOf(correction)
    .map((spot) => labelAt(rows, spot))
    .filter((label) => isUnknownLabel(correction, label, known));
  // The same text stands behind several labels, as the office in charge is often the one that does the work.
  const label = correction.place === null ? onlyOne(labels) : labels[correction.nth];
  return label === undefined ? null : lesson(label);
}

/** What stands before a cell of a row; what stands above it, where nothing does. */
function labelAt(rows: readonly SourceRow[], spot: Spot): string {
  const before = rows[spot.row]?.cells.findLast((cell) => cell.column < spot.column && cell.text.trim() !== '');
  const above = rows[spot.row - 1];
  return before ? before.text.trim() : above ? textAt(above, spot.column) : '';
}

function columnLesson(correction: Correction, known: ReadonlySet<string>): Lesson | null {
  const { definition, answers, rows, path, isReplacing } = correction;
  const [table = '', , column = ''] = path.split('.');
  const filled = tableRows(answers, table);
  const isRead = filled.filter((row) => (row[column] ?? '') !== '').length * 2 > filled.length;
  const spot = onlyOne(spotsOf(correction));
  // A column that is read from somewhere is believed, unless the person says otherwise.
  if (!spot || (isRead && !isReplacing)) return null;
  const headings = rows
    .slice(0, spot.row)
    .findLast((row) => row.cells.filter((cell) => known.has(normaliseLabel(cell.text))).length > 1);
  if (!headings) return null;
  const heading = textAt(headings, spot.column);
  const place = { definitionId: definition.id, path: `${table}.${column}` };
  if (heading === '') return { kind: 'column', ...place, column: spot.column };
  return isUnknownLabel(correction, heading, known) ? { kind: 'label', ...place, text: heading } : null;
}

/**
 * What can be learnt from one correction for the other forms of an import: the wording of a label or of a heading, or
 * which column a column is. Null where it only concerns this one place.
 */
export function inferLesson(correction: Correction): Lesson | null {
  const known = formTemplate(correction.definition).allLabels;
  const isField = fieldOf(correction.definition, correction.path) !== undefined;
  return isField ? fieldLesson(correction, known) : columnLesson(correction, known);
}

/** A path without the number of its row, as lessons name places. */
export function lessonPath(definition: FormDefinition, path: string): string {
  if (fieldOf(definition, path)) return path;
  const [table = '', , column = ''] = path.split('.');
  return `${table}.${column}`;
}
