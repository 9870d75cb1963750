import { type RefObject, useLayoutEffect, useState } from 'react';
import { PX_PER_MM } from '../../shared/paper/geometry.ts';

/**
 * The scale at which a sheet fills the width of an element, followed as the element changes.
 * @param widthMm width of the sheet
 */
export function useFitScale(element: RefObject<HTMLElement | null>, widthMm: number): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const follow = (): void => {
      const { clientWidth } = target;
      // Whole thousandths: a scroll bar that comes and goes must not make it swing.
      if (clientWidth > 0) setScale(Math.floor((clientWidth / (widthMm * PX_PER_MM)) * 1000) / 1000);
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, widthMm]);
  return scale;
}
