/**
 * The sheet of paper: A4 with the margins the localities print with. Lengths are mm where a person or a printer
 * measures them, css px (96 to the inch) where the page does.
 */
export type Orientation = 'portrait' | 'landscape';

/** Css px per mm. */
export const PX_PER_MM = 96 / 25.4;

export const MARGIN_MM = { top: 20, right: 18, bottom: 20, left: 18 } as const;
/** Least height of a row of the ruled table; of a dense one. */
export const MIN_ROW_MM = 8;
export const DENSE_ROW_MM = 6;
/** Padding inside a cell, on every side. */
export const CELL_PADDING_MM = 1;
/** The page number's distance from the lower edge. */
export const FOOT_MM = 10;
/** The official seal is 42 mm across at most; its place is drawn a little larger. */
export const STAMP_MM = 45;

/** Sizes of text in pt. */
export const TEXT_PT = { title: 18, part: 14, subtitle: 12, paragraph: 12, body: 10.5, dense: 9, foot: 9 } as const;
/** Line height as a multiple of the size of the text. */
export const LINE_HEIGHT = 1.3;

export interface PageGeometry {
  readonly widthMm: number;
  readonly heightMm: number;
  /** The part inside the margins. */
  readonly bodyWidthMm: number;
  readonly bodyHeightMm: number;
}

/** Measures of a sheet; A4 either way up, with the same margins. */
export function pageGeometry(orientation: Orientation): PageGeometry {
  const [widthMm, heightMm] = orientation === 'portrait' ? [210, 297] : [297, 210];
  return {
    widthMm,
    heightMm,
    bodyWidthMm: widthMm - MARGIN_MM.left - MARGIN_MM.right,
    bodyHeightMm: heightMm - MARGIN_MM.top - MARGIN_MM.bottom,
  };
}

/** Points to css px. */
export function ptToPx(pt: number): number {
  return (pt * 96) / 72;
}
