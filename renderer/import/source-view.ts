import type { PlacedText, SourceRow } from '../../shared/rpc/import-types.ts';

/** A cell as the source's table draws it; gaps between cells are cells without text. */
export interface SourceCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Its text found no place in the form. */
  readonly isUnplaced: boolean;
}

export interface SourceLine {
  readonly place: string;
  readonly kind: SourceRow['kind'];
  readonly cells: readonly SourceCell[];
}

const plain = (text: string): string => text.replace(/\s/gu, '');

/** Whether two names of places mean the same row: one may be more exact (`第 3 行第 2 列`). */
export function isAtPlace(place: string, rowPlace: string): boolean {
  return place === rowPlace || (rowPlace !== '' && place.startsWith(rowPlace));
}

function isUnplaced(text: string, place: string, unplaced: readonly PlacedText[]): boolean {
  const own = plain(text);
  if (own === '') return false;
  return unplaced.some((left) => isAtPlace(left.place, place) && own.includes(plain(left.text)));
}

/**
 * The rows of a source for drawing: cells that nothing covers from above are filled with empty ones, so that each
 * stands in its column.
 */
export function sourceLines(rows: readonly SourceRow[], unplaced: readonly PlacedText[]): readonly SourceLine[] {
  const coveredUntil: number[] = [];
  return rows.map((row, index) => {
    const cells: SourceCell[] = [];
    let column = 0;
    const fillTo = (end: number) => {
      for (; column < end; column += 1) {
        if ((coveredUntil[column] ?? 0) > index) continue;
        cells.push({ text: '', column, columnSpan: 1, rowSpan: 1, isUnplaced: false });
      }
    };
    for (const cell of row.cells) {
      fillTo(cell.column);
      cells.push({
        text: cell.text,
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        isUnplaced: isUnplaced(cell.text, row.place, unplaced),
      });
      for (let at = cell.column; at < cell.column + cell.columnSpan; at += 1) coveredUntil[at] = index + cell.rowSpan;
      column = Math.max(column, cell.column + cell.columnSpan);
    }
    return { place: row.place, kind: row.kind, cells };
  });
}

/** How many columns the lines reach; at least one. */
export function columnCount(lines: readonly SourceLine[]): number {
  return Math.max(1, ...lines.flatMap(({ cells }) => cells.map((cell) => cell.column + cell.columnSpan)));
}

/** The line a place names; -1 when there is none. */
export function lineAt(lines: readonly SourceLine[], place: string): number {
  return lines.findIndex((line) => line.place !== '' && isAtPlace(place, line.place));
}

/** The line in which a text of the form stands; -1 when none has it whole. */
export function lineOfText(lines: readonly SourceLine[], text: string): number {
  const own = plain(text);
  if (own === '') return -1;
  const holds = (test: (cell: string) => boolean) =>
    lines.findIndex((line) => line.cells.some((cell) => test(plain(cell.text))));
  const exact = holds((cell) => cell === own);
  return exact >= 0 ? exact : holds((cell) => cell.includes(own));
}
