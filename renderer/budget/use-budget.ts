import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../shared/domain/finding.ts';
import type { OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import type { FormDefinition, TableDefinition } from '../../shared/forms/definition.ts';
import { emptyRow } from '../../shared/forms/shape.ts';
import { isTopRow } from '../../shared/forms/table-rows.ts';
import type { Subject } from '../../shared/subjects/subject.ts';
import { pathOf, positionAt } from '../sheet/paths.ts';
import type { CellPosition, SheetSelection } from '../sheet/selection.ts';
import { clampSelection, selectCell } from '../sheet/selection.ts';
import type { SheetMode } from '../sheet/sheet-keys.ts';
import type { Rows } from '../sheet/sheet-rows.ts';
import type { RowsChange } from '../sheet/use-sheet.ts';
import { amountOf, BudgetEditing } from './editing.ts';
import { hasOpenLines, isNaming, isOpenText, shownLines } from './lines.ts';
import { type NamedLine, nameLine } from './name-line.ts';
import { chooseSubject } from './subject-search.ts';
import type { Subjects } from './use-subjects.ts';
import { words } from './words.ts';

export interface BudgetTableProps {
  readonly definition: FormDefinition;
  readonly table: TableDefinition;
  readonly rows: Rows;
  readonly others: OtherTables;
  readonly subjects: Subjects | null;
  readonly findings: readonly Finding[];
  readonly onChange: (rows: Rows, change: RowsChange) => void;
  /** Path of the cell to go to (`lines.3.total`); others are ignored. */
  readonly focusPath: string | null;
  readonly onFocusPath: (path: string) => void;
}

/** One going-over of a cell, from the first key to Enter or Esc. */
interface Session {
  readonly before: Rows;
  readonly row: number;
  readonly mergeKey: string;
  /** Null where the text is taken as a whole when the cell is left: it says what the line is. */
  readonly type: ((text: string) => Rows) | null;
  current: Rows;
  isTouched: boolean;
  /** A line of the menu was gone to by arrow key. */
  isPicked: boolean;
}

/** Where the keyboard stays or goes when a cell is left, whatever key left it. */
interface Landing extends NamedLine {
  /** Null for the first amount of the line. */
  readonly column: number | null;
}

/** The state of a budget table: what is selected, what is being typed, the menu of subjects; and the ways to change it. */
export function useBudget(props: BudgetTableProps) {
  const { definition, table, others, subjects, onChange, focusPath, onFocusPath } = props;
  const editing = useMemo(() => new BudgetEditing(definition, table, others), [definition, table, others]);
  const rows = useMemo(() => shownLines(table, props.rows), [table, props.rows]);
  const editor = useRef<HTMLTextAreaElement>(null);
  const session = useRef<Session | null>(null);
  const serial = useRef(0);
  const landing = useRef<Landing | null>(null);
  const [rawSelection, setSelection] = useState<SheetSelection>(() => {
    // An empty table begins with its first line, not with what will add it up.
    const isEmpty = rows.length === 1 && isTopRow(table, rows[0] ?? {});
    return selectCell({ row: isEmpty ? 1 : 0, column: 0 });
  });
  const [mode, setMode] = useState<SheetMode>('select');
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<number | null>(null);
  const [notice, setNotice] = useState<string | null>(null);

  const isGrowing = hasOpenLines(table) && rows.length < table.maxRows;
  const sizeOf = (all: Rows) => ({
    rows: all.length + (hasOpenLines(table) && all.length < table.maxRows ? 1 : 0),
    columns: table.columns.length,
  });
  const size = sizeOf(rows);
  const selection = useMemo(
    () => clampSelection(rawSelection, { rows: size.rows, columns: size.columns }),
    [rawSelection, size.rows, size.columns],
  );
  const { active } = selection;
  const column = table.columns[active.column];
  const columnId = column?.id ?? '';
  const activeText = rows[active.row]?.[columnId] ?? '';
  const activePath = pathOf(table, active);
  const isSubject = columnId === table.tree?.code || columnId === table.tree?.name;
  const choice = useMemo(
    () => (mode === 'select' || !isSubject ? null : chooseSubject(subjects?.dictionary ?? null, typed)),
    [mode, isSubject, subjects, typed],
  );
  const highlight = picked ?? choice?.meant ?? -1;
  const nameOf = (code: string) => subjects?.dictionary.nameOf(code) ?? '';

  /** Why nothing can be typed into a cell, in words; null where something can. */
  function refusalAt(all: Rows, { row, column: at }: CellPosition): string | null {
    const own = all[row];
    const target = table.columns[at];
    if (!target) return words.isClosed;
    if (!own) return table.tree && target.type === 'amount' ? words.needsSubject : null;
    if (target.type !== 'amount') {
      if (isOpenText(table, own, target.id)) return null;
      return isTopRow(table, own) ? words.isTop : words.isPrinted;
    }
    // What adds up nothing yet is not typed either: it would stand against the lines that come.
    if (isTopRow(table, own)) return words.isTop;
    const kind = editing.sheet(all).kindOf(editing.pathOf(row, target.id));
    if (kind === 'computed') return words.isComputed;
    return kind === 'closed' ? words.isClosed : null;
  }

  function change(before: Rows, next: Rows, reported: RowsChange): void {
    if (before !== next) onChange(next, reported);
  }

  function close(): void {
    session.current = null;
    setMode('select');
    setTyped('');
    setPicked(null);
    if (editor.current) editor.current.value = '';
  }

  /** Begins typing; undefined where nothing can be typed, which is said. */
  function open(nextMode: SheetMode, text: string): Session | undefined {
    const refusal = refusalAt(rows, active);
    if (refusal !== null) {
      close();
      setNotice(refusal);
      return undefined;
    }
    serial.current += 1;
    const isNew = active.row >= rows.length;
    const base = isNew ? editing.restructured(rows, [...rows, emptyRow(table)]) : rows;
    const opened: Session = {
      before: rows,
      row: active.row,
      mergeKey: `${activePath}#${serial.current}`,
      type: isNaming(table, columnId) ? null : editing.begin(base, active.row, columnId),
      current: rows,
      isTouched: false,
      isPicked: false,
    };
    session.current = opened;
    setMode(nextMode);
    setTyped(text);
    setPicked(null);
    setNotice(null);
    return opened;
  }

  /** Makes the active line the one of a subject, or of the text as typed. */
  function takeName(subject: Subject | null, text: string): Rows {
    const opened = session.current;
    const base = opened?.before ?? rows;
    close();
    const named = nameLine(editing, base, active.row, columnId, subject, text, nameOf);
    change(base, named.rows, { label: words.subject });
    const isElsewhere = named.index !== active.row || (table.tree !== undefined && active.row >= base.length);
    landing.current = isElsewhere ? { ...named, column: null } : null;
    setNotice(named.notice);
    return named.rows;
  }

  /** Goes to a line that was just put in its place, or back to an amount that was refused; false where there is none. */
  function land(): boolean {
    const landed = landing.current;
    landing.current = null;
    if (!landed) return false;
    const isOpen = (at: number) => refusalAt(landed.rows, { row: landed.index, column: at }) === null;
    const amounts = table.columns.flatMap(({ type }, at) => (type === 'amount' && isOpen(at) ? [at] : []));
    select(selectCell({ row: landed.index, column: landed.column ?? amounts[0] ?? active.column }));
    setNotice(landed.notice);
    return true;
  }

  /** Ends editing and keeps what was typed; gives the rows as they are then. */
  function finish(): Rows {
    const opened = session.current;
    if (!opened) return rows;
    const text = editor.current?.value ?? '';
    if (!opened.type) {
      const isMeant = opened.isTouched || opened.isPicked;
      const subject = isMeant ? (choice?.subjects[highlight] ?? null) : null;
      if (isMeant && (subject !== null || text.trim() !== activeText)) return takeName(subject, text.trim());
      close();
      return rows;
    }
    close();
    if (!opened.isTouched) return rows;
    if (column?.type === 'amount' && amountOf(text) === undefined) {
      change(opened.current, opened.before, { label: words.edit(column.label), mergeKey: opened.mergeKey });
      const refusal = words.noAmount(text.trim());
      setNotice(refusal);
      landing.current = { rows: opened.before, index: active.row, notice: refusal, column: active.column };
      return opened.before;
    }
    return opened.current;
  }

  /** Ends editing and gives the old text back. */
  function cancel(): void {
    const opened = session.current;
    if (opened) {
      change(opened.current, opened.before, { label: words.edit(column?.label ?? ''), mergeKey: opened.mergeKey });
    }
    close();
  }

  /** Takes what stands in the editor now. While an input method composes, nothing is written yet. */
  function takeText(text: string, isComposing: boolean): void {
    const opened = session.current ?? open('type', text);
    if (!opened) return;
    const isGivenUp = text === '' && mode !== 'edit' && !isComposing && !opened.isTouched;
    if (isGivenUp) {
      close();
      return;
    }
    opened.isTouched = opened.isTouched || !isComposing;
    opened.isPicked = false;
    setTyped(text);
    setPicked(null);
    if (!opened.type || isComposing) return;
    const next = opened.type(text);
    change(opened.current, next, { label: words.edit(column?.label ?? ''), mergeKey: opened.mergeKey });
    opened.current = next;
  }

  /** Opens the active cell with its text, the caret at the end. */
  function editText(): void {
    const field = editor.current;
    if (!field || !open('edit', activeText)) return;
    field.value = activeText;
    field.setSelectionRange(activeText.length, activeText.length);
  }

  /** Moves in the menu of subjects; past its ends is the text as typed. */
  function moveHighlight(step: 1 | -1): void {
    if (session.current) session.current.isPicked = true;
    const count = (choice?.subjects.length ?? 0) + 1;
    setPicked(((highlight + 1 + step + count) % count) - 1);
  }

  /** Selects, and tells the window which cell that is. */
  function select(next: SheetSelection): void {
    setSelection(next);
    // Whoever leaves by mouse goes where it points, but is told all the same.
    setNotice(landing.current?.notice ?? null);
    landing.current = null;
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

  return {
    editing,
    rows,
    editor,
    selection,
    size,
    isGrowing,
    column,
    mode,
    typed,
    choice,
    highlight,
    notice,
    activeText,
    activePath,
    nameOf,
    announce: () => onFocusPath(activePath),
    refusalAt,
    change,
    takeName,
    land,
    finish,
    cancel,
    takeText,
    editText,
    moveHighlight,
    select,
    setNotice,
    sizeOf,
  };
}

export type BudgetState = ReturnType<typeof useBudget>;
