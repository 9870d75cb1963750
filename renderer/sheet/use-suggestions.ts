import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { fillRow } from '../../shared/indicators/fill-row.ts';
import {
  type IndicatorColumns,
  indicatorColumns,
  innermostCategory,
} from '../../shared/indicators/indicator-columns.ts';
import { standardCategory } from '../../shared/indicators/standard-category.ts';
import type { BegunText } from '../../shared/indicators/target-pattern.ts';
import { selectCell } from './selection.ts';
import type { SheetLibrary } from './sheet-library.ts';
import type { Rows } from './sheet-rows.ts';
import { setTexts } from './sheet-rows.ts';
import type { Suggestion } from './suggestion.ts';
import type { IndicatorSheetProps, SheetState } from './use-sheet.ts';
import { words } from './words.ts';

/** A pause in typing after which the library is asked: longer than those between the keys of a fast typist. */
const PAUSE_MS = 150;

type Table = IndicatorSheetProps['table'];

/** What the library is to be asked for the cell being edited; null where it has nothing to say. */
interface Asked {
  readonly of: 'name' | 'target';
  readonly category: string;
  readonly name: string;
  readonly typed: string;
}

interface Shown {
  readonly cell: string;
  readonly suggestions: readonly Suggestion[];
}

const NOTHING: Shown = { cell: '', suggestions: [] };

/** Names in other rows: an indicator is not suggested twice. */
function namesElsewhere({ name }: IndicatorColumns, rows: Rows, row: number): ReadonlySet<string> {
  return new Set(rows.flatMap((one, index) => (index === row ? [] : [(one[name] ?? '').trim()])));
}

async function ask(
  library: SheetLibrary,
  { of, category, name, typed }: Asked,
  taken: ReadonlySet<string>,
): Promise<readonly Suggestion[]> {
  if (of === 'name') {
    const indicators = await library.suggest({ category, typed });
    return indicators
      .filter((indicator) => !taken.has(indicator.name))
      .map((indicator) => ({ kind: 'indicator', indicator }));
  }
  const targets = await library.suggestTarget({ category, name, typed });
  return targets.map((target) => ({ kind: 'target', target }));
}

/**
 * Suggestions of the library while a name or a target is typed. Nothing here is on the way of a key: the library is
 * asked in a pause, late answers are dropped, and the list does nothing until one goes into it.
 */
export function useSuggestions(table: Table, rows: Rows, state: SheetState, library: SheetLibrary | null) {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [highlight, setHighlight] = useState(-1);
  const columns = useMemo(() => indicatorColumns(table), [table]);
  const { mode, typed, activeText, column } = state;
  const { row, column: at } = state.selection.active;
  const cell = `${row}.${at}.${mode}`;
  /** The text the cell was opened with; nothing is suggested for it as long as it is untouched. */
  const openedWith = useRef({ cell: '', text: '' });
  if (openedWith.current.cell !== cell) openedWith.current = { cell, text: mode === 'edit' ? typed : '' };
  /** A target begun by its pattern, to be opened in its cell once that is the active one. */
  const toBegin = useRef<(BegunText & { readonly column: number }) | null>(null);
  const dismissed = useRef('');

  function asked(): Asked | null {
    if (!columns || mode === 'select' || dismissed.current === cell) return null;
    const isName = column?.id === columns.name;
    const isTarget = columns.target.kind === 'whole' && column?.id === columns.target.column;
    if (!isName && !isTarget) return null;
    const own = rows[row] ?? {};
    const isBegun = isTarget && mode === 'edit' && activeText === '' && typed === openedWith.current.text;
    const isUntouched = mode === 'edit' && typed === openedWith.current.text && typed !== '';
    // A text that is not in the cell yet is being composed by an input method, whose own list stands there.
    if (!isBegun && (typed !== activeText || isUntouched || typed.includes('\n'))) return null;
    const name = own[columns.name] ?? '';
    if (isTarget && name.trim() === '') return null;
    const of = isName ? 'name' : 'target';
    return { of, category: innermostCategory(columns, own), name, typed: isBegun ? '' : typed };
  }
  const question = library === null ? null : asked();
  const key = question === null ? null : JSON.stringify([cell, question]);

  const answer = useEffectEvent((suggestions: readonly Suggestion[]) => {
    setShown({ cell, suggestions });
    setHighlight(-1);
  });
  const put = useEffectEvent(async (isStale: () => boolean) => {
    if (!library || !question || !columns) return;
    const suggestions = await ask(library, question, namesElsewhere(columns, rows, row));
    if (!isStale()) answer(suggestions);
  });
  useEffect(() => {
    if (mode === 'select') dismissed.current = '';
  }, [mode]);
  useEffect(() => {
    setHighlight(-1);
    if (key === null) {
      setShown(NOTHING);
      return undefined;
    }
    let isStale = false;
    const timer = setTimeout(() => void put(() => isStale), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [key]);

  useEffect(() => {
    const begun = toBegin.current;
    if (!begun || begun.column !== at) return;
    toBegin.current = null;
    state.editText(begun);
  });

  // A list of another cell is gone at once; that of the same cell stays until its successor is there.
  const list = question !== null && shown.cell === cell ? shown.suggestions : [];

  function take(suggestion: Suggestion): void {
    if (suggestion.kind === 'target') {
      const { text, caret } = suggestion.target;
      if (caret < text.length) {
        state.editText({ text, caret });
        return;
      }
      const current = state.finish();
      const next = setTexts(table, current, row, { [column?.id ?? '']: text });
      state.change(current, next, { label: words.takeTarget });
      return;
    }
    if (!columns || !library) return;
    const current = state.finish();
    const filling = fillRow(columns, current[row] ?? {}, suggestion.indicator, library.fiscalYear);
    state.change(current, setTexts(table, current, row, filling.texts), { label: words.takeIndicator });
    const { begin } = filling;
    if (!begin) return;
    const target = table.columns.findIndex(({ id }) => id === begin.column);
    state.select(selectCell({ row, column: target }));
    // Without anything to begin with, the cell is chosen and typing fills it.
    if (begin.text !== '') toBegin.current = { ...begin, column: target };
  }

  /** Whether a key was meant for the list. Without having gone into it, only ↓ and Esc are. */
  function takesKey({ key: pressed, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (list.length === 0 || altKey || ctrlKey || metaKey || shiftKey) return false;
    if (pressed === 'ArrowDown') {
      setHighlight(Math.min(highlight + 1, list.length - 1));
      return true;
    }
    if (pressed === 'Escape') {
      dismissed.current = cell;
      setShown(NOTHING);
      setHighlight(-1);
      return true;
    }
    const chosen = list[highlight];
    if (!chosen) return false;
    if (pressed === 'ArrowUp') {
      setHighlight(highlight - 1);
      return true;
    }
    if (pressed !== 'Enter' && pressed !== 'Tab') return false;
    take(chosen);
    return true;
  }

  const level2 = question === null ? '' : standardCategory(question.category);
  return { list, highlight, level2, take, takesKey };
}
