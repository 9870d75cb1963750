import type { ClipboardEvent } from 'react';
import { emptyRow } from '../../shared/forms/shape.ts';
import { isTopRow } from '../../shared/forms/table-rows.ts';
import { putBlock, takeBlock } from '../sheet/clipboard-block.ts';
import type { CellPosition, CellRange } from '../sheet/selection.ts';
import { coversRows, moveBy, rangeOf, selectCell, stepCell } from '../sheet/selection.ts';
import type { SheetCommand } from '../sheet/sheet-keys.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import { blockOf, insertRow, moveRows } from '../sheet/sheet-rows.ts';
import type { CellText } from './editing.ts';
import { hasOpenLines, removeLines } from './lines.ts';
import { noticeOf, pasteLines } from './paste-lines.ts';
import type { BudgetState } from './use-budget.ts';
import { words } from './words.ts';

/** What keys, buttons and the clipboard do to a budget table. */
export function budgetActions(state: BudgetState) {
  const { editing, selection } = state;
  const { table } = editing;
  const range = rangeOf(selection);

  /** The part of the range that has lines; undefined on the new line alone. */
  function realRange(rows: Rows): CellRange | undefined {
    const bottom = Math.min(range.bottom, rows.length - 1);
    return bottom < range.top ? undefined : { ...range, bottom };
  }

  function cellsOf({ top, bottom, left, right }: CellRange, textAt: (row: number, id: string) => string): CellText[] {
    const columns = table.columns.slice(left, right + 1);
    return Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset).flatMap((row) =>
      columns.map(({ id }) => ({ row, column: id, text: textAt(row, id) })),
    );
  }

  /** The code of a subject is not emptied and not copied to another line: it is what the line is. */
  const isFree = ({ column }: CellText) => column !== table.tree?.code;

  function insertLine(): void {
    const rows = state.finish();
    if (!hasOpenLines(table)) return;
    if (rows.length >= table.maxRows) {
      state.setNotice(words.full(table.maxRows));
      return;
    }
    if (table.tree) {
      state.select(selectCell({ row: rows.length, column: 0 }));
      return;
    }
    const at = Math.min(range.bottom + 1, rows.length);
    state.change(rows, editing.restructured(rows, insertRow(table, rows, at, emptyRowTexts())), {
      label: words.addLine,
    });
    state.select(selectCell({ row: at, column: 0 }));
  }

  const emptyRowTexts = () => Object.fromEntries(Object.entries(emptyRow(table)).map(([id, text]) => [id, text ?? '']));

  function remove(): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real || !hasOpenLines(table)) return;
    const next = removeLines(table, rows, real.top, real.bottom);
    state.change(rows, editing.restructured(rows, next), { label: words.remove });
    state.select(selectCell({ row: real.top, column: selection.active.column }));
    const chosen = rows.slice(real.top, real.bottom + 1).filter((row) => !isTopRow(table, row)).length;
    const gone = rows.length - next.length;
    if (gone > chosen) state.setNotice(words.removedBelow(gone));
  }

  function clear(label: string = words.clear): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real) return;
    if (coversRows(range, table.columns.length) && hasOpenLines(table) && label === words.clear) {
      remove();
      return;
    }
    const isOne = real.top === real.bottom && real.left === real.right;
    const refusal = isOne ? state.refusalAt(rows, { row: real.top, column: real.left }) : null;
    state.change(rows, editing.apply(rows, rows, cellsOf(real, () => '').filter(isFree)).rows, { label });
    state.setNotice(refusal);
  }

  function fillDown(): void {
    const rows = state.finish();
    const from = range.top === range.bottom ? range.top - 1 : range.top;
    const source = rows[from];
    const real = realRange(rows);
    if (!source || !real || from + 1 > real.bottom) return;
    const cells = cellsOf({ ...real, top: from + 1 }, (_, id) => source[id] ?? '');
    const applied = editing.apply(rows, rows, cells.filter(isFree));
    state.change(rows, applied.rows, { label: words.copyDown });
    state.setNotice(noticeOf(applied, 0));
  }

  function move(step: 1 | -1): void {
    const rows = state.finish();
    const real = realRange(rows);
    if (!real || !hasOpenLines(table)) return;
    if (table.tree) {
      state.setNotice(words.sorted);
      return;
    }
    const moved = moveRows(rows, real.top, real.bottom, step);
    if (moved === rows || isTopRow(table, rows[step < 0 ? real.top - 1 : real.top] ?? {})) return;
    state.change(rows, editing.restructured(rows, moved), { label: words.move });
    const { active, extent } = selection;
    state.select({ active: { ...active, row: active.row + step }, extent: { ...extent, row: extent.row + step } });
  }

  /** The next cell in reading order that can be typed into; undefined past the last one. */
  function stepOpen(rows: Rows, from: CellPosition, step: 1 | -1): CellPosition | undefined {
    const size = state.sizeOf(rows);
    let next = stepCell(from, step, size);
    while (next && state.refusalAt(rows, next) !== null) next = stepCell(next, step, size);
    return next;
  }

  /** Carries a command out; false where the browser shall do its own (leaving the table by Tab). */
  function run(command: SheetCommand): boolean {
    switch (command.kind) {
      case 'move': {
        const size = state.sizeOf(state.finish());
        if (!state.land()) state.select(moveBy(selection, command, size, command.isExtending));
        return true;
      }
      case 'step': {
        const next = stepOpen(state.finish(), selection.active, command.step);
        if (state.land()) return true;
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
        return true;
      case 'clear':
        clear();
        return true;
      case 'copyDown':
        fillDown();
        return true;
      case 'selectAll': {
        const bottom = Math.max(state.rows.length - 1, 0);
        state.select({ active: { row: 0, column: 0 }, extent: { row: bottom, column: state.size.columns - 1 } });
        return true;
      }
      case 'moveRows':
        move(command.step);
        return true;
      case 'insertRow':
        insertLine();
        return true;
    }
  }

  function copy(event: ClipboardEvent): boolean {
    if (state.mode !== 'select') return false;
    const real = realRange(state.rows);
    if (!real) return false;
    putBlock(event, blockOf(table, state.rows, real));
    return true;
  }

  function cut(event: ClipboardEvent): void {
    if (copy(event)) clear(words.cut);
  }

  function paste(event: ClipboardEvent): void {
    if (state.mode !== 'select') return;
    const { rows } = state;
    const block = takeBlock(event);
    if (!block) return;
    const pasted = pasteLines(editing, rows, range, block, state.nameOf);
    state.change(rows, pasted.rows, { label: words.paste });
    if (pasted.range) {
      const { top, left, bottom, right } = pasted.range;
      state.select({ active: { row: top, column: left }, extent: { row: bottom, column: right } });
    }
    state.setNotice(pasted.notice);
  }

  function correct(paths: readonly string[]): void {
    const rows = state.finish();
    state.change(rows, editing.correct(rows, paths), { label: words.correct });
  }

  function correctAll(): void {
    correct(editing.openPaths(state.finish()));
  }

  return { run, insertLine, remove, fillDown, copy, cut, paste, correct, correctAll };
}

export type BudgetActions = ReturnType<typeof budgetActions>;
