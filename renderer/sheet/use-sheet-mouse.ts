import type { MouseEvent, RefObject } from 'react';
import { useRef } from 'react';
import type { CellPosition, SheetSelection, SheetSize } from './selection.ts';
import { rangeOf, selectRows } from './selection.ts';

/** The part of a sheet's state that the mouse acts upon. */
export interface MouseTarget {
  readonly editor: RefObject<HTMLTextAreaElement | null>;
  readonly selection: SheetSelection;
  readonly size: SheetSize;
  /** Ends editing and keeps what was typed. */
  readonly finish: () => unknown;
  readonly select: (selection: SheetSelection) => void;
  readonly editText: () => void;
}

/** What of the sheet lies under the mouse: a cell, or the head of a row. */
export function hitOf(event: MouseEvent): { readonly row: number; readonly column: number | null } | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (row === undefined) return undefined;
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
  return { row: Number(row), column: column === undefined ? null : Number(column) };
}

/** True where the mouse is on something within the sheet. */
export function isOn(event: MouseEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** Selecting cells and rows with the mouse; a double click edits. */
export function useSheetMouse(state: MouseTarget) {
  const drag = useRef<{ readonly from: CellPosition; readonly isRows: boolean } | null>(null);
  const { active, extent } = state.selection;

  function onMouseDown(event: MouseEvent): void {
    const hit = hitOf(event);
    if (!hit) return;
    event.preventDefault();
    state.finish();
    state.editor.current?.focus({ preventScroll: true });
    if (hit.column === null) {
      // The menu acts on all selected rows when it is opened on one of them.
      const range = rangeOf(state.selection);
      const opensMenu = event.button === 2 || isOn(event, '.sheet-rowmenu');
      const isInRange = hit.row >= range.top && hit.row <= range.bottom;
      const keepsRows = opensMenu && isInRange && range.right - range.left === state.size.columns - 1;
      const first = event.shiftKey ? active.row : hit.row;
      if (!keepsRows) state.select(selectRows(first, hit.row, state.size));
      drag.current = { from: { row: first, column: 0 }, isRows: true };
      return;
    }
    const cell = { row: hit.row, column: hit.column };
    const from = event.shiftKey ? active : cell;
    state.select({ active: from, extent: cell });
    drag.current = { from, isRows: false };
    if (isOn(event, '.sheet-open')) state.editText();
  }

  function onMouseMove(event: MouseEvent): void {
    const start = drag.current;
    const hit = hitOf(event);
    if (!start || !hit) return;
    if (event.buttons !== 1) {
      drag.current = null;
      return;
    }
    if (hit.row === extent.row && (start.isRows || hit.column === null || hit.column === extent.column)) return;
    if (start.isRows) state.select(selectRows(start.from.row, hit.row, state.size));
    else state.select({ active: start.from, extent: { row: hit.row, column: hit.column ?? extent.column } });
  }

  return {
    onMouseDown,
    onMouseMove,
    onMouseUp: () => {
      drag.current = null;
    },
    onDoubleClick: (event: MouseEvent) => {
      if (typeof hitOf(event)?.column === 'number') state.editText();
    },
  };
}
