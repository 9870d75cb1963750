import { type FlatCell, FlatCells, type Way } from './flat-cells.ts';
import type { FormTemplate, TemplateCell } from './form-template.ts';
import { afterLabel, pairFit, type SourceCell } from './match-row.ts';

/**
 * Text of which only the order of the cells is known: the most likely course through the cells of a form, row by row,
 * as often as the form occurs (dynamic programming, as `findForms` does with whole rows). A text is the next cell, or
 * one further on, or goes on with the cell before, or belongs to none.
 */

/** A text that may be a cell, or a part of one. */
export interface Piece extends SourceCell {
  /** Blank lines between it and the piece before. */
  readonly blanksBefore: number;
  /** True where the source says that it stands outside of tables. */
  readonly isLine: boolean;
}

/** How blank lines are meant: whether empty cells have left one each, and whether rows are parted by one. */
export interface Manners {
  readonly keepsBlanks: boolean;
  readonly partsRows: boolean;
}

/** What a piece was taken for. */
export interface PlacedPiece {
  readonly index: number;
  /** Null where it belongs to no cell. */
  readonly at: FlatCell | null;
  /** True where it goes on with the piece before it in the same cell. */
  readonly goesOn: boolean;
  readonly isNewRow: boolean;
}

export interface FoundCourse {
  /** What its labels and known categories say for it; plain texts fit anywhere. */
  readonly evidence: number;
  /** Labels found of all labels of the form, 0 to 1. */
  readonly coverage: number;
  readonly pieces: readonly PlacedPiece[];
}

const asItIs = (column: number): number => column;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
const NEW_FORM = 2;
/** A label and its value in one text; the way to the value counts the label as missing. */
const COMBINED = 5.7;
const LOOSE = 1;
/** States worse than the best by more than this are given up. */
const BEAM = 10;
/** A way that costs more is never taken. */
const MOST_COST = 14;
/** For every blank line more or less than there should be. */
const OTHER_BLANKS = 0.3;
const MOST_OTHER_BLANKS = 3;
const BROKEN_ROW = 4;
/** A blank line between two cells that stand side by side. */
const TORN_ROW = 1;
/** A cell that is passed by where the source keeps no blanks. */
const PASSED_VALUE = 0.1;
const RUN_ON = 0.01;
const GOES_ON = 0.8;
const GOES_ON_SHORT = 1.6;
const GOES_ON_AFTER_BLANK = 0.8;
/** A label hardly goes on with a text, and is hardly a value. */
const IS_LABEL = 3;
const LABEL_AS_VALUE = 2;
/** Texts this long are seldom cells of a repeated row, and what follows them even less. */
const LONGEST_CELL = 60;
const PARAGRAPH_AS_VALUE = 2.5;
/** A text outside of tables is hardly a cell of one. */
const OTHER_KIND = 2;

/** Where a step of the course came from. */
interface Origin {
  readonly state: number;
  readonly manner: 'cell' | 'goesOn' | 'loose';
  readonly isNewRow: boolean;
  readonly isStart: boolean;
  readonly score: number;
}

function blankCost(way: Way, blanks: number, manners: Manners): number {
  if (way.isFree) return 0;
  const parted = way.isNewRow && manners.partsRows ? 1 : 0;
  // Where blank lines part the rows, there is one at every row's end.
  const broken = blanks < parted ? BROKEN_ROW : 0;
  if (!manners.keepsBlanks) return broken + (!way.isNewRow && blanks > 0 ? TORN_ROW : 0) + way.values * PASSED_VALUE;
  const other = Math.max(way.least + parted - blanks, blanks - way.most - parted, 0);
  const torn = !way.isNewRow && way.most === 0 && blanks > 0 ? TORN_ROW : 0;
  return broken + torn + Math.min(other, MOST_OTHER_BLANKS) * OTHER_BLANKS;
}

/** Cost of a text that goes on with a cell. */
function goOnCost(template: FormTemplate, at: FlatCell, piece: Piece): number {
  if (at.row.isParagraphs || at.row.runsOnWith !== null || at.row.itemRunsOnWith !== null) return RUN_ON;
  const { cell } = at;
  const isText = cell.kind === 'value' && (cell.type === 'text' || cell.type === 'longText');
  let cost = isText ? GOES_ON : GOES_ON_SHORT;
  if (cell.kind === 'value' && cell.type === 'longText') cost /= 2;
  if (piece.blanksBefore > 0) cost += GOES_ON_AFTER_BLANK;
  if (template.allLabels.has(piece.normalised)) cost += IS_LABEL;
  return cost;
}

/** The courses of one form through some pieces. */
class CourseFinder {
  readonly #template: FormTemplate;
  readonly #flat: FlatCells;
  readonly #outside: number;
  /** The cells a form may begin with. */
  readonly #starts: readonly number[];
  readonly #hasTables: boolean;
  /** By text, and by whether it stands in a table. */
  readonly #fits = new Map<string, readonly number[]>();

  constructor(template: FormTemplate, pieces: readonly Piece[]) {
    this.#template = template;
    this.#flat = new FlatCells(template);
    this.#outside = this.#flat.cells.length;
    this.#starts = this.#flat.cells.flatMap((at, index) =>
      at.row.repeat.length === 0 && at.cell.kind !== 'value' && isCounted(at.cell, at) ? [index] : [],
    );
    this.#hasTables = pieces.some(({ isLine }) => !isLine);
  }

  find(pieces: readonly Piece[], manners: Manners, isElsewhere: (index: number) => boolean): FoundCourse[] {
    let scores = new Map<number, number>([[this.#outside, 0]]);
    const origins: Map<number, Origin>[] = [];
    for (const [index, piece] of pieces.entries()) {
      const from = this.#step(scores, piece, manners, isElsewhere(index));
      let best = IMPOSSIBLE;
      for (const { score } of from.values()) best = Math.max(best, score);
      scores = new Map();
      for (const [state, { score }] of from) {
        if (state === this.#outside || score >= best - BEAM) scores.set(state, score);
        else from.delete(state);
      }
      origins.push(from);
    }
    let last = this.#outside;
    let best = scores.get(last) ?? 0;
    for (const [state, score] of scores) {
      const ended = score - this.#endCost(state);
      if (ended > best) {
        best = ended;
        last = state;
      }
    }
    return this.#trace(pieces, origins, last);
  }

  #endCost(state: number): number {
    const at = this.#flat.cells[state];
    return at === undefined ? 0 : this.#flat.endCost(at);
  }

  #step(scores: ReadonlyMap<number, number>, piece: Piece, manners: Manners, ends: boolean): Map<number, Origin> {
    const next = new Map<number, Origin>();
    const offer = (to: number, origin: Origin): void => {
      if (origin.score > (next.get(to)?.score ?? IMPOSSIBLE)) next.set(to, origin);
    };
    for (const [state, score] of scores) {
      const leave = score - this.#endCost(state);
      offer(this.#outside, { state, manner: 'loose', isNewRow: false, isStart: false, score: leave });
      const at = this.#flat.cells[state];
      if (!at || ends) continue;
      offer(state, { state, manner: 'loose', isNewRow: false, isStart: false, score: score - LOOSE });
      const goOn = score - goOnCost(this.#template, at, piece) - this.#kindCost(at, piece);
      offer(state, { state, manner: 'goesOn', isNewRow: false, isStart: false, score: goOn });
    }
    const leave = next.get(this.#outside);
    if (!leave || ends) return next;
    const fits = this.#fitsOf(piece);
    for (const [state, score] of scores) {
      if (state === this.#outside) continue;
      for (const way of this.#flat.waysFrom(state, MOST_COST)) {
        const gained = score + (fits[way.to] ?? IMPOSSIBLE) - way.cost - blankCost(way, piece.blanksBefore, manners);
        if (gained <= (next.get(way.to)?.score ?? IMPOSSIBLE)) continue;
        next.set(way.to, { state, manner: 'cell', isNewRow: way.isNewRow, isStart: false, score: gained });
      }
    }
    for (const to of this.#starts) {
      const target = this.#flat.cells[to];
      if (!target || fits[to] === undefined) continue;
      const started = leave.score + fits[to] - NEW_FORM - this.#flat.startCost(target);
      offer(to, { state: leave.state, manner: 'cell', isNewRow: true, isStart: true, score: started });
    }
    return next;
  }

  #kindCost({ row }: FlatCell, piece: Piece): number {
    return this.#hasTables && (row.kind === 'line') !== piece.isLine ? OTHER_KIND : 0;
  }

  /** How well a piece fits each cell; a cell that holds its label as well ends with its value. */
  #fitsOf(piece: Piece): readonly number[] {
    const key = `${piece.isLine} ${piece.text}`;
    const known = this.#fits.get(key);
    if (known !== undefined) return known;
    const isLabel = this.#template.allLabels.has(piece.normalised);
    const fits = this.#flat.cells.map((at, index) => {
      const { cell, row } = at;
      if (this.#labelIn(index, piece) !== undefined) return COMBINED;
      const fit =
        pairFit(this.#template, row, cell, { ...piece, column: cell.column }, asItIs) - this.#kindCost(at, piece);
      if (cell.kind !== 'value' || row.repeat.length === 0) return fit;
      const isParagraph = cell.type !== 'longText' && piece.text.length > LONGEST_CELL;
      return fit - (isLabel ? LABEL_AS_VALUE : 0) - (isParagraph ? PARAGRAPH_AS_VALUE : 0);
    });
    this.#fits.set(key, fits);
    return fits;
  }

  /** The label of a value that stands in the same text. */
  #labelIn(index: number, piece: Piece): TemplateCell | undefined {
    const at = this.#flat.cells[index];
    const before = this.#flat.cells[index - 1];
    if (at?.cell.kind !== 'value' || before?.row !== at.row || before.cell.kind !== 'label') return undefined;
    return afterLabel(before.cell, piece) === undefined ? undefined : before.cell;
  }

  #trace(pieces: readonly Piece[], origins: readonly ReadonlyMap<number, Origin>[], last: number): FoundCourse[] {
    const courses: FoundCourse[] = [];
    const labels = new Set<TemplateCell>();
    let placed: PlacedPiece[] = [];
    let evidence = 0;
    let state = last;
    for (let index = pieces.length - 1; index >= 0; index -= 1) {
      const origin = origins[index]?.get(state);
      if (!origin) break;
      const at = this.#flat.cells[state];
      if (at) {
        const { manner, isNewRow } = origin;
        placed.push({ index, at: manner === 'loose' ? null : at, goesOn: manner === 'goesOn', isNewRow });
        const piece = pieces[index];
        const label = at.cell.kind === 'value' ? piece && this.#labelIn(state, piece) : at.cell;
        if (manner === 'cell' && label && isCounted(label, at)) labels.add(label);
        if (manner === 'cell' && (label || isCategory(at))) evidence += 1;
      }
      if (at && origin.isStart) {
        const coverage = this.#template.labelCount === 0 ? 0 : labels.size / this.#template.labelCount;
        courses.push({ evidence, coverage, pieces: trimEnd(placed.reverse()) });
        evidence = 0;
        placed = [];
        labels.clear();
      }
      state = origin.state;
    }
    return courses.reverse();
  }
}

/** True for what is counted among the labels of a form. */
function isCounted(cell: TemplateCell, { row }: FlatCell): boolean {
  return !row.isOptional && !(cell.kind === 'label' && cell.isOptional);
}

function isCategory({ cell }: FlatCell): boolean {
  return cell.kind === 'value' && cell.names !== null;
}

/** A single text without a category is no row of a table where nothing comes after it that is one. */
function isHardlyRow([first, second]: readonly PlacedPiece[]): boolean {
  const at = first?.at;
  return second === undefined && at?.row.kind === 'table' && at.row.repeat.length > 0 && !isCategory(at);
}

/** A course up to the last row that is certainly one of the form. */
function trimEnd(pieces: readonly PlacedPiece[]): readonly PlacedPiece[] {
  let own = pieces;
  while (own.length > 0) {
    own = own.slice(0, own.findLastIndex(({ at }) => at !== null) + 1);
    const start = own.findLastIndex(({ isNewRow }) => isNewRow);
    if (start < 1 || !isHardlyRow(own.slice(start).filter(({ goesOn }) => !goesOn))) break;
    own = own.slice(0, start);
  }
  return own;
}

/**
 * Finds all occurrences of one form in pieces, read in each of some manners.
 * @param isElsewhere whether at a piece, by its index, another form begins for certain
 */
export function findCourses(
  template: FormTemplate,
  pieces: readonly Piece[],
  manners: readonly Manners[],
  isElsewhere: (index: number) => boolean,
): readonly (readonly FoundCourse[])[] {
  const finder = new CourseFinder(template, pieces);
  return manners.map((each) => finder.find(pieces, each, isElsewhere));
}
