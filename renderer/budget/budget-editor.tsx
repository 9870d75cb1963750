import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { menuLineId } from '../sheet/choice-menu.tsx';
import { commandOf } from '../sheet/sheet-keys.ts';
import { cellId } from '../sheet/sheet-row.tsx';
import type { BudgetActions } from './budget-actions.ts';
import { ROW_HEIGHT } from './budget-row.tsx';
import type { ColumnPlace } from './columns.ts';
import { frozenWidth } from './columns.ts';
import { nearestScroll } from './row-window.ts';
import type { BudgetState } from './use-budget.ts';

export interface BudgetEditorProps {
  readonly state: BudgetState;
  readonly actions: BudgetActions;
  readonly places: readonly ColumnPlace[];
  readonly gridId: string;
  readonly menuId: string;
  /** What is scrolled; its head stands above the lines. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly headHeight: number;
  readonly label: string;
  readonly onFocusChange: (isFocused: boolean) => void;
}

/**
 * The one text field of the table. It lies over the active cell and has the keyboard from the start, unseen until typing
 * begins, as that of the indicator sheet. Where it stands follows from the line's number and the columns, so that no key
 * makes the browser measure.
 */
export function BudgetEditor(props: BudgetEditorProps) {
  const { state, actions, places, gridId, menuId, scroller, headHeight } = props;
  const { editor, mode, choice } = state;
  const { row, column: at } = state.selection.active;
  const isEditing = mode !== 'select';
  const target = places[at];
  const frozen = frozenWidth(places);

  const place = useEffectEvent((to: ColumnPlace | undefined, line: number) => {
    const field = editor.current;
    if (!field || !to) return;
    const shift = to.isFrozen ? (scroller.current?.scrollLeft ?? 0) : 0;
    field.style.transform = `translate(${to.left + shift}px, ${line * ROW_HEIGHT}px)`;
    field.style.width = `${to.width}px`;
  });
  const show = useEffectEvent((to: ColumnPlace | undefined, line: number) => {
    const box = scroller.current;
    if (!box || !to) return;
    const top = nearestScroll(box.scrollTop, box.clientHeight - headHeight, line * ROW_HEIGHT, ROW_HEIGHT);
    if (top !== box.scrollTop) box.scrollTop = top;
    if (to.isFrozen) return;
    const left = nearestScroll(box.scrollLeft, box.clientWidth - frozen, to.left - frozen, to.width);
    if (left !== box.scrollLeft) box.scrollLeft = left;
  });
  useLayoutEffect(() => {
    show(target, row);
    place(target, row);
  }, [row, target]);
  useEffect(() => {
    const box = scroller.current;
    const follow = () => place(target, row);
    box?.addEventListener('scroll', follow, { passive: true });
    return () => box?.removeEventListener('scroll', follow);
  }, [scroller, row, target]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of an input method are its own.
    if (event.nativeEvent.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/iu.test(event.key)) {
      // Undo belongs to the window; the field has no past of its own.
      state.finish();
      return;
    }
    const isMenuKey = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isMenuKey && !event.altKey && choice && choice.subjects.length > 0) {
      event.preventDefault();
      state.moveHighlight(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const command = commandOf(event, mode);
    if (!command || !actions.run(command)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const hasMenu = choice !== null && choice.subjects.length > 0;
  const activeId = hasMenu && state.highlight >= 0 ? menuLineId(menuId, state.highlight) : cellId(gridId, row, at);
  const type = state.column?.type === 'amount' ? ' is-amount' : '';
  return (
    <textarea
      ref={editor}
      className={isEditing ? `budget-editor is-editing${type}` : 'budget-editor'}
      aria-label={props.label}
      aria-controls={hasMenu ? menuId : gridId}
      aria-activedescendant={activeId}
      rows={1}
      wrap="off"
      spellCheck={false}
      autoComplete="off"
      style={{ height: ROW_HEIGHT }}
      onKeyDown={onKeyDown}
      onCompositionStart={(event) => state.takeText(event.currentTarget.value, true)}
      onCompositionEnd={(event) => state.takeText(event.currentTarget.value, false)}
      onInput={(event) => {
        const { isComposing } = event.nativeEvent as InputEvent;
        if (state.mode === 'select' && state.refusalAt(state.rows, state.selection.active) !== null) {
          event.currentTarget.value = '';
        }
        state.takeText(event.currentTarget.value, isComposing);
      }}
      onCopy={actions.copy}
      onCut={actions.cut}
      onPaste={actions.paste}
      onFocus={() => {
        props.onFocusChange(true);
        state.announce();
      }}
      onBlur={() => {
        state.finish();
        props.onFocusChange(false);
      }}
    />
  );
}
