import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { AmountUnit } from '../../shared/domain/amount.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { ColumnDefinition, TableDefinition } from '../../shared/forms/definition.ts';
import type { BegunText } from '../../shared/indicators/target-pattern.ts';
import { settledAmount } from '../app/amount-text.ts';
import type { CategoryOption } from './categories.ts';
import { categoryLevels, chooseCategory, exactOption, matchOptions } from './categories.ts';
import { pathOf, positionAt } from './paths.ts';
import type { CellPosition, SheetSelection, SheetSize } from './selection.ts';
import { clampSelection, selectCell } from './selection.ts';
import type { SheetMode } from './sheet-keys.ts';
import type { SheetLibrary } from './sheet-library.ts';
import type { Rows } from './sheet-rows.ts';
import { setTexts } from './sheet-rows.ts';
import { words } from './words.ts';

/** What a change was, for undo: its name, and a key under which successive changes are one. */
export interface RowsChange {
  readonly label: string;
  readonly mergeKey?: string;
}

export interface IndicatorSheetProps {
  readonly table: TableDefinition;
  /** The unit of its amounts. */
  readonly amountUnit: AmountUnit;
  readonly rows: Rows;
  readonly onChange: (rows: Rows, change: RowsChange) => void;
  readonly findings: readonly Finding[];
  /** Path of the cell to go to (`indicators.3.target`); others are ignored. */
  readonly focusPath: string | null;
  readonly onFocusPath: (path: string) => void;
  /** What suggests names and targets; null where there is none. */
  readonly library: SheetLibrary | null;
}

/** A line of the category menu. */
export type MenuEntry =
  | { readonly kind: 'option'; readonly option: CategoryOption }
  | { readonly kind: 'typed'; readonly text: string };

/** One going-over of a cell, from the first key to Enter or Esc. Undo takes it back as a whole. */
interface EditSession {
  readonly before: Rows;
  readonly mergeKey: string;
  current: Rows;
  /** Something was typed. */
  isTouched: boolean;
  /** A line of the menu was gone to by arrow key. */
  isPicked: boolean;
}

function sizeOf(table: TableDefinition, rows: Rows): SheetSize {
  return { rows: Math.min(rows.length + 1, table.maxRows), columns: table.columns.length };
}

function isSameRows(a: Rows, b: Rows): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}

/**
 * The state of a sheet: what is selected, what is being typed, the category menu; and the ways to change it.
 * Texts are written into the rows with every key; categories when they are chosen.
 */
export function useSheet({ table, rows, onChange, focusPath, onFocusPath }: IndicatorSheetProps) {
  const editor = useRef<HTMLTextAreaElement>(null);
  const session = useRef<EditSession | null>(null);
  const serial = useRef(0);
  const [rawSelection, setSelection] = useState<SheetSelection>(() => selectCell({ row: 0, column: 0 }));
  const [mode, setMode] = useState<SheetMode>('select');
  const [typed, setTyped] = useState('');
  const [highlight, setHighlight] = useState(0);
  const [notice, setNotice] = useState<string | null>(null);
  const levels = useMemo(() => categoryLevels(table), [table]);

  const size = sizeOf(table, rows);
  const selection = useMemo(() => {
    return clampSelection(rawSelection, { rows: size.rows, columns: size.columns });
  }, [rawSelection, size.rows, size.columns]);
  const { active } = selection;
  const column: ColumnDefinition | undefined = table.columns[active.column];
  const columnId = column?.id ?? '';
  const depth = table.groupBy.indexOf(columnId);
  const options = levels[depth] ?? [];
  const isCategory = options.length > 0;
  const activeText = rows[active.row]?.[columnId] ?? '';

  function entriesFor(text: string): readonly MenuEntry[] {
    const outer = table.groupBy.slice(0, depth).map((id) => rows[active.row]?.[id] ?? '');
    const isUntouched = mode === 'edit' && text === activeText;
    const found = matchOptions(
      options,
      isUntouched ? '' : text,
      outer.filter((name) => name !== ''),
    );
    const entries = found.map((option): MenuEntry => ({ kind: 'option', option }));
    const isNew = !isUntouched && text.trim() !== '' && !exactOption(options, text, []);
    return isNew ? [...entries, { kind: 'typed', text: text.trim() }] : entries;
  }
  const entries = mode !== 'select' && isCategory ? entriesFor(typed) : null;

  /** Reports a change, if it is one. */
  function change(before: Rows, next: Rows, reported: RowsChange): void {
    if (!isSameRows(before, next)) onChange(next, reported);
  }

  function close(): void {
    session.current = null;
    setMode('select');
    setTyped('');
    if (editor.current) editor.current.value = '';
  }

  function open(nextMode: SheetMode, text: string): EditSession {
    serial.current += 1;
    const mergeKey = `${pathOf(table, active)}#${serial.current}`;
    const opened: EditSession = { before: rows, mergeKey, current: rows, isTouched: false, isPicked: false };
    session.current = opened;
    setMode(nextMode);
    setTyped(text);
    setNotice(null);
    return opened;
  }

  function choose(entry: MenuEntry): Rows {
    const base = session.current?.before ?? rows;
    const texts =
      entry.kind === 'option'
        ? chooseCategory(table, levels, base[active.row] ?? {}, entry.option)
        : { [columnId]: entry.text };
    const next = setTexts(table, base, active.row, texts);
    change(base, next, { label: words.category(column?.label ?? '') });
    close();
    return next;
  }

  /** Ends editing and keeps what was typed; gives the rows as they are then. */
  function finish(): Rows {
    const opened = session.current;
    if (!opened) return rows;
    const text = editor.current?.value ?? '';
    if (isCategory && (opened.isTouched || opened.isPicked)) {
      const isEmptied = text.trim() === '' && !opened.isPicked;
      const entry = isEmptied ? undefined : entries?.[highlight];
      return choose(entry ?? { kind: 'typed', text: text.trim() });
    }
    close();
    const settled = column?.type === 'amount' && opened.isTouched ? settledAmount(text) : text;
    if (settled === text) return opened.current;
    const next = setTexts(table, opened.before, active.row, { [columnId]: settled });
    onChange(next, { label: words.edit(column?.label ?? ''), mergeKey: opened.mergeKey });
    return next;
  }

  /** Ends editing and gives the old text back. */
  function cancel(): void {
    const opened = session.current;
    if (opened && !isSameRows(opened.before, opened.current)) {
      onChange(opened.before, { label: words.edit(column?.label ?? ''), mergeKey: opened.mergeKey });
    }
    close();
  }

  /** Takes what stands in the editor now. While an input method composes, nothing is written yet. */
  function takeText(text: string, isComposing: boolean): void {
    const opened = session.current ?? open('type', text);
    const isGivenUp = text === '' && mode !== 'edit' && !isComposing && opened.current === opened.before;
    if (isGivenUp) {
      // An input method was started and left again: the cell keeps its text.
      close();
      return;
    }
    opened.isTouched = true;
    opened.isPicked = false;
    setTyped(text);
    setHighlight(0);
    if (isCategory || isComposing) return;
    const isNothing = text === '' && active.row >= opened.before.length;
    const next = isNothing ? opened.before : setTexts(table, opened.before, active.row, { [columnId]: text });
    opened.current = next;
    onChange(next, { label: words.edit(column?.label ?? ''), mergeKey: opened.mergeKey });
  }

  /**
   * Opens the active cell with its text, the caret at the end; for a category, its menu.
   * @param begun another text and where its caret stands; it counts only once something is typed into it
   */
  function editText(begun: BegunText = { text: activeText, caret: activeText.length }): void {
    const field = editor.current;
    if (!field) return;
    open('edit', begun.text);
    const current = options.findIndex((option) => option.name === activeText);
    setHighlight(Math.max(current, 0));
    field.value = begun.text;
    field.setSelectionRange(begun.caret, begun.caret);
  }

  /** Moves in the category menu, round its ends. */
  function moveHighlight(step: 1 | -1): void {
    if (session.current) session.current.isPicked = true;
    const count = entries?.length ?? 0;
    if (count > 0) setHighlight((highlight + step + count) % count);
  }

  /** Selects, and tells the window which cell that is. */
  function select(next: SheetSelection): void {
    setSelection(next);
    setNotice(null);
    onFocusPath(pathOf(table, next.active));
  }

  const goTo = useEffectEvent((position: CellPosition) => {
    const isThere = position.row === active.row && position.column === active.column;
    if (isThere && document.activeElement === editor.current) return;
    finish();
    setSelection(selectCell(position));
    editor.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    const position = focusPath === null ? undefined : positionAt(table, focusPath);
    if (position) goTo(position);
  }, [focusPath, table]);

  /** The keyboard has come into the sheet. */
  const announce = () => onFocusPath(pathOf(table, active));

  return {
    editor,
    announce,
    levels,
    selection,
    size,
    column,
    mode,
    typed,
    entries,
    highlight,
    notice,
    activeText,
    isCategory,
    change,
    choose,
    finish,
    cancel,
    takeText,
    editText,
    moveHighlight,
    select,
    setNotice,
    sizeOf: (next: Rows) => sizeOf(table, next),
  };
}

export type SheetState = ReturnType<typeof useSheet>;
