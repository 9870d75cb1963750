import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Grid, GridCell } from '../../shared/grid/grid.ts';
import { type CellLook, composePages, type PageRow } from '../../shared/paper/compose-page.ts';
import { estimateGridLines } from '../../shared/paper/estimate-lines.ts';
import type { Orientation } from '../../shared/paper/geometry.ts';
import { fitPlan, hasSplitRows, onePagePlan, type PagePlan, paginate } from '../../shared/paper/paginate.ts';
import { type CellLines, measureRows, pageRoom } from '../../shared/paper/row-measures.ts';
import { windowClock } from '../timing/clock.ts';
import { Pace } from '../timing/pace.ts';
import { cellKey, type LineOffsets, measureLines, measureOffsets } from './measure-lines.ts';

/** Pages are cut anew once nobody types any more: measuring a long form takes longer than a frame. */
const PACE = { pauseMs: 500, longestMs: 15_000 };

interface SectionLayout {
  readonly plan: readonly PagePlan[];
  readonly rowCount: number;
  readonly lines: CellLines;
  readonly offsets: LineOffsets;
}

const unmeasured = (rowCount: number, lines: CellLines): SectionLayout => ({
  plan: onePagePlan(rowCount),
  rowCount,
  lines,
  offsets: new Map(),
});

/** Pages as estimated. With rows to split all rows are on one page: they have to be whole to be measured. */
function guess(grid: Grid, orientation: Orientation): SectionLayout {
  const lines = estimateGridLines(grid, orientation);
  const { rows, spans } = measureRows(grid, lines);
  const plan = paginate(rows, spans, pageRoom(orientation));
  return hasSplitRows(plan)
    ? unmeasured(rows.length, lines)
    : { plan, rowCount: rows.length, lines, offsets: new Map() };
}

/** How cells look under a layout; a layout of an earlier state of the grid is used as far as it goes. */
function lookOf(grid: Grid, layout: SectionLayout): CellLook {
  return {
    textOf: (cell, row, part) => {
      if (part.fromLine === 0 && part.toLine === Number.POSITIVE_INFINITY) return cell.text;
      const starts = layout.offsets.get(cellKey(row, cell.column));
      if (!starts) return cell.text;
      return cell.text.slice(
        part.fromLine === 0 ? 0 : (starts.get(part.fromLine) ?? 0),
        part.toLine === Number.POSITIVE_INFINITY ? undefined : starts.get(part.toLine),
      );
    },
    isLong: (cell: GridCell, row: number) =>
      (layout.lines[row]?.[grid.rows[row]?.cells.indexOf(cell) ?? -1] ?? 0) > 1 || cell.text.includes('\n'),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Cuts one form into pages by measuring its rows where they stand. The first cut happens before anything is painted;
 * later ones follow a change after a moment.
 * @param root the element that holds the form's pages
 * @param scale by how much the pages are drawn larger than life
 */
export function useSectionLayout(
  grid: Grid,
  orientation: Orientation,
  scale: number,
  root: RefObject<HTMLElement | null>,
): readonly (readonly PageRow[])[] {
  const [layout, setLayout] = useState(() => guess(grid, orientation));
  const isStale = layout.rowCount !== grid.rows.length;
  const plan = useMemo(
    () => (isStale ? fitPlan(layout.plan, grid.rows.length) : layout.plan),
    [isStale, layout.plan, grid.rows.length],
  );
  const pages = useMemo(() => composePages(grid, plan, lookOf(grid, layout)), [grid, plan, layout]);
  const shown = useRef({ grid, plan, pages, scale, layout, orientation });
  useLayoutEffect(() => {
    shown.current = { grid, plan, pages, scale, layout, orientation };
  });

  const measured = useRef<Grid>(null);
  const cut = useCallback(() => {
    const element = root.current;
    if (!element) return;
    if (hasSplitRows(shown.current.plan)) {
      // A split text breaks its lines anew in each part; only whole rows tell the truth.
      flushSync(() => setLayout(unmeasured(shown.current.grid.rows.length, shown.current.layout.lines)));
    }
    const now = shown.current;
    measured.current = now.grid;
    const lines = measureLines(element, now.pages, now.scale);
    const { rows, spans } = measureRows(now.grid, lines);
    const next = paginate(rows, spans, pageRoom(now.orientation));
    const splits = next.flat().filter((part) => part.fromLine > 0);
    const offsets = splits.length === 0 ? new Map() : measureOffsets(element, now.pages, now.scale, splits);
    if (splits.length === 0 && isSame(next, now.plan) && isSame(lines, now.layout.lines)) return;
    setLayout({ plan: next, rowCount: rows.length, lines, offsets });
  }, [root]);

  useLayoutEffect(() => {
    cut();
  }, [cut]);
  const pace = useMemo(() => new Pace(cut, PACE, windowClock), [cut]);
  useEffect(() => {
    if (measured.current !== grid) pace.touch();
  }, [pace, grid]);
  useEffect(() => () => pace.stop(), [pace]);
  useEffect(() => {
    document.fonts.addEventListener('loadingdone', cut);
    return () => document.fonts.removeEventListener('loadingdone', cut);
  }, [cut]);
  return pages;
}
