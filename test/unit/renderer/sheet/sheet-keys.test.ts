import { describe, expect, it } from 'vitest';
import type { SheetMode } from '../../../../renderer/sheet/sheet-keys.ts';
import { commandOf } from '../../../../renderer/sheet/sheet-keys.ts';

function press(keys: string, mode: SheetMode) {
  const parts = keys.split('+');
  return commandOf(
    {
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Ctrl'),
      metaKey: false,
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    },
    mode,
  );
}

describe('commandOf', () => {
  it('moves by arrows except where the caret moves in a text', () => {
    expect(press('ArrowLeft', 'select')).toEqual({ kind: 'move', rows: 0, columns: -1, isExtending: false });
    expect(press('Shift+ArrowDown', 'select')).toEqual({ kind: 'move', rows: 1, columns: 0, isExtending: true });
    expect(press('ArrowDown', 'type')).toEqual({ kind: 'move', rows: 1, columns: 0, isExtending: false });
    expect(press('ArrowDown', 'edit')).toBeUndefined();
  });
  it('goes on by Enter and Tab in every mode', () => {
    for (const mode of ['select', 'type', 'edit'] as const) {
      expect(press('Enter', mode)).toEqual({ kind: 'move', rows: 1, columns: 0, isExtending: false });
      expect(press('Shift+Enter', mode)).toEqual({ kind: 'move', rows: -1, columns: 0, isExtending: false });
      expect(press('Shift+Tab', mode)).toEqual({ kind: 'step', step: -1 });
    }
  });
  it('leaves keys of a text to the text', () => {
    for (const keys of ['Delete', 'Backspace', 'Home', 'Ctrl+a', 'Ctrl+d', 'F2'])
      expect(press(keys, 'edit')).toBeUndefined();
    expect(press('Alt+Enter', 'edit')).toEqual({ kind: 'lineBreak' });
    expect(press('Escape', 'edit')).toEqual({ kind: 'cancel' });
  });
  it('leaves letters, clipboard and undo to the browser and the window', () => {
    for (const keys of ['a', '数', 'Ctrl+c', 'Ctrl+v', 'Ctrl+z', 'Escape', 'Process', 'Alt+Enter']) {
      expect(press(keys, 'select')).toBeUndefined();
    }
  });
  it('works on rows', () => {
    expect(press('Ctrl+Enter', 'select')).toEqual({ kind: 'insertRow' });
    expect(press('Alt+ArrowUp', 'edit')).toEqual({ kind: 'moveRows', step: -1 });
    expect(press('Ctrl+D', 'select')).toEqual({ kind: 'copyDown' });
    expect(press('Delete', 'select')).toEqual({ kind: 'clear' });
  });
});
