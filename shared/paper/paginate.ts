/**
 * Cutting a laid-out form into pages: arithmetic only. The heights come from whoever can measure (the page's DOM).
 */

/** A row as measured. Merged cells are left out: their text is a `SpanMeasure`. */
export interface RowMeasure {
  /** Height of the row by its own cells, px. */
  readonly heightPx: number;
  /** Lines of its longest cell, their height, and what the row needs beside them (padding). */
  readonly lines: number;
  readonly lineHeightPx: number;
  readonly chromePx: number;
  /** Never the last row on a page: titles, headings, rows of labels only. */
  readonly keepsWithNext: boolean;
  /** Printed again on each page the rows after it run on to. */
  readonly repeatsOnPage: boolean;
  /** Outside the ruled table; ends what headings are repeated for. */
  readonly isLine: boolean;
  /** Running text: it goes over the page's end where it stands. Other rows are only split when taller than a page. */
  readonly flows: boolean;
}

/** A merged cell: the rows it covers together are at least this high, on every page it is on. */
export interface SpanMeasure {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly heightPx: number;
}

/** Room for rows on a form's first page and on the others, px. */
export interface PageRoom {
  readonly firstPx: number;
  readonly nextPx: number;
}

/** A row on a page; a row too tall for a page is there with some of its lines, `toLine` exclusive. */
export interface RowPart {
  readonly row: number;
  readonly fromLine: number;
  /** Infinity for the rest of the row. */
  readonly toLine: number;
  /** True for a heading printed again. */
  readonly isRepeat: boolean;
}

export type PagePlan = readonly RowPart[];

/** Lines of a split row that at least go on a page, where it has as many. */
const MIN_LINES = 3;
/** Headings that take more than this share of a page are not repeated: nothing else would fit. */
const MAX_HEADING_SHARE = 0.5;

const wholeRow = (row: number, isRepeat = false): RowPart => ({
  row,
  fromLine: 0,
  toLine: Number.POSITIVE_INFINITY,
  isRepeat,
});

/** All rows on one page: what is measured, and what is shown until it has been. */
export function onePagePlan(rowCount: number): readonly PagePlan[] {
  return [Array.from({ length: rowCount }, (_, row) => wholeRow(row))];
}

/** Whether some row runs over a page's end. */
export function hasSplitRows(plan: readonly PagePlan[]): boolean {
  return plan.some((page) => page.some((part) => part.fromLine > 0 || part.toLine !== Number.POSITIVE_INFINITY));
}

/**
 * A plan made for other rows, brought to a new number of rows without measuring: good enough to show what is being
 * typed until the form is measured again. Split rows become whole.
 */
export function fitPlan(plan: readonly PagePlan[], rowCount: number): readonly PagePlan[] {
  const pages: RowPart[][] = [];
  let next = 0;
  for (const page of plan) {
    const kept = page
      .filter((part) => part.row < rowCount && part.fromLine === 0)
      .map((part) => wholeRow(part.row, part.isRepeat));
    const own = kept.filter((part) => !part.isRepeat);
    if (own.length === 0) continue;
    next = Math.max(next, (own.at(-1)?.row ?? -1) + 1);
    pages.push(kept);
  }
  const last = pages.at(-1) ?? [];
  if (pages.length === 0) pages.push(last);
  for (; next < rowCount; next += 1) last.push(wholeRow(next));
  return pages;
}

/** Rows that belong on one page: any that keep with the next one, and that one. */
function units(rows: readonly RowMeasure[]): number[][] {
  const result: number[][] = [];
  let unit: number[] = [];
  for (const [index, row] of rows.entries()) {
    unit.push(index);
    if (row.keepsWithNext) continue;
    result.push(unit);
    unit = [];
  }
  if (unit.length > 0) result.push(unit);
  return result;
}

/** The heading rows above a row that go with it to another page. */
function headingsOf(rows: readonly RowMeasure[], index: number): number[] {
  if (rows[index]?.repeatsOnPage || rows[index]?.isLine) return [];
  let last = index - 1;
  while (last >= 0 && !rows[last]?.repeatsOnPage) {
    if (rows[last]?.isLine) return [];
    last -= 1;
  }
  let first = last;
  while (first > 0 && rows[first - 1]?.repeatsOnPage) first -= 1;
  return last < 0 ? [] : Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** Cuts measured rows into pages. */
class Paginator {
  readonly pages: RowPart[][] = [];
  private page: RowPart[] = [];
  private readonly rows: readonly RowMeasure[];
  private readonly spans: readonly SpanMeasure[];
  private readonly room: PageRoom;

  constructor(rows: readonly RowMeasure[], spans: readonly SpanMeasure[], room: PageRoom) {
    this.rows = rows;
    this.spans = innerFirst(spans);
    this.room = room;
    this.pages.push(this.page);
  }

  run(): readonly PagePlan[] {
    for (const unit of units(this.rows)) this.addUnit(unit);
    return this.pages;
  }

  private roomPx(): number {
    return this.pages.length === 1 ? this.room.firstPx : this.room.nextPx;
  }

  private isFresh(): boolean {
    return this.page.every((part) => part.isRepeat);
  }

  private fits(parts: readonly RowPart[]): boolean {
    return stretchedHeightPx([...this.page, ...parts], this.rows, this.spans) <= this.roomPx();
  }

  private startPage(row: number): void {
    this.page = this.repeatedHeadings(row);
    this.pages.push(this.page);
  }

  private repeatedHeadings(row: number): RowPart[] {
    const headings = headingsOf(this.rows, row).map((heading) => wholeRow(heading, true));
    const isTooTall = stretchedHeightPx(headings, this.rows, this.spans) > this.room.nextPx * MAX_HEADING_SHARE;
    return isTooTall ? [] : headings;
  }

  /** Whether a row may be split: running text, or one that alone with its headings is taller than a page. */
  private maySplit(row: number): boolean {
    if (this.rows[row]?.flows) return true;
    const alone = [...this.repeatedHeadings(row), wholeRow(row)];
    return stretchedHeightPx(alone, this.rows, this.spans) > this.room.nextPx;
  }

  private addUnit(unit: readonly number[]): void {
    const last = unit.at(-1);
    const first = unit[0];
    if (last === undefined || first === undefined) return;
    const mayGrow = this.maySplit(last);
    const least = unit.map((row) => (row === last && mayGrow ? this.firstLines(row) : wholeRow(row)));
    if (!this.isFresh() && !this.fits(least)) this.startPage(first);
    for (const row of unit) this.addRow(row);
  }

  private firstLines(row: number): RowPart {
    return { row, fromLine: 0, toLine: Math.min(MIN_LINES, this.rows[row]?.lines ?? 1), isRepeat: false };
  }

  private addRow(row: number): void {
    if (this.fits([wholeRow(row)])) {
      this.page.push(wholeRow(row));
      return;
    }
    if (this.maySplit(row)) {
      this.splitRow(row);
      return;
    }
    if (!this.isFresh()) this.startPage(row);
    this.page.push(wholeRow(row));
  }

  private splitRow(row: number): void {
    const lines = this.rows[row]?.lines ?? 1;
    let fromLine = 0;
    while (fromLine < lines) {
      const rest: RowPart = { row, fromLine, toLine: Number.POSITIVE_INFINITY, isRepeat: false };
      if (this.fits([rest])) {
        this.page.push(rest);
        return;
      }
      const count = this.linesThatFit(row, fromLine);
      if (count < Math.min(MIN_LINES, lines - fromLine) && !this.isFresh()) {
        this.startPage(row);
        continue;
      }
      const toLine = fromLine + Math.max(1, count);
      this.page.push(toLine >= lines ? rest : { ...rest, toLine });
      fromLine = toLine;
      if (fromLine < lines) this.startPage(row);
    }
  }

  private linesThatFit(row: number, fromLine: number): number {
    const lines = this.rows[row]?.lines ?? 1;
    let low = 0;
    let high = lines - fromLine;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.fits([{ row, fromLine, toLine: fromLine + middle, isRepeat: false }])) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function partHeightPx(part: RowPart, row: RowMeasure | undefined): number {
  if (!row) return 0;
  if (part.fromLine === 0 && part.toLine >= row.lines) return row.heightPx;
  return row.chromePx + (Math.min(part.toLine, row.lines) - part.fromLine) * row.lineHeightPx;
}

/** Inner merged cells first: what they add counts for the cells around them. */
function innerFirst(spans: readonly SpanMeasure[]): SpanMeasure[] {
  return [...spans].sort((a, b) => a.lastRow - a.firstRow - (b.lastRow - b.firstRow));
}

/** Height of rows with merged cells stretching those they cover where they are too low. `spans`: inner first. */
function stretchedHeightPx(
  parts: readonly RowPart[],
  rows: readonly RowMeasure[],
  spans: readonly SpanMeasure[],
): number {
  const heights = parts.map((part) => partHeightPx(part, rows[part.row]));
  for (const span of spans) {
    let sum = 0;
    let last = -1;
    for (const [index, part] of parts.entries()) {
      if (part.row < span.firstRow || part.row > span.lastRow) continue;
      sum += heights[index] ?? 0;
      last = index;
    }
    if (last >= 0 && sum < span.heightPx) heights[last] = (heights[last] ?? 0) + span.heightPx - sum;
  }
  return heights.reduce((total, height) => total + height, 0);
}

/** Height of a page with these parts, px. */
export function pageHeightPx(
  parts: readonly RowPart[],
  rows: readonly RowMeasure[],
  spans: readonly SpanMeasure[],
): number {
  return stretchedHeightPx(parts, rows, innerFirst(spans));
}

/**
 * Cuts a form into pages. Rows stay whole and in order; only a row taller than a page is split, at lines. Headings
 * are printed again where their rows run on.
 */
export function paginate(
  rows: readonly RowMeasure[],
  spans: readonly SpanMeasure[],
  room: PageRoom,
): readonly PagePlan[] {
  return new Paginator(rows, spans, room).run();
}
