import { type RefObject, useLayoutEffect, useState } from 'react';
import type { CellPlace } from './paper-editor.tsx';
import { scrollToShow } from './scroll-to-show.ts';

/** A value that stands in the title too is marked in both places; the one in the table is its own. */
const markedIn = (scroller: Element): Element | null =>
  scroller.querySelector('.paper-ruled .paper-marked') ?? scroller.querySelector('.paper-marked');

/** Where a cell stands in what is scrolled. */
function placeOf(scroller: Element, cell: Element): CellPlace {
  const from = scroller.getBoundingClientRect();
  const { left, top, width, height } = cell.getBoundingClientRect();
  return { left: left - from.left + scroller.scrollLeft, top: top - from.top + scroller.scrollTop, width, height };
}

function show(scroller: Element, place: CellPlace): void {
  const top = scrollToShow(
    { start: scroller.scrollTop, size: scroller.clientHeight },
    { start: place.top, size: place.height },
  );
  const left = scrollToShow(
    { start: scroller.scrollLeft, size: scroller.clientWidth },
    { start: place.left, size: place.width },
  );
  if (top !== null) scroller.scrollTop = top;
  if (left !== null) scroller.scrollLeft = left;
}

const isSamePlace = (a: CellPlace | null, b: CellPlace): boolean =>
  a?.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

/**
 * Brings the marked cell of the paper into view whenever another one is marked; whoever scrolls on by hand is left
 * alone.
 * @param marked path of the cell that is marked
 */
export function useMarkedInView(scroller: RefObject<HTMLElement | null>, marked: string | null): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    const cell = element && marked !== null ? markedIn(element) : null;
    if (element && cell) show(element, placeOf(element, cell));
  }, [scroller, marked]);
}

/**
 * Where the marked cell stands, followed as the paper is laid out anew.
 * @param marked path of the cell that is marked
 * @returns null before there was one; while there is none, where the last one stood
 */
export function useMarkedPlace(scroller: RefObject<HTMLElement | null>, marked: string | null): CellPlace | null {
  const [place, setPlace] = useState<CellPlace | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || marked === null) return undefined;
    const follow = () => {
      const cell = markedIn(element);
      const now = cell && placeOf(element, cell);
      if (now) setPlace((before) => (isSamePlace(before, now) ? before : now));
    };
    follow();
    const observer = new ResizeObserver(follow);
    const cell = markedIn(element);
    for (const watched of [cell, element, element.firstElementChild]) if (watched) observer.observe(watched);
    const changes = new MutationObserver(follow);
    changes.observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
    return () => {
      observer.disconnect();
      changes.disconnect();
    };
  }, [scroller, marked]);
  return place;
}
