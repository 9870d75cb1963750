/** A page in view: of which form, and which one of it, from 0. */
export interface PagePosition {
  readonly recordId: string;
  readonly page: number;
  /** Position among all pages, from 0. */
  readonly index: number;
}

const slotsOf = (scroller: Element): HTMLElement[] => [...scroller.querySelectorAll<HTMLElement>('.paper-slot')];

/** The page that is a third of the way down the view. */
export function currentPage(scroller: HTMLElement): PagePosition | null {
  const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  const slots = slotsOf(scroller);
  // Pages stand in order, also where several stand side by side: search for the first that ends below the line.
  let low = 0;
  let high = slots.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  const section = slots[low]?.closest<HTMLElement>('[data-record-id]');
  const slot = slots[low];
  if (!section || !slot) return null;
  return { recordId: section.dataset.recordId ?? '', page: slotsOf(section).indexOf(slot), index: low };
}

/** Brings a page of a form to the top of the view. */
export function goToPage(scroller: HTMLElement, recordId: string, page: number): void {
  const section = scroller.querySelector(`[data-record-id="${CSS.escape(recordId)}"]`);
  if (section) slotsOf(section)[page]?.scrollIntoView({ block: 'start' });
}

/** Goes to the next page, or back. */
export function turnPage(scroller: HTMLElement, direction: 1 | -1): void {
  const slots = slotsOf(scroller);
  const from = currentPage(scroller)?.index ?? 0;
  const step = direction === 1 ? pagesAcross(slots, from) : 1;
  slots[Math.min(slots.length - 1, Math.max(0, from + step * direction))]?.scrollIntoView({ block: 'start' });
}

/** How many pages stand side by side with this one, itself included. */
function pagesAcross(slots: readonly HTMLElement[], index: number): number {
  const top = slots[index]?.offsetTop;
  let count = 1;
  while (slots[index + count]?.offsetTop === top && index + count < slots.length) count += 1;
  return count;
}
