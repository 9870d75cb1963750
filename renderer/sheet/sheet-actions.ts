import type { ClipboardEvent } from 'react';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { putBlock, takeBlock } from './clipboard-block.ts';
import { pasteBlock } from './paste-block.ts';
import type { CellRange } from './selection.ts';
import { coversRows, moveBy, rangeOf, selectCell, stepCell } from './selection.ts';
import type { SheetCommand } from './sheet-keys.ts';
import type { Rows } from './sheet-rows.ts';
import { blockOf, clearRange, copyDown, insertRow, moveRows, removeRows, sameCategory } from './sheet-rows.ts';
import type { SheetState } from './use-sheet.ts';
import { words } from './words.ts';

/** What keys, buttons and the clipboard do to a sheet. */
export function sheetActions(table: TableDefinition, state: SheetState) {
  const range = rangeOf(state.selection);
  const firstOwnColumn = Math.max(
    0,
    table.columns.findIndex((column) => !table.groupBy.includes(column.id)),
  );

  /** The part of the range that has rows; undefined on the empty row alone. */
  function realRange(rows: Rows): CellRange | undefined {
    const bottom = Math.min(range.bottom, rows.length - 1);
    return bottom < range.top ? undefined : { ...range, bottom };
  }

  function insertAt(index: number, rows: Rows, likeIndex: number): void {
    if (rows.length >= table.maxRows) {
      state.setNotice(words.full(table.maxRows));
      return;
    }
    const like = rows[likeIndex];
    const at = Math.min(index, rows.length);
    state.change(rows, insertRow(table, rows, at, like ? sameCategory(table, like) : {}), { label: words.insert });
    state.select(selectCell({ row: at, column: like ? firstOwnColumn : 0 }));
  }

  const insertBelow = () => {
    const rows = state.finish();
    insertAt(range.bottom + 1, rows, Math.min(range.bottom, rows.length - 1));
  };
  const insertAbove = () => insertAt(range.top, state.finish(), range.top);

  function remove(): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real) return;
    state.change(rows, removeRows(rows, real.top, real.bottom), { label: words.remove });
    state.select(selectCell({ row: real.top, column: state.selection.active.column }));
  }

  function clear(): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real) return;
    if (coversRows(range, table.columns.length)) remove();
    else state.change(rows, clearRange(table, rows, real), { label: words.clear });
  }

  function move(step: 1 | -1): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real) return;
    const moved = moveRows(rows, real.top, real.bottom, step);
    if (moved === rows) return;
    state.change(rows, moved, { label: step < 0 ? words.moveUp : words.moveDown });
    const { active, extent } = state.selection;
    state.select({ active: { ...active, row: active.row + step }, extent: { ...extent, row: extent.row + step } });
  }

  function fillDown(): void {
    const rows = state.finish();
    state.change(rows, copyDown(table, rows, range), { label: words.copyDown });
  }

  function selectAll(): void {
    const bottom = Math.max(state.size.rows - 2, 0);
    state.select({ active: { row: 0, column: 0 }, extent: { row: bottom, column: state.size.columns - 1 } });
  }

  function lineBreak(): void {
    const field = state.editor.current;
    if (!field) return;
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
    state.takeText(field.value, false);
  }

  /** Carries a command out; false where the browser shall do its own (leaving the sheet by Tab). */
  function run(command: SheetCommand): boolean {
    switch (command.kind) {
      case 'move': {
        const size = state.sizeOf(state.finish());
        state.select(moveBy(state.selection, command, size, command.isExtending));
        return true;
      }
      case 'step': {
        const next = stepCell(state.selection.active, command.step, state.sizeOf(state.finish()));
        if (next) state.select(selectCell(next));
        return next !== undefined;
      }
      case 'editText':
        state.editText();
        return true;
      case 'cancel':
        state.cancel();
        return true;
      case 'lineBreak':
        lineBreak();
        return true;
      case 'clear':
        clear();
        return true;
      case 'copyDown':
        fillDown();
        return true;
      case 'selectAll':
        selectAll();
        return true;
      case 'moveRows':
        move(command.step);
        return true;
      case 'insertRow':
        insertBelow();
        return true;
    }
  }

  /** Puts the range on the clipboard, as text for Excel and as a table for Word. False while a text is edited. */
  function copy(event: ClipboardEvent, rows: Rows): boolean {
    if (state.mode !== 'select') return false;
    event.preventDefault();
    const real = realRange(rows);
    if (!real) return false;
    putBlock(event, blockOf(table, rows, real));
    return true;
  }

  function cut(event: ClipboardEvent, rows: Rows): void {
    const real = realRange(rows);
    if (copy(event, rows) && real) state.change(rows, clearRange(table, rows, real), { label: words.cut });
  }

  function paste(event: ClipboardEvent, rows: Rows): void {
    if (state.mode !== 'select') return;
    const block = takeBlock(event);
    if (!block) return;
    const pasted = pasteBlock(table, rows, range, block);
    state.change(rows, pasted.rows, { label: words.paste });
    if (pasted.range) {
      const { top, left, bottom, right } = pasted.range;
      state.select({ active: { row: top, column: left }, extent: { row: bottom, column: right } });
    }
    state.setNotice(pasted.notice);
  }

  return { run, insertBelow, insertAbove, remove, move, fillDown, clear, copy, cut, paste };
}

export type SheetActions = ReturnType<typeof sheetActions>;
