/** A stretch along one axis, px. */
export interface Stretch {
  readonly start: number;
  readonly size: number;
}

/**
 * How to scroll along one axis so that something comes into view.
 * @param view what is seen now, counted from the beginning of what is scrolled
 * @param item what is to be seen, counted likewise
 * @returns the new beginning of the view, with the item in its middle; null where the item, or as much of it as fits,
 * is in view already
 */
export function scrollToShow(view: Stretch, item: Stretch): number | null {
  const viewEnd = view.start + view.size;
  const itemEnd = item.start + item.size;
  const isInView = item.start >= view.start && itemEnd <= viewEnd;
  const fillsView = item.start <= view.start && itemEnd >= viewEnd;
  if (isInView || fillsView) return null;
  return Math.max(0, item.size > view.size ? item.start : item.start - (view.size - item.size) / 2);
}
