import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

/** A line of the menu. */
export interface MenuLine {
  readonly key: string;
  readonly name: string;
  /** What stands paler behind it. */
  readonly under: string;
  /** The letters it can be typed by. */
  readonly keys: string | null;
}

export interface ChoiceMenuProps {
  readonly id: string;
  readonly lines: readonly MenuLine[];
  readonly highlight: number;
  /** The editor, below (or above) which the menu stands. */
  readonly anchor: RefObject<HTMLTextAreaElement | null>;
  readonly onChoose: (index: number) => void;
}

/** The element id of a menu line. */
export function menuLineId(menuId: string, index: number): string {
  return `${menuId}-${index}`;
}

/**
 * What one can choose, below the cell. It stands outside the scrolled sheet so that the last rows show it whole; the
 * keyboard stays in the editor.
 */
export function ChoiceMenu({ id, lines, highlight, anchor, onChoose }: ChoiceMenuProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const place = () => {
      const menu = list.current;
      const cell = anchor.current?.getBoundingClientRect();
      if (!menu || !cell) return;
      const fitsBelow = cell.bottom + menu.offsetHeight <= window.innerHeight || cell.top < menu.offsetHeight;
      menu.style.left = `${cell.left}px`;
      menu.style.top = `${fitsBelow ? cell.bottom : cell.top - menu.offsetHeight}px`;
      menu.style.minWidth = `${cell.width}px`;
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  });

  if (lines.length === 0) return null;
  return createPortal(
    <div ref={list} id={id} role="listbox" className="sheet-menu" tabIndex={-1}>
      {lines.map(({ key, name, under, keys }, index) => (
        <div
          key={key}
          id={menuLineId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlight}
          className={index === highlight ? 'sheet-menu-entry is-highlighted' : 'sheet-menu-entry'}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          <span>{name}</span>
          <span className="sheet-menu-under">
            {under}
            {keys === null ? null : <kbd>{keys}</kbd>}
          </span>
        </div>
      ))}
    </div>,
    document.body,
  );
}
