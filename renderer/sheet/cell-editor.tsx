import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { TableDefinition } from '../../shared/forms/definition.ts';
import { menuLineId } from './choice-menu.tsx';
import type { SheetActions } from './sheet-actions.ts';
import { commandOf } from './sheet-keys.ts';
import type { SheetLibrary } from './sheet-library.ts';
import { cellId } from './sheet-row.tsx';
import type { Rows } from './sheet-rows.ts';
import { SuggestionList, suggestionId } from './suggestion-list.tsx';
import { TargetTag } from './target-tag.tsx';
import type { SheetState } from './use-sheet.ts';
import { useSuggestions } from './use-suggestions.ts';
import { words } from './words.ts';

export interface CellEditorProps {
  readonly table: TableDefinition;
  readonly gridId: string;
  readonly menuId: string;
  readonly rows: Rows;
  readonly state: SheetState;
  readonly actions: SheetActions;
  readonly onFocusChange: (isFocused: boolean) => void;
  readonly library: SheetLibrary | null;
}

/**
 * The one text field of the sheet. It always lies over the active cell and always has the keyboard, unseen
 * until typing begins: an input method starts composing in it with the very first key, and is not disturbed by
 * a change of element.
 */
export function CellEditor(props: CellEditorProps) {
  const { table, gridId, menuId, rows, state, actions, onFocusChange, library } = props;
  const { editor, mode, entries, column } = state;
  const { row, column: at } = state.selection.active;
  const isEditing = mode !== 'select';
  const float = useRef<HTMLDivElement>(null);
  const suggestions = useSuggestions(table, rows, state, library);

  const place = useEffectEvent(() => {
    const field = editor.current;
    const cell = document.getElementById(cellId(gridId, row, at));
    const content = field?.offsetParent;
    if (!field || !cell || !content) return;
    const from = content.getBoundingClientRect();
    const to = cell.getBoundingClientRect();
    field.style.left = `${to.left - from.left}px`;
    field.style.top = `${to.top - from.top}px`;
    field.style.width = `${to.width}px`;
    field.style.height = `${to.height}px`;
    // An unseen field is as high as its cell; asking for the height of its text costs one more layout.
    const isTooTall = isEditing && field.scrollHeight > field.clientHeight + 1;
    if (isTooTall) field.style.height = `${field.scrollHeight}px`;
    float.current?.style.setProperty('left', field.style.left);
    const height = isTooTall ? field.scrollHeight : to.height;
    float.current?.style.setProperty('top', `${to.top - from.top + height}px`);
  });
  useLayoutEffect(() => {
    document.getElementById(cellId(gridId, row, at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [gridId, row, at]);
  // Measuring makes the browser lay out at once, so it is not done at every key: only when the editor goes to
  // another cell, opens, or holds a text that is not in the cell (a category, a word being composed).
  const unwritten = state.typed === state.activeText ? '' : state.typed;
  const placeKey = [row, at, mode, unwritten].join(' ');
  const placedFor = useRef('');
  useLayoutEffect(() => {
    if (placedFor.current === placeKey) return;
    placedFor.current = placeKey;
    place();
  });
  // Told after the browser's own layout: the cell has grown with its text, or rows above it have.
  useEffect(() => {
    const observer = new ResizeObserver(() => place());
    const content = editor.current?.offsetParent;
    const cell = document.getElementById(cellId(gridId, row, at));
    if (content) observer.observe(content);
    if (cell) observer.observe(cell);
    return () => observer.disconnect();
  }, [editor, gridId, row, at]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of an input method are its own: Enter takes its word, arrows choose in its list.
    if (event.nativeEvent.isComposing) return;
    const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/iu.test(event.key);
    if (isUndo) {
      // Undo belongs to the window; the field has no past of its own.
      state.finish();
      return;
    }
    if (suggestions.takesKey(event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (entries && !event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      state.moveHighlight(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const command = commandOf(event, mode);
    if (!command || !actions.run(command)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const hasMenu = entries !== null || suggestions.list.length > 0;
  function activeElement(): string {
    if (entries) return menuLineId(menuId, state.highlight);
    return suggestions.highlight < 0 ? cellId(gridId, row, at) : suggestionId(menuId, suggestions.highlight);
  }
  const onPaste = (event: ClipboardEvent) => actions.paste(event, rows);
  const name = row < rows.length ? words.cellName(row + 1, column?.label ?? '') : words.newRowName(column?.label ?? '');
  return (
    <>
      <textarea
        ref={editor}
        className={isEditing ? `sheet-editor is-editing is-${column?.type ?? 'text'}` : 'sheet-editor'}
        aria-label={name}
        aria-controls={hasMenu ? menuId : gridId}
        aria-activedescendant={activeElement()}
        rows={1}
        wrap="soft"
        spellCheck={false}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onCompositionStart={(event) => state.takeText(event.currentTarget.value, true)}
        onCompositionEnd={(event) => state.takeText(event.currentTarget.value, false)}
        onInput={(event) => {
          const { isComposing } = event.nativeEvent as InputEvent;
          state.takeText(event.currentTarget.value, isComposing);
        }}
        onCopy={(event) => actions.copy(event, rows)}
        onCut={(event) => actions.cut(event, rows)}
        onPaste={onPaste}
        onFocus={() => {
          onFocusChange(true);
          state.announce();
        }}
        onBlur={() => {
          state.finish();
          onFocusChange(false);
        }}
      />
      <div ref={float} className="sheet-float">
        {isEditing && column?.type === 'target' ? <TargetTag text={state.typed} /> : null}
      </div>
      {suggestions.list.length > 0 && library !== null ? (
        <SuggestionList
          id={menuId}
          suggestions={suggestions.list}
          highlight={suggestions.highlight}
          level2={suggestions.level2}
          fiscalYear={library.fiscalYear}
          cell={editor}
          below={float}
          onTake={suggestions.take}
        />
      ) : null}
    </>
  );
}
