import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { MenuEntry } from './use-sheet.ts';
import { words } from './words.ts';

export interface CategoryMenuProps {
  readonly id: string;
  readonly entries: readonly MenuEntry[];
  readonly highlight: number;
  /** The editor, below (or above) which the menu stands. */
  readonly anchor: RefObject<HTMLTextAreaElement | null>;
  readonly onChoose: (entry: MenuEntry) => void;
}

/** The element id of a menu line. */
export function menuEntryId(menuId: string, index: number): string {
  return `${menuId}-${index}`;
}

/**
 * The categories one can choose, below the cell. It stands outside the scrolled sheet so that the last rows
 * show it whole; the keyboard stays in the editor.
 */
export function CategoryMenu({ id, entries, highlight, anchor, onChoose }: CategoryMenuProps) {
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

  if (entries.length === 0) return null;
  return createPortal(
    <div ref={list} id={id} role="listbox" className="sheet-menu" tabIndex={-1}>
      {entries.map((entry, index) => {
        const name = entry.kind === 'option' ? entry.option.name : words.asTyped(entry.text);
        const under = entry.kind === 'option' ? entry.option.path.slice(0, -1).join(' / ') : '';
        return (
          <div
            key={`${entry.kind} ${under} ${name}`}
            id={menuEntryId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === highlight}
            className={index === highlight ? 'sheet-menu-entry is-highlighted' : 'sheet-menu-entry'}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(entry);
            }}
          >
            <span>{name}</span>
            <span className="sheet-menu-under">
              {under}
              {entry.kind === 'option' ? <kbd>{entry.option.keys.initials}</kbd> : null}
            </span>
          </div>
        );
      })}
    </div>,
    document.body,
  );
}
