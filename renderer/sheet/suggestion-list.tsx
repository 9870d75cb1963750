import type { RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Suggestion } from './suggestion.ts';
import { suggestionLine } from './suggestion.ts';
import { words } from './words.ts';

export interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** -1 as long as nobody went into the list. */
  readonly highlight: number;
  /** Standard category of the row. */
  readonly level2: string;
  readonly fiscalYear: number;
  /** The cell being edited, which the list never covers. */
  readonly cell: RefObject<HTMLElement | null>;
  /** What stands right below the cell, and stays visible too. */
  readonly below: RefObject<HTMLElement | null>;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** The element id of a line. */
export function suggestionId(listId: string, index: number): string {
  return `${listId}-suggestion-${index}`;
}

function keyOf(suggestion: Suggestion): string {
  if (suggestion.kind === 'target') return `target ${suggestion.target.text}`;
  return `${suggestion.indicator.level2} ${suggestion.indicator.name}`;
}

/** What the library suggests for the cell being typed in, below it, or above where there is more room. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, suggestions, highlight, level2, fiscalYear, cell, below, onTake } = props;
  const list = useRef<HTMLDivElement>(null);

  const place = useEffectEvent(() => {
    const shown = list.current;
    const edited = cell.current?.getBoundingClientRect();
    if (!shown || !edited) return;
    const bottom = Math.max(edited.bottom, below.current?.getBoundingClientRect().bottom ?? 0);
    const fitsBelow = bottom + shown.offsetHeight <= window.innerHeight || edited.top < shown.offsetHeight;
    shown.style.top = `${fitsBelow ? bottom : edited.top - shown.offsetHeight}px`;
    shown.style.left = `${Math.max(0, Math.min(edited.left, window.innerWidth - shown.offsetWidth))}px`;
    shown.style.minWidth = `${edited.width}px`;
  });
  // Measuring makes the browser lay out at once, so it is not done at every key: other suggestions make the list
  // another height, the cell grows with its text, and its surroundings scroll.
  const placedFor = useRef<readonly Suggestion[] | null>(null);
  useLayoutEffect(() => {
    if (placedFor.current === suggestions) return;
    placedFor.current = suggestions;
    place();
  });
  useEffect(() => {
    const onMove = () => place();
    const observer = new ResizeObserver(onMove);
    for (const element of [cell.current, below.current]) if (element) observer.observe(element);
    window.addEventListener('scroll', onMove, true);
    window.addEventListener('resize', onMove);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', onMove, true);
      window.removeEventListener('resize', onMove);
    };
  }, [cell, below]);

  return createPortal(
    <div className="sheet-menu sheet-suggestions" ref={list}>
      <div id={id} role="listbox" aria-label={words.suggestions} tabIndex={-1}>
        {suggestions.map((suggestion, index) => {
          const { text, notes } = suggestionLine(suggestion, level2, fiscalYear);
          return (
            <div
              key={keyOf(suggestion)}
              id={suggestionId(id, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === highlight}
              className={index === highlight ? 'sheet-menu-entry is-highlighted' : 'sheet-menu-entry'}
              onMouseDown={(event) => {
                event.preventDefault();
                onTake(suggestion);
              }}
            >
              <span className="sheet-suggestion-text">{text}</span>
              <span className="sheet-menu-under">
                {notes.map((note) => (
                  <span key={note}>{note}</span>
                ))}
              </span>
            </div>
          );
        })}
      </div>
      <div className="sheet-suggestion-keys">{words.suggestionKeys}</div>
    </div>,
    document.body,
  );
}
