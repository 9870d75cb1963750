import { type CSSProperties, type ReactElement, type RefObject, useMemo } from 'react';
import { headingPages } from '../../shared/book/headings.ts';
import type { Grid } from '../../shared/grid/grid.ts';
import { type Orientation, PX_PER_MM, pageGeometry } from '../../shared/paper/geometry.ts';
import { withoutOversizedMerges } from '../../shared/paper/prepare-grid.ts';
import { PageSheet, type PaperMarks } from './page-sheet.tsx';
import { useSectionLayout } from './use-section-layout.ts';

/**
 * A sheet drawn larger or smaller than life; its lines never get thinner than a pixel of the screen, or they flicker.
 * It takes as much room as it is seen to have: a transform alone changes nothing of the room around it.
 */
function scaledStyle(scale: number, heightPx: number): CSSProperties {
  const rules = { '--paper-rule': `max(0.5pt, ${1 / scale}px)`, '--paper-frame': `max(1pt, ${1.6 / scale}px)` };
  if (scale === 1) return rules as CSSProperties;
  const room = { marginBottom: (scale - 1) * heightPx };
  return { ...rules, ...room, transform: `scale(${scale})`, transformOrigin: '0 0' } as CSSProperties;
}

/** The room a sheet is given on screen, px. */
export function slotStyle(orientation: Orientation, scale: number): CSSProperties {
  const { widthMm, heightMm } = pageGeometry(orientation);
  return { width: widthMm * PX_PER_MM * scale, minHeight: heightMm * PX_PER_MM * scale };
}

export interface SheetsProps extends PaperMarks {
  readonly grid: Grid;
  readonly orientation: Orientation;
  /** 1 is life-size; null for print, where the sheets are the pages themselves. */
  readonly scale: number | null;
  /** Depth of the title in the outline; 1 unless told. */
  readonly outlineLevel?: number | undefined;
  /** Pages before it in a book; null where a section of a book has no numbers, undefined where it counts its own. */
  readonly pagesBefore?: number | null | undefined;
}

/** A section as sheets of paper. */
export interface Sheets {
  readonly sheets: readonly ReactElement[];
  /** The page, from 0, on which each of its headings stands. */
  readonly headings: readonly number[];
}

/** The page number as it is printed, null where none is. */
function footOf(number: number, count: number, pagesBefore: number | null | undefined): string | null {
  if (pagesBefore === null) return null;
  if (pagesBefore !== undefined) return `— ${pagesBefore + number} —`;
  return count > 1 ? `第 ${number} 页　共 ${count} 页` : null;
}

/**
 * The sheets of one form, cut into pages where they stand.
 * @param root the element that holds all of them and nothing else
 */
export function useSheets(props: SheetsProps, root: RefObject<HTMLElement | null>): Sheets {
  const { grid, orientation, scale, outlineLevel = 1, pagesBefore, ...marks } = props;
  const prepared = useMemo(() => withoutOversizedMerges(grid, orientation), [grid, orientation]);
  const pages = useSectionLayout(prepared, orientation, scale ?? 1, root);
  const heightPx = pageGeometry(orientation).heightMm * PX_PER_MM;
  const numbered = pages.map((rows, index) => ({ number: index + 1, rows }));
  const sheets = numbered.map(({ number, rows }) => (
    <PageSheet
      key={number}
      {...marks}
      rows={rows}
      columnWidths={prepared.columnWidths}
      orientation={orientation}
      number={number}
      outlineLevel={outlineLevel}
      foot={footOf(number, pages.length, pagesBefore)}
      style={scale === null ? undefined : scaledStyle(scale, heightPx)}
    />
  ));
  return { sheets, headings: headingPages(pages) };
}
