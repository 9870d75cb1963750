import { theme } from 'antd';
import type { CSSProperties, MouseEvent } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnDefinition } from '../../shared/forms/definition.ts';
import { CategoryMenu } from './category-menu.tsx';
import { CellEditor } from './cell-editor.tsx';
import { EmptyStart } from './empty-start.tsx';
import type { CellPosition } from './selection.ts';
import { rangeOf, selectCell, selectRows } from './selection.ts';
import './sheet.css';
import { sheetActions } from './sheet-actions.ts';
import { BLOCK_ROWS, SheetBlock } from './sheet-block.tsx';
import { rowRole } from './sheet-row.tsx';
import { setTexts } from './sheet-rows.ts';
import { SheetStrip } from './sheet-strip.tsx';
import type { MenuPlace } from './sheet-tools.tsx';
import { RowMenu, SheetTools } from './sheet-tools.tsx';
import { useFindings } from './use-findings.ts';
import type { IndicatorSheetProps } from './use-sheet.ts';
import { useSheet } from './use-sheet.ts';
import { words } from './words.ts';

/** Widths by what a column holds; columns without one share what is left, not less than eight characters each. */
const WIDTHS: Partial<Record<ColumnDefinition['type'], string>> = { category: '10.5em', target: '10em', amount: '8em' };

const HEAD_ROLE = { role: 'columnheader' } as const;
const GRID_ROLE = { role: 'grid', 'aria-multiselectable': true } as const;

/** What of the sheet lies under the mouse: a cell, or the head of a row. */
function hitOf(event: MouseEvent): { readonly row: number; readonly column: number | null } | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (row === undefined) return undefined;
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column;
  return { row: Number(row), column: column === undefined ? null : Number(column) };
}

function isOn(event: MouseEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
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
  const drag = useRef<{ readonly from: CellPosition; readonly isRows: boolean } | null>(null);
  const { active } = state.selection;
  const range = rangeOf(state.selection);

  function onMouseDown(event: MouseEvent): void {
    const hit = hitOf(event);
    if (!hit) return;
    event.preventDefault();
    state.finish();
    state.editor.current?.focus({ preventScroll: true });
    const opensMenu = event.button === 2 || isOn(event, '.sheet-rowmenu');
    const isInRange = hit.row >= range.top && hit.row <= range.bottom;
    if (hit.column === null) {
      // The menu acts on all selected rows when it is opened on one of them.
      const keepsRows = opensMenu && isInRange && range.right - range.left === table.columns.length - 1;
      const first = event.shiftKey ? active.row : hit.row;
      if (!keepsRows) state.select(selectRows(first, hit.row, state.size));
      drag.current = { from: { row: first, column: 0 }, isRows: true };
      return;
    }
    const cell = { row: hit.row, column: hit.column };
    const from = event.shiftKey ? active : cell;
    state.select({ active: from, extent: cell });
    drag.current = { from, isRows: false };
    if (isOn(event, '.sheet-open')) state.editText();
  }

  function openRowMenu(event: MouseEvent): void {
    event.preventDefault();
    if (hitOf(event)?.column === null) setMenuPlace({ x: event.clientX, y: event.clientY });
  }

  function onMouseMove(event: MouseEvent): void {
    const start = drag.current;
    const hit = hitOf(event);
    if (!start || !hit) return;
    if (event.buttons !== 1) {
      drag.current = null;
      return;
    }
    const { extent } = state.selection;
    if (hit.row === extent.row && (start.isRows || hit.column === null || hit.column === extent.column)) return;
    if (start.isRows) state.select(selectRows(start.from.row, hit.row, state.size));
    else state.select({ active: start.from, extent: { row: hit.row, column: hit.column ?? extent.column } });
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
    '--sheet-primary': token.colorPrimary,
    '--sheet-primary-bg': token.colorPrimaryBg,
    '--sheet-border': token.colorBorderSecondary,
    '--sheet-head': token.colorFillAlter,
    '--sheet-bg': token.colorBgContainer,
    '--sheet-text': token.colorText,
    '--sheet-dim': token.colorTextTertiary,
    '--sheet-error': token.colorError,
    '--sheet-error-bg': token.colorErrorBg,
    '--sheet-warning': token.colorWarning,
    '--sheet-warning-bg': token.colorWarningBg,
    '--sheet-hint': token.colorInfo,
    '--sheet-shadow': token.boxShadowSecondary,
  } as CSSProperties;

  const grid = {
    ...GRID_ROLE,
    'aria-label': table.label,
    'aria-rowcount': state.size.rows + 1,
    onMouseDown,
    onMouseMove,
    onMouseUp: (event: MouseEvent) => {
      drag.current = null;
      if (isOn(event, '.sheet-rowmenu')) openRowMenu(event);
    },
    onDoubleClick: (event: MouseEvent) => {
      if (typeof hitOf(event)?.column === 'number') state.editText();
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
        <CategoryMenu
          id={menuId}
          entries={state.entries}
          highlight={state.highlight}
          anchor={state.editor}
          onChoose={state.choose}
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
