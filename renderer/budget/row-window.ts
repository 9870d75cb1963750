/** Lines above and below what is seen that are drawn as well. */
const OVERSCAN = 6;
/** The window moves by so many lines at once, so that scrolling draws rarely. */
const STEP = 4;

/** Lines that are drawn, from the first to before the last. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** The lines to be drawn for what is seen. */
export function rowWindow(scrollTop: number, seenPx: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(scrollTop / rowHeight / STEP) * STEP - OVERSCAN;
  const end = Math.ceil((scrollTop + seenPx) / rowHeight / STEP) * STEP + OVERSCAN;
  return { first: Math.max(0, first), end: Math.min(count, end) };
}

/** Where to scroll to along one axis so that something is in view, as little as possible. */
export function nearestScroll(scroll: number, seen: number, start: number, size: number): number {
  if (start < scroll) return Math.max(0, start);
  return start + size > scroll + seen ? start + size - seen : scroll;
}
