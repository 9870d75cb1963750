import { theme } from 'antd';
import type { CSSProperties, MouseEvent } from 'react';
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { whereFrom } from '../../shared/forms/arithmetic/where-from.ts';
import { rowLabel } from '../../shared/forms/table-rows.ts';
import { parentCode } from '../../shared/subjects/subject.ts';
import { subjectRemark } from '../../shared/subjects/subject-remark.ts';
import { ChoiceMenu } from '../sheet/choice-menu.tsx';
import { rangeOf } from '../sheet/selection.ts';
import { sheetColors } from '../sheet/sheet-colors.ts';
import '../sheet/sheet.css';
import { rowRole } from '../sheet/sheet-row.tsx';
import { useFindings } from '../sheet/use-findings.ts';
import { hitOf, useSheetMouse } from '../sheet/use-sheet-mouse.ts';
import './budget.css';
import { budgetActions } from './budget-actions.ts';
import { BudgetEditor } from './budget-editor.tsx';
import { BudgetHead } from './budget-head.tsx';
import { BudgetRow, ROW_HEIGHT, SIDES, sideClass } from './budget-row.tsx';
import { BudgetStrip, heldWords } from './budget-strip.tsx';
import { BudgetTools } from './budget-tools.tsx';
import { RowMarks } from './cell-marks.ts';
import { HEAD_WIDTH, placeColumns } from './columns.ts';
import { hasOpenLines, lineShapes } from './lines.ts';
import { rowWindow } from './row-window.ts';
import type { BudgetTableProps } from './use-budget.ts';
import { useBudget } from './use-budget.ts';
import { words } from './words.ts';

const GRID_ROLE = { role: 'grid', 'aria-multiselectable': true } as const;
/** Height of the headings, px: two lines. */
const HEAD_HEIGHT = 46;
/** What is drawn before anything could be measured. */
const FIRST_SIZE = { width: 640, height: 480 };

/**
 * A budget table, edited like a sheet of Excel or WPS: fixed lines, lines by subject, lines in groups or plain ones. What
 * follows from other cells follows at once and cannot be typed. Only the lines in view are drawn.
 */
export function BudgetTable(props: BudgetTableProps) {
  const { table, subjects } = props;
  const { token } = theme.useToken();
  const gridId = useId();
  const menuId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(FIRST_SIZE);
  const [scrollTop, setScrollTop] = useState(0);
  const [isFocused, setFocused] = useState(false);
  const state = useBudget(props);
  const actions = budgetActions(state);
  const latestActions = useRef(actions);
  useLayoutEffect(() => {
    latestActions.current = actions;
  });
  const mouse = useSheetMouse(state);
  const findings = useFindings(table, props.findings);
  const { rows, editing, selection, choice } = state;
  const { active } = selection;
  const range = rangeOf(selection);
  const sheet = editing.sheet(rows);
  // A sheet is good for as long as the lines stay, and so is the shape of the lines.
  const shapes = useMemo(() => lineShapes(table, sheet.rows()), [table, sheet]);
  const [marks] = useState(() => new RowMarks());
  const places = useMemo(() => placeColumns(table, size.width), [table, size.width]);
  const width = places.reduce((all, place) => all + place.width, HEAD_WIDTH);
  const { first, end } = rowWindow(scrollTop, size.height, ROW_HEIGHT, state.size.rows);
  const remarkOf = (index: number) => subjectRemark(table, rows[index] ?? {}, subjects);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0;
    setScrollTop((before) => {
      const was = rowWindow(before, size.height, ROW_HEIGHT, Number.MAX_SAFE_INTEGER);
      return rowWindow(top, size.height, ROW_HEIGHT, Number.MAX_SAFE_INTEGER).first === was.first ? before : top;
    });
  }, [size.height]);

  /** Words for the cell under the mouse are found when the mouse is there: few of them are ever read. */
  function onMouseOver(event: MouseEvent): void {
    const hit = hitOf(event);
    const { target } = event;
    const column = table.columns[hit?.column ?? -1];
    if (!hit || !column || !(target instanceof HTMLElement)) return;
    const path = editing.pathOf(hit.row, column.id);
    const held = heldWords(editing, rows, path)?.words;
    const from = whereFrom(sheet, path);
    const found =
      findings
        .get(hit.row)
        ?.get(column.id)
        ?.map(({ message }) => message) ?? [];
    const text = column.type === 'amount' ? [] : [rows[hit.row]?.[column.id] ?? ''];
    target.title = [...text, ...(held === undefined ? [] : [held]), from, ...found].filter(Boolean).join('\n');
  }

  const colors = {
    ...sheetColors(token),
    '--sheet-head': '#fafafa',
    '--budget-head-height': `${HEAD_HEIGHT}px`,
    '--budget-row-height': `${ROW_HEIGHT}px`,
  } as CSSProperties;
  const line = active.row < rows.length ? rowLabel(table, rows[active.row], active.row) : words.newLine;

  const lines = Array.from({ length: Math.max(0, end - first) }, (_, at) => {
    const index = first + at;
    const row = rows[index] ?? null;
    const isSelected = index >= range.top && index <= range.bottom;
    return {
      table,
      places,
      gridId,
      index,
      row,
      marks: marks.of(sheet, row, index),
      indent: shapes[index]?.indent ?? 0,
      isSum: row !== null && (shapes[index]?.isSum ?? false),
      subjects,
      findings: findings.get(index),
      selectedFrom: isSelected ? range.left : -1,
      selectedTo: isSelected ? range.right : -1,
      activeColumn: index === active.row ? active.column : -1,
    };
  });
  const grid = {
    ...GRID_ROLE,
    'aria-label': table.label,
    'aria-rowcount': state.size.rows + 1,
    ...mouse,
    onMouseOver,
  };

  return (
    <div className={isFocused ? 'budget is-focused' : 'budget'} style={colors}>
      <BudgetTools
        actions={latestActions}
        isOpen={hasOpenLines(table)}
        isBySubject={table.tree !== undefined}
        editing={editing}
        rows={rows}
      />
      <div ref={scroller} className="budget-scroller" onScroll={onScroll}>
        <div id={gridId} className="budget-grid" style={{ width }} {...grid}>
          <div {...rowRole(1)} className="budget-head">
            {SIDES.map((side) => (
              <BudgetHead key={side} side={side} table={table} places={places} />
            ))}
          </div>
          <div className="budget-body" style={{ height: state.size.rows * ROW_HEIGHT }}>
            <div className="budget-lines" style={{ top: first * ROW_HEIGHT }}>
              {SIDES.map((side) => (
                <div key={side} className={sideClass(side)}>
                  {lines.map((own) => (
                    <BudgetRow key={String(own.index)} side={side} {...own} />
                  ))}
                </div>
              ))}
            </div>
            <BudgetEditor
              state={state}
              actions={actions}
              places={places}
              gridId={gridId}
              menuId={menuId}
              scroller={scroller}
              headHeight={HEAD_HEIGHT}
              label={words.cellName(line, state.column?.label ?? '')}
              onFocusChange={setFocused}
            />
          </div>
        </div>
      </div>
      <BudgetStrip
        state={state}
        actions={actions}
        findings={findings.get(active.row)?.get(state.column?.id ?? '') ?? []}
        remark={active.row < rows.length ? remarkOf(active.row) : null}
        isIncomplete={subjects?.tableYear === null}
      />
      {choice ? (
        <ChoiceMenu
          id={menuId}
          lines={choice.subjects.map(({ code, name }) => ({
            key: code,
            name: `${code} ${name}`,
            // 行政运行 stands under many subjects.
            under: table.tree ? state.nameOf(parentCode(table.tree.dictionary, code) ?? '') : '',
            keys: null,
          }))}
          highlight={state.highlight}
          anchor={state.editor}
          onChoose={(index) => {
            state.takeName(choice.subjects[index] ?? null, state.typed);
            state.land();
          }}
        />
      ) : null}
    </div>
  );
}
