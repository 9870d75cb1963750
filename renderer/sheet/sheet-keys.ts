/**
 * Keys of the sheet, as in Excel and WPS. `select`: a cell is chosen; `type`: typing has begun on it and
 * replaces its text; `edit`: the caret moves inside its text (F2, double click).
 */
export type SheetMode = 'select' | 'type' | 'edit';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type SheetCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly isExtending: boolean }
  | { readonly kind: 'step'; readonly step: 1 | -1 }
  | { readonly kind: 'editText' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'lineBreak' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'copyDown' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'moveRows'; readonly step: 1 | -1 }
  | { readonly kind: 'insertRow' };

const ARROWS: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** More than any sheet has; positions are brought inside afterwards. */
const FAR = 1_000_000;
const PAGE_ROWS = 10;

const move = (rows: number, columns: number, isExtending: boolean): SheetCommand => ({
  kind: 'move',
  rows,
  columns,
  isExtending,
});

function withControl(press: KeyPress, mode: SheetMode): SheetCommand | undefined {
  const { key, shiftKey } = press;
  if (key === 'Enter') return { kind: 'insertRow' };
  if (mode !== 'select') return undefined;
  const arrow = ARROWS[key];
  if (arrow) return move(arrow[0] * FAR, arrow[1] * FAR, shiftKey);
  if (key === 'Home') return move(-FAR, -FAR, shiftKey);
  if (key === 'End') return move(FAR, FAR, shiftKey);
  if (key.toLowerCase() === 'd') return { kind: 'copyDown' };
  return key.toLowerCase() === 'a' ? { kind: 'selectAll' } : undefined;
}

function withAlt(key: string, mode: SheetMode): SheetCommand | undefined {
  if (key === 'Enter') return mode === 'select' ? undefined : { kind: 'lineBreak' };
  if (key === 'ArrowUp') return { kind: 'moveRows', step: -1 };
  return key === 'ArrowDown' ? { kind: 'moveRows', step: 1 } : undefined;
}

/**
 * What a key means; undefined leaves it to the browser (typing, the caret, the window's own keys). Keys of an
 * input method never get here.
 */
export function commandOf(press: KeyPress, mode: SheetMode): SheetCommand | undefined {
  const { key, shiftKey } = press;
  if (press.altKey) return withAlt(key, mode);
  if (press.ctrlKey || press.metaKey) return withControl(press, mode);
  if (key === 'Enter') return move(shiftKey ? -1 : 1, 0, false);
  if (key === 'Tab') return { kind: 'step', step: shiftKey ? -1 : 1 };
  if (key === 'Escape') return mode === 'select' ? undefined : { kind: 'cancel' };
  if (key === 'F2') return mode === 'edit' ? undefined : { kind: 'editText' };
  const arrow = ARROWS[key];
  if (arrow && mode !== 'edit') return move(arrow[0], arrow[1], shiftKey && mode === 'select');
  if (mode !== 'select') return undefined;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  if (key === 'Home') return move(0, -FAR, shiftKey);
  if (key === 'End') return move(0, FAR, shiftKey);
  if (key === 'PageUp') return move(-PAGE_ROWS, 0, shiftKey);
  return key === 'PageDown' ? move(PAGE_ROWS, 0, shiftKey) : undefined;
}
