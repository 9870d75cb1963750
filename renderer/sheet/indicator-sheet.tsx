import { theme } from 'antd';
import type { CSSProperties, MouseEvent } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnDefinition } from '../../shared/forms/definition.ts';
import { CellEditor } from './cell-editor.tsx';
import { ChoiceMenu, type MenuLine } from './choice-menu.tsx';
import { EmptyStart } from './empty-start.tsx';
import { rangeOf, selectCell } from './selection.ts';
import { sheetColors } from './sheet-colors.ts';
import './sheet.css';
import { sheetActions } from './sheet-actions.ts';
import { BLOCK_ROWS, SheetBlock } from './sheet-block.tsx';
import { rowRole } from './sheet-row.tsx';
import { setTexts } from './sheet-rows.ts';
import { SheetStrip } from './sheet-strip.tsx';
import type { MenuPlace } from './sheet-tools.tsx';
import { RowMenu, SheetTools } from './sheet-tools.tsx';
import { useFindings } from './use-findings.ts';
import type { IndicatorSheetProps, MenuEntry } from './use-sheet.ts';
import { useSheet } from './use-sheet.ts';
import { hitOf, isOn, useSheetMouse } from './use-sheet-mouse.ts';
import { words } from './words.ts';

/** Widths by what a column holds; columns without one share what is left, not less than eight characters each. */
const WIDTHS: Partial<Record<ColumnDefinition['type'], string>> = { category: '10.5em', target: '10em', amount: '8em' };

const HEAD_ROLE = { role: 'columnheader' } as const;
const GRID_ROLE = { role: 'grid', 'aria-multiselectable': true } as const;

function menuLine(entry: MenuEntry): MenuLine {
  if (entry.kind === 'typed')
    return { key: `typed ${entry.text}`, name: words.asTyped(entry.text), under: '', keys: null };
  const { path, name, keys } = entry.option;
  return { key: path.join(' '), name, under: path.slice(0, -1).join(' / '), keys: keys.initials };
}

/**
 * A table of a form, edited like a sheet of Excel or WPS. Keys are in sheet-keys.ts; categories, targets and
 * findings come from the table's definition and the checks.
 */
export function IndicatorSheet(props: IndicatorSheetProps) {
  const { table, amountUnit, rows, findings } = props;
  const { token } = theme.useToken();
  const gridId = useId();
  const menuId = useId();
  const state = useSheet(props);
  const actions = sheetActions(table, state);
  const latestActions = useRef(actions);
  useLayoutEffect(() => {
    latestActions.current = actions;
  });
  const marks = useFindings(table, findings);
  const [isFocused, setFocused] = useState(false);
  const [menuPlace, setMenuPlace] = useState<MenuPlace | null>(null);
  const mouse = useSheetMouse(state);
  const { active } = state.selection;
  const range = rangeOf(state.selection);

  function openRowMenu(event: MouseEvent): void {
    event.preventDefault();
    if (hitOf(event)?.column === null) setMenuPlace({ x: event.clientX, y: event.clientY });
  }

  function setActiveText(text: string): void {
    const current = state.finish();
    const id = state.column?.id;
    if (id === undefined) return;
    const label = words.edit(state.column?.label ?? '');
    state.change(current, setTexts(table, current, active.row, { [id]: text }), { label });
  }

  const tracks = table.columns.map((column) => WIDTHS[column.type] ?? 'minmax(8em, 1fr)');
  const style = {
    '--sheet-columns': ['3.2em', ...tracks].join(' '),
    ...sheetColors(token),
    '--sheet-head': token.colorFillAlter,
    '--sheet-shadow': token.boxShadowSecondary,
  } as CSSProperties;

  const grid = {
    ...GRID_ROLE,
    'aria-label': table.label,
    'aria-rowcount': state.size.rows + 1,
    ...mouse,
    onMouseUp: (event: MouseEvent) => {
      mouse.onMouseUp();
      if (isOn(event, '.sheet-rowmenu')) openRowMenu(event);
    },
    onContextMenu: openRowMenu,
  };

  return (
    <div className={isFocused ? 'sheet is-focused' : 'sheet'} style={style}>
      <SheetTools actions={latestActions} />
      <div className="sheet-frame">
        <div className="sheet-content">
          <div id={gridId} className="sheet-table" {...grid}>
            <div {...rowRole(1)} className="sheet-row is-head">
              <div className="sheet-corner" />
              {table.columns.map((column) => (
                <div key={column.id} {...HEAD_ROLE} title={column.help}>
                  {column.label}
                  {column.required ? <span className="sheet-required" aria-hidden="true" /> : null}
                </div>
              ))}
            </div>
            {Array.from({ length: Math.ceil(state.size.rows / BLOCK_ROWS) }, (_, block) => block * BLOCK_ROWS).map(
              (first) => (
                <SheetBlock
                  key={first}
                  table={table}
                  amountUnit={amountUnit}
                  gridId={gridId}
                  first={first}
                  count={Math.min(BLOCK_ROWS, state.size.rows - first)}
                  rows={rows}
                  findings={marks}
                  range={range}
                  active={active}
                />
              ),
            )}
          </div>
          <CellEditor
            table={table}
            gridId={gridId}
            menuId={menuId}
            rows={rows}
            state={state}
            actions={actions}
            onFocusChange={setFocused}
            library={props.library}
          />
        </div>
        {rows.length === 0 ? (
          <EmptyStart
            table={table}
            levels={state.levels}
            onAdd={(added) => {
              // The keyboard comes first: coming, it names the cell that was active.
              state.editor.current?.focus({ preventScroll: true });
              const next = added.reduce((all, texts) => setTexts(table, all, all.length, texts), rows);
              state.change(rows, next, { label: words.insert });
              state.select(selectCell({ row: 0, column: Math.min(table.groupBy.length, table.columns.length - 1) }));
            }}
          />
        ) : null}
      </div>
      <SheetStrip
        state={state}
        amountUnit={amountUnit}
        findings={marks.get(active.row)?.get(state.column?.id ?? '') ?? []}
        rowCount={rows.length}
        onUse={setActiveText}
      />
      {state.entries ? (
        <ChoiceMenu
          id={menuId}
          lines={state.entries.map(menuLine)}
          highlight={state.highlight}
          anchor={state.editor}
          onChoose={(index) => {
            const entry = state.entries?.[index];
            if (entry) state.choose(entry);
          }}
        />
      ) : null}
      <RowMenu
        place={menuPlace}
        actions={actions}
        onClose={() => {
          setMenuPlace(null);
          state.editor.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}
