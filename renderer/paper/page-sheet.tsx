import type { CSSProperties } from 'react';
import { isBoundTo } from '../../shared/paper/cell-style.ts';
import type { PageRow } from '../../shared/paper/compose-page.ts';
import type { Orientation } from '../../shared/paper/geometry.ts';
import { PageRowView, type PaperNote } from './page-row-view.tsx';

/** What can be shown on the rows of paper beside their text. */
export interface PaperMarks {
  readonly markedPath?: string | null | undefined;
  readonly notes?: readonly PaperNote[] | undefined;
  readonly showStamp?: boolean | undefined;
}

interface PageSheetProps extends PaperMarks {
  readonly rows: readonly PageRow[];
  readonly columnWidths: readonly number[];
  readonly orientation: Orientation;
  /** Of the section, from 1. */
  readonly number: number;
  /** The page number as it is printed; null where none is. */
  readonly foot: string | null;
  readonly outlineLevel: number;
  readonly style?: CSSProperties | undefined;
}

const NO_NOTES: readonly PaperNote[] = [];

const rowKey = ({ part }: PageRow): string => `${part.isRepeat ? 'again' : ''}${part.row}-${part.fromLine}`;

/** Neighbouring rows of the same kind: what is outside the ruled table and what is inside are tables of their own. */
function runsOf(rows: readonly PageRow[]): PageRow[][] {
  const runs: PageRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.source.kind === row.source.kind) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** True for a page that begins with running text or a new part of a document: no table goes on there. */
function beginsWithText(rows: readonly PageRow[]): boolean {
  return rows[0]?.source.kind === 'line';
}

const hasPath = (row: PageRow, path: string): boolean =>
  row.cells.some(({ cell }) => cell.bind !== undefined && isBoundTo(cell.bind, path));

/** One sheet of paper with its part of a form, `续表` where a table goes on, and the page's number. */
export function PageSheet({
  rows,
  columnWidths,
  orientation,
  number,
  foot,
  outlineLevel,
  style,
  ...marks
}: PageSheetProps) {
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  const columns = columnWidths.map((width, column) => ({ column, width: `${(width / total) * 100}%` }));
  const { markedPath = null, notes = NO_NOTES, showStamp = false } = marks;
  return (
    <div className={`paper-page paper-${orientation}`} style={style}>
      <div className="paper-body">
        {number > 1 && !beginsWithText(rows) && <div className="paper-continued">续表</div>}
        {runsOf(rows).map((run) => (
          <table
            key={run[0] && rowKey(run[0])}
            className={`paper-table ${run[0]?.source.kind === 'table' ? 'paper-ruled' : 'paper-plain'}`}
          >
            <colgroup>
              {columns.map(({ column, width }) => (
                <col key={column} style={{ width }} />
              ))}
            </colgroup>
            <tbody>
              {run.map((row) => {
                const own = notes.length === 0 ? notes : notes.filter((note) => hasPath(row, note.path));
                return (
                  <PageRowView
                    key={rowKey(row)}
                    row={row}
                    markedPath={markedPath !== null && hasPath(row, markedPath) ? markedPath : null}
                    notes={own.length === 0 ? NO_NOTES : own}
                    outlineLevel={outlineLevel}
                    hasStamp={showStamp && row.source.hasStamp === true && !row.part.isRepeat}
                  />
                );
              })}
            </tbody>
          </table>
        ))}
      </div>
      {foot !== null && <div className="paper-foot">{foot}</div>}
    </div>
  );
}
