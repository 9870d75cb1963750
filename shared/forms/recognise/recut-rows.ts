import type { GridCell, GridRow } from '../../grid/grid.ts';
import { normaliseLabel } from '../../grid/normalise.ts';
import type { ImportNote } from '../../rpc/import-types.ts';
import { type FoundCourse, findCourses, type Manners, type Piece, type PlacedPiece } from './cell-course.ts';
import type { FormTemplate, TemplateRow } from './form-template.ts';
import { mayHoldForm } from './label-census.ts';
import { isTitleText, pairFit, patternValues, sourceCells } from './match-row.ts';
import { LEAST_COVERAGE } from './row-costs.ts';

/**
 * Text with one cell per line whose rows have lost their ends: copied out of a web page or a pdf, or stripped of its
 * blank cells. The text alone cannot say where a row ends, the labels of the forms can: where they tell a form, its
 * lines are cut into the form's rows anew.
 */

/** Fewer texts are no form. */
const LEAST_PIECES = 8;
/** A title with so many characters of its own is no accident. */
const LEAST_TITLE_WEIGHT = 4;
const NEARLY = 1;

interface Candidate {
  readonly template: FormTemplate;
  readonly course: FoundCourse;
  readonly manners: Manners;
}

/** The texts of some rows; empty cells count as the blank lines they would be. */
function piecesOf(rows: readonly GridRow[]): { readonly pieces: Piece[]; readonly rowOf: number[] } {
  const pieces: Piece[] = [];
  const rowOf: number[] = [];
  let blanks = 0;
  for (const [index, row] of rows.entries()) {
    blanks += row.blanksBefore ?? 0;
    const texts = new Map(sourceCells(row).map((cell) => [cell.column, cell]));
    for (const { column } of row.cells) {
      const cell = texts.get(column);
      if (!cell) {
        blanks += 1;
        continue;
      }
      pieces.push({ ...cell, blanksBefore: blanks, isLine: row.kind === 'line' });
      rowOf.push(index);
      blanks = 0;
    }
  }
  return { pieces, rowOf };
}

function mannersOf(pieces: readonly Piece[]): Manners[] {
  const hasBlanks = pieces.some(({ blanksBefore }, index) => index > 0 && blanksBefore > 0);
  if (!hasBlanks) return [{ keepsBlanks: false, partsRows: false }];
  return [
    { keepsBlanks: true, partsRows: true },
    { keepsBlanks: false, partsRows: true },
    { keepsBlanks: true, partsRows: false },
  ];
}

/** The forms that begin with a text, by title: a text that is none of theirs ends all others. */
function titleOwners(templates: readonly FormTemplate[], { text, normalised }: Piece): readonly FormTemplate[] {
  return templates.filter(
    ({ titles, rows: [first] }) =>
      isTitleText(titles, normalised) ||
      first?.cells.some(
        (cell) => cell.kind === 'pattern' && (patternValues(cell, text)?.weight ?? 0) >= LEAST_TITLE_WEIGHT,
      ),
  );
}

/** The courses that stand, best first; one that runs into a better one ends there. */
function chooseCourses(templates: readonly FormTemplate[], pieces: readonly Piece[]): Candidate[] {
  const all = mannersOf(pieces);
  const owners = pieces.map((piece) => titleOwners(templates, piece));
  const candidates = templates.flatMap((template) => {
    const isElsewhere = (index: number): boolean => {
      const own = owners[index] ?? [];
      return own.length > 0 && !own.includes(template) && !template.allLabels.has(pieces[index]?.normalised ?? '');
    };
    return findCourses(template, pieces, all, isElsewhere).flatMap((courses, position) => {
      const manners = all[position];
      return manners ? courses.map((course): Candidate => ({ template, course, manners })) : [];
    });
  });
  const taken = new Set<number>();
  return candidates
    .filter(({ course }) => course.coverage >= LEAST_COVERAGE)
    .sort((a, b) => b.course.evidence * b.course.coverage - a.course.evidence * a.course.coverage)
    .flatMap((candidate): Candidate[] => {
      const { course } = candidate;
      const end = course.pieces.findIndex(({ index }) => taken.has(index));
      const own = end < 0 ? course.pieces : course.pieces.slice(0, end);
      if (own.length * 2 < course.pieces.length && own.length < LEAST_PIECES) return [];
      for (const { index } of own) taken.add(index);
      return [{ ...candidate, course: { ...course, pieces: own } }];
    });
}

/** A row being put together. */
interface OpenRow {
  readonly first: PlacedPiece;
  readonly texts: Map<number, string>;
  /** What stands between its cells but belongs to none. */
  readonly loose: GridRow[];
  /** True where a line was taken for a part of the cell above, though nothing but its words says so. */
  isJoined: boolean;
}

/** True where a text of a row would do nearly as well in a cell beside it that has none. */
function mayStandElsewhere(template: FormTemplate, row: TemplateRow, texts: ReadonlyMap<number, string>): boolean {
  const howWell = (position: number, text: string): number => {
    const cell = row.cells[position];
    if (cell === undefined) return Number.NEGATIVE_INFINITY;
    const source = { text, normalised: normaliseLabel(text), column: cell.column, columnSpan: 1 };
    return pairFit(template, row, cell, source, (column) => column);
  };
  const isValue = (position: number): boolean => row.cells[position]?.kind === 'value';
  return [...texts].some(([position, text]) => {
    if (!isValue(position)) return false;
    const least = howWell(position, text) - NEARLY;
    return [-1, 1].some((step) => {
      let other = position + step;
      // What stands between would have to move as well.
      while (isValue(other) && texts.has(other)) other += step;
      return isValue(other) && howWell(other, text) >= least;
    });
  });
}

/** The rows of a form that pieces were taken for. */
function rowsOf(
  { template, course, manners }: Candidate,
  pieces: readonly Piece[],
  sources: readonly GridRow[],
): GridRow[] {
  const rows: GridRow[] = [];
  let open: OpenRow | undefined;
  const place = (index: number): { place?: string } => {
    const own = sources[index]?.place;
    return own === undefined ? {} : { place: own };
  };
  const line = (index: number): GridRow => {
    const text = pieces[index]?.text ?? '';
    return { kind: 'line', cells: [{ text, column: 0, columnSpan: 1, rowSpan: 1 }], ...place(index) };
  };
  const close = (): void => {
    const at = open?.first.at;
    if (!open || !at) return;
    const { texts } = open;
    const cells = at.row.cells.map(
      ({ column, columnSpan }, position): GridCell => ({
        text: texts.get(position) ?? '',
        column,
        columnSpan,
        rowSpan: 1,
      }),
    );
    const isGuessed = open.isJoined || (!manners.keepsBlanks && mayStandElsewhere(template, at.row, texts));
    const recut = isGuessed ? 'guessed' : 'sure';
    rows.push({ kind: 'table', cells, recut, ...place(open.first.index) }, ...open.loose);
    open = undefined;
  };
  for (const piece of course.pieces) {
    const { index, at, goesOn, isNewRow } = piece;
    if (at === null && open) {
      open.loose.push(line(index));
      continue;
    }
    if (at === null || at.row.kind === 'line') {
      close();
      rows.push(line(index));
      continue;
    }
    if (isNewRow || !open) {
      close();
      open = { first: piece, texts: new Map(), loose: [], isJoined: false };
    }
    const text = pieces[index]?.text ?? '';
    const before = goesOn ? `${open.texts.get(at.position) ?? ''}\n` : '';
    open.isJoined ||= goesOn;
    open.texts.set(at.position, `${before}${text}`.trim());
  }
  close();
  return rows;
}

/** The cells of a row that no form has taken. */
function withoutTaken(row: GridRow, isTaken: (cell: GridCell) => boolean): GridRow {
  return { ...row, cells: row.cells.filter((cell) => !isTaken(cell)) };
}

function recutRun(templates: readonly FormTemplate[], rows: readonly GridRow[]): readonly GridRow[] {
  const { pieces, rowOf } = piecesOf(rows);
  if (pieces.length < LEAST_PIECES) return rows;
  const able = templates.filter((template) => mayHoldForm(template, rows, LEAST_COVERAGE));
  if (able.length === 0) return rows;
  const sources = rowOf.map((index) => rows[index]).filter((row) => row !== undefined);
  const taken = new Map<GridRow, Set<number>>();
  const startingAt = new Map<GridRow, GridRow[][]>();
  const chosen = chooseCourses(able, pieces).sort((a, b) => startOf(a) - startOf(b));
  for (const candidate of chosen) {
    for (const { index } of candidate.course.pieces) {
      const source = sources[index];
      if (source) taken.set(source, (taken.get(source) ?? new Set()).add(pieces[index]?.column ?? 0));
    }
    const first = sources[startOf(candidate)];
    if (first) startingAt.set(first, [...(startingAt.get(first) ?? []), rowsOf(candidate, pieces, sources)]);
  }
  return rows.flatMap((row) => {
    const own = taken.get(row);
    if (own === undefined) return [row];
    const left = withoutTaken(row, ({ column, text }) => own.has(column) || text.trim() === '');
    return [...(left.cells.length > 0 ? [left] : []), ...(startingAt.get(row) ?? []).flat()];
  });
}

const startOf = ({ course }: Candidate): number => course.pieces[0]?.index ?? 0;

/** The rows with those cut anew whose ends are not known; all others stay. */
export function recutRows(templates: readonly FormTemplate[], rows: readonly GridRow[]): GridRow[] {
  const recut: GridRow[] = [];
  let run: GridRow[] = [];
  const flush = (): void => {
    for (const row of recutRun(templates, run)) recut.push(row);
    run = [];
  };
  for (const row of rows) {
    if (row.blanksBefore === undefined) {
      flush();
      recut.push(row);
    } else run.push(row);
  }
  flush();
  return recut;
}

/** What is to be said of a form some of whose rows were cut anew. */
export function recutNotes(rows: readonly GridRow[]): ImportNote[] {
  const first = rows.find(({ recut }) => recut !== undefined);
  const message = '原文一行一格，没有标明各行从哪里分开，已按表样重新分行，请对照原文核对';
  return first === undefined ? [] : [{ path: '', message, place: first.place ?? '' }];
}
