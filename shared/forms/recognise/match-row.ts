import { parseTarget } from '../../domain/target.ts';
import type { GridRow } from '../../grid/grid.ts';
import { isWithinEdits, normaliseLabel, tolerantPattern } from '../../grid/normalise.ts';
import { lineNumberOf } from '../printed-lines.ts';
import { isNoAmount, statedAmount } from './amount-unit.ts';
import type { FormTemplate, LabelCell, PatternCell, TemplateCell, TemplateRow, ValueCell } from './form-template.ts';

/**
 * One row of a source held against one row of a form. The cells of both are aligned in order so that the sum of
 * how well each pair fits is greatest; what is shifted, missing or too much costs a little, never everything.
 */

/** A cell of the source that holds text. */
export interface SourceCell {
  readonly text: string;
  readonly normalised: string;
  readonly column: number;
  readonly columnSpan: number;
}

/** How a source cell was taken: word for word, nearly, or label and value in one cell. */
export type Manner = 'exact' | 'near' | 'combined';

export interface Assignment {
  readonly cell: TemplateCell;
  readonly source: SourceCell;
  readonly manner: Manner;
  /** The label that stood in the same cell, with `combined`. */
  readonly label: LabelCell | null;
  /** The text that belongs to the cell; with `combined` only the part after the label. */
  readonly text: string;
}

export interface RowMatch {
  readonly score: number;
  readonly assignments: readonly Assignment[];
  readonly left: readonly SourceCell[];
}

/** Which source column a template column is expected in. */
export type ColumnMap = (templateColumn: number) => number;

const MISSING_LABEL = -1.2;
const MISSING_PATTERN = -0.6;
const LEFT_OVER = -1.2;
/** The same words once more say nothing, but may be meant for the next cell. */
const REPEATED = -0.05;
/** Worse than leaving a text over. */
const NEVER = -10;
/** What a person said about a column weighs more than anything the text looks like. */
const TAUGHT = 5;
const IMPOSSIBLE = Number.NEGATIVE_INFINITY;
/** A row of more cells than this is no row of a form; the rest is left over. */
const MOST_CELLS = 64;

/** What converters write before a heading (`## 年度目标`). */
const HEADING_MARK = /^#{1,6}\s+(?=\S)/u;

/** Every definition, and every step of reading, looks at the same cells again. */
const knownCells = new WeakMap<GridRow, readonly SourceCell[]>();

/** The cells of a row that hold text. */
export function sourceCells(row: GridRow): readonly SourceCell[] {
  const known = knownCells.get(row);
  if (known !== undefined) return known;
  const cells = row.cells
    .filter((cell) => cell.text.trim() !== '')
    .slice(0, MOST_CELLS)
    .map(({ text, column, columnSpan }) => {
      const own = row.kind === 'line' ? text.trim().replace(HEADING_MARK, '') : text.trim();
      return { text: own, normalised: normaliseLabel(own), column, columnSpan };
    });
  knownCells.set(row, cells);
  return cells;
}

/** True for words that stand in the next cell as well: what a converter makes of a merged cell. */
export function isRepeated(cells: readonly SourceCell[], index: number): boolean {
  const cell = cells[index];
  return cell !== undefined && cells[index - 1]?.normalised === cell.normalised && /\p{L}/u.test(cell.normalised);
}

/** The text of a row that is all there is in it, in one cell or in each of them; `""` for any other row. */
export function ownLine(row: GridRow): string {
  const cells = sourceCells(row);
  for (let index = 1; index < cells.length; index += 1) if (!isRepeated(cells, index)) return '';
  return cells[0]?.text ?? '';
}

/** True for a line that documents have after the form (`第二部分`). */
export function isLineAfterForm(template: FormTemplate, row: GridRow): boolean {
  if (template.endsBefore.size === 0) return false;
  return template.endsBefore.has(normaliseLabel(row.cells.map((cell) => cell.text).join('')));
}

/** A text this long runs over the empty cells beside it. */
const SHORTEST_OVERFLOW = 16;

/**
 * True for a row that text which runs on may go on with: a paragraph, the one cell of a row merged over several
 * columns, or a long text in one of several cells with nothing beside it.
 */
export function isParagraphRow(template: FormTemplate, row: GridRow): boolean {
  const [first] = row.cells;
  if (first === undefined) return false;
  const isAlone = row.cells.length === 1;
  const isOne = row.kind === 'line' || (isAlone ? first.columnSpan > 1 : ownLine(row).length >= SHORTEST_OVERFLOW);
  return isOne && !isLineAfterForm(template, row);
}

/** 2 when the text is the label word for word, 1 when nearly (a slip, OCR noise), 0 otherwise. */
export function labelFit(template: FormTemplate, cell: LabelCell, normalised: string): 0 | 1 | 2 {
  if (cell.texts.includes(normalised)) return 2;
  if (cell.isTitle && cell.texts.some((text) => endsWithTitle(normalised, text))) return 1;
  if (normalised.length > 20 || template.allLabels.has(normalised)) return 0;
  const isNear = cell.texts.some((text) => {
    const limit = text.length >= 8 ? 2 : text.length >= 4 ? 1 : 0;
    // Most labels are told apart by their length alone, and every text is held against every label.
    if (limit === 0 || Math.abs(text.length - normalised.length) > limit) return false;
    // A number behind a heading is its page in a table of contents, no slip.
    if (normalised.startsWith(text) && /^[.…·]*\d+$/u.test(normalised.slice(text.length))) return false;
    return isWithinEdits(text, normalised, limit);
  });
  return isNear ? 1 : 0;
}

/** Whether a text is one of some titles word for word, but for what may stand in front of one. */
export function isTitleText(titles: readonly string[], normalised: string): boolean {
  return titles.some((text) => text === normalised || endsWithTitle(normalised, text));
}

const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 60;
/** What stands in front of a title: a number, a unit, a year. */
const BEFORE_TITLE = /(?:\d|年|年度|表|局|委|院|校|部门|单位|中心|政府|办公室|[:：、.])$/u;

/** `2025年部门收支总表`, `表1收支总表`. */
function endsWithTitle(normalised: string, title: string): boolean {
  if (title.length < SHORTEST_TITLE || normalised.length > LONGEST_TITLE || !normalised.endsWith(title)) return false;
  return BEFORE_TITLE.test(normalised.slice(0, -title.length));
}

/** The text after the label where a cell holds both (`项目名称：…`); undefined where it does not. */
export function afterLabel(cell: LabelCell, source: SourceCell): string | undefined {
  for (const text of cell.texts) {
    if (!source.normalised.startsWith(text) || source.normalised.length === text.length) continue;
    const match = new RegExp(`^\\s*${tolerantPattern(text)}\\s*(?:[:：]|\\n)\\s*([\\s\\S]+)$`, 'iu').exec(source.text);
    if (match?.[1] !== undefined) return match[1].trim();
  }
  return undefined;
}

/** So much white space says no more than one space; the patterns would try every part of it against every other. */
const BLANK_STRETCH = /\s{50,}/gu;

/** The values of a pattern's fields in a text as they stand there, or undefined where it does not match. */
export function patternValues(
  cell: PatternCell,
  text: string,
): { readonly weight: number; readonly values: ReadonlyMap<string, string> } | undefined {
  const searched = text.replace(BLANK_STRETCH, ' ');
  for (const variant of cell.variants) {
    const match = variant.pattern.exec(searched);
    if (!match) continue;
    const values = variant.fields.map((field, index): [string, string] => [field, (match[index + 1] ?? '').trim()]);
    return { weight: variant.weight, values: new Map(values) };
  }
  return undefined;
}

/** The name a category is known by, if the text is one; with or without its closing 指标. */
export function categoryName(cell: ValueCell, normalised: string): string | undefined {
  return cell.names?.get(normalised) ?? cell.names?.get(normalised.replace(/指标$/u, ''));
}

/** A sign, or the word that says the target is words. */
function isOperator(normalised: string): boolean {
  return /^(?:[=≥≤><]|>=|<=|文字描述)$/u.test(normalised);
}

/** Three digits for the class, two for each level below. */
export function isSubjectCode(normalised: string): boolean {
  return /^\d{3}(?:\d\d){0,3}$/u.test(normalised);
}

function typeFit(cell: ValueCell, source: SourceCell): number {
  const number = lineNumberOf(cell.id);
  if (number !== undefined) {
    if (!/^\d{1,3}$/u.test(source.normalised)) return NEVER;
    return number === source.normalised ? 2 : 0.6;
  }
  switch (cell.type) {
    case 'amount':
      if (!/\p{Nd}/u.test(source.text)) return isNoAmount(source.text) ? 1 : -0.5;
      return statedAmount(source.text) === undefined ? 0.5 : 1.5;
    case 'category':
      if (cell.names === null) return 1;
      return categoryName(cell, source.normalised) === undefined ? -1.5 : 3;
    case 'target':
      if (parseTarget(source.text).kind === 'measure') return 2;
      return source.text.length <= 12 ? 0.9 : 0.3;
    case 'period':
      return /\d|年/u.test(source.text) ? 1.5 : 0.5;
    case 'operator':
      return isOperator(source.normalised) ? 2 : -0.5;
    case 'figure':
      return /^[\d.,%]+$/u.test(source.normalised) ? 1.5 : 0.5;
    case 'code':
      return isSubjectCode(source.normalised) ? 2.5 : -1.5;
    case 'text':
    case 'longText':
    case 'paragraphs':
      return 1.3;
  }
}

function valueFit(
  template: FormTemplate,
  row: TemplateRow,
  cell: ValueCell,
  source: SourceCell,
  columnMap: ColumnMap,
): number {
  let fit = typeFit(cell, source);
  if (row.repeat.length === 0 && template.allLabels.has(source.normalised)) fit -= 2;
  if (row.repeat.length > 0 && cell.names === null) {
    const isOtherName = row.cells.some(
      (other) => other.kind === 'value' && categoryName(other, source.normalised) !== undefined,
    );
    if (isOtherName) fit -= 1;
    if (source.columnSpan >= template.columnCount && template.columnCount > 1) fit -= 3;
  }
  if (isOtherTable(row, cell, source, columnMap)) fit -= 1.5;
  if (cell.type === 'text' && isAmongAmounts(row, source)) fit -= 1;
  const distance = Math.abs(columnMap(cell.column) - source.column);
  if (cell.taughtColumn !== undefined) return distance === 0 ? TAUGHT : fit - TAUGHT;
  return fit + (distance === 0 ? 0.6 : -0.15 * Math.min(distance, 4));
}

/** True for an amount in a row that has places for amounts: no words of it. */
function isAmongAmounts(row: TemplateRow, source: SourceCell): boolean {
  return (
    /^-?[\d,]+\.\d+$/u.test(source.normalised) &&
    row.repeat.length > 0 &&
    row.cells.some((other) => other.kind === 'value' && other.type === 'amount')
  );
}

/** True where the source stands in the column of a table beside the cell's: it is hardly a matter of shifted cells. */
function isOtherTable(row: TemplateRow, cell: ValueCell, source: SourceCell, columnMap: ColumnMap): boolean {
  return (
    row.repeat.length > 1 &&
    row.cells.some(
      (other) => other.kind === 'value' && other.table !== cell.table && columnMap(other.column) === source.column,
    )
  );
}

/** How well a text fits a cell of a form; minus infinity where it cannot be that cell. */
export function pairFit(
  template: FormTemplate,
  row: TemplateRow,
  cell: TemplateCell,
  source: SourceCell,
  columnMap: ColumnMap,
): number {
  if (cell.kind === 'value') return valueFit(template, row, cell, source, columnMap);
  if (cell.kind === 'label') {
    const fit = labelFit(template, cell, source.normalised);
    return fit === 2 ? 4 : fit === 1 ? 2.5 : IMPOSSIBLE;
  }
  const found = patternValues(cell, source.text);
  return found === undefined ? IMPOSSIBLE : Math.min(4, 1 + found.weight * 0.5);
}

function missingCost(cell: TemplateCell): number {
  if (cell.kind === 'value') return 0;
  if (cell.kind === 'pattern') return MISSING_PATTERN;
  return cell.isOptional ? 0 : MISSING_LABEL;
}

type Step = 'start' | 'skipCell' | 'skipSource' | 'pair' | 'combined';

/** Whether a label is what stands in a cell, or what its text begins with. */
export function isLabelled(template: FormTemplate, cell: LabelCell, source: SourceCell): boolean {
  return labelFit(template, cell, source.normalised) > 0 || afterLabel(cell, source) !== undefined;
}

/** Whether any label or pattern of the row is in the source at all: a cheap look before the alignment. */
export function hasAnyLabel(template: FormTemplate, row: TemplateRow, sources: readonly SourceCell[]): boolean {
  return row.cells.some((cell) => {
    if (cell.kind === 'value') return false;
    return sources.some((source) =>
      cell.kind === 'label' ? isLabelled(template, cell, source) : patternValues(cell, source.text) !== undefined,
    );
  });
}

/** Aligns the cells of one source row with one row of a form. */
export function matchRow(
  template: FormTemplate,
  row: TemplateRow,
  sources: readonly SourceCell[],
  columnMap: ColumnMap = (column) => column,
): RowMatch {
  const { cells } = row;
  const width = cells.length + 1;
  const scores: number[] = new Array((sources.length + 1) * width).fill(IMPOSSIBLE);
  const steps: Step[] = new Array(scores.length).fill('start');
  scores[0] = 0;
  // Where there is a place for every text, the same words twice are two answers.
  const mayRepeat = sources.length > cells.length;
  const leftOver = sources.map((_, index) => (mayRepeat && isRepeated(sources, index) ? REPEATED : LEFT_OVER));
  const reach = (index: number, score: number, step: Step): void => {
    if (score > (scores[index] ?? IMPOSSIBLE)) {
      scores[index] = score;
      steps[index] = step;
    }
  };
  for (let i = 0; i <= sources.length; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const here = scores[i * width + j] ?? IMPOSSIBLE;
      if (here === IMPOSSIBLE) continue;
      const cell = cells[j];
      const source = sources[i];
      if (cell) reach(i * width + j + 1, here + missingCost(cell), 'skipCell');
      if (source) reach((i + 1) * width + j, here + (leftOver[i] ?? LEFT_OVER), 'skipSource');
      if (!cell || !source) continue;
      reach((i + 1) * width + j + 1, here + pairFit(template, row, cell, source, columnMap), 'pair');
      if (cell.kind === 'label' && cells[j + 1]?.kind === 'value' && afterLabel(cell, source) !== undefined) {
        reach((i + 1) * width + j + 2, here + 4.5, 'combined');
      }
    }
  }
  return traceBack(template, cells, sources, scores, steps);
}

function traceBack(
  template: FormTemplate,
  cells: readonly TemplateCell[],
  sources: readonly SourceCell[],
  scores: readonly number[],
  steps: readonly Step[],
): RowMatch {
  const width = cells.length + 1;
  const assignments: Assignment[] = [];
  const left: SourceCell[] = [];
  let i = sources.length;
  let j = cells.length;
  while (i > 0 || j > 0) {
    const step = steps[i * width + j];
    const source = sources[i - 1];
    const cell = cells[j - 1];
    if (step === 'skipCell') j -= 1;
    else if (step === 'skipSource' && source) {
      left.unshift(source);
      i -= 1;
    } else if (step === 'pair' && source && cell) {
      const isNear = cell.kind === 'label' && labelFit(template, cell, source.normalised) === 1;
      assignments.unshift({ cell, source, manner: isNear ? 'near' : 'exact', label: null, text: source.text });
      i -= 1;
      j -= 1;
    } else if (step === 'combined' && source && cell) {
      const label = cells[j - 2];
      if (label?.kind !== 'label') break;
      assignments.unshift({ cell, source, manner: 'combined', label, text: afterLabel(label, source) ?? '' });
      i -= 1;
      j -= 2;
    } else break;
  }
  return { score: scores[sources.length * width + cells.length] ?? IMPOSSIBLE, assignments, left };
}
