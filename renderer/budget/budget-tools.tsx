import { CalculatorOutlined, DeleteOutlined, PlusOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons';
import type { RefObject } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import type { Rows } from '../sheet/sheet-rows.ts';
import { Tool } from '../sheet/sheet-tools.tsx';
import { words as sheetWords } from '../sheet/words.ts';
import { windowClock } from '../timing/clock.ts';
import { Pace } from '../timing/pace.ts';
import type { BudgetActions } from './budget-actions.ts';
import type { BudgetEditing } from './editing.ts';
import { words } from './words.ts';

export interface BudgetToolsProps {
  /** The actions as they are when a tool is used. */
  readonly actions: RefObject<BudgetActions>;
  /** True where lines can be added and removed. */
  readonly isOpen: boolean;
  readonly isBySubject: boolean;
  readonly editing: BudgetEditing;
  readonly rows: Rows;
}

/** Looking through all sums waits until nothing is typed. */
const PACE = { pauseMs: 400, longestMs: 5000 };

/** The sums that do not hold, found in the pauses. */
function useOpenPaths(editing: BudgetEditing, rows: Rows): readonly string[] {
  const [open, setOpen] = useState<readonly string[]>([]);
  const latest = useRef({ editing, rows });
  const [pace] = useState(
    () => new Pace(() => setOpen(latest.current.editing.openPaths(latest.current.rows)), PACE, windowClock),
  );
  useEffect(() => {
    latest.current = { editing, rows };
    pace.touch();
  }, [editing, rows, pace]);
  useEffect(() => () => pace.stop(), [pace]);
  return open;
}

/** How many printed sums do not hold, and the way to correct them all at once. */
function CorrectAll({ actions, editing, rows }: Pick<BudgetToolsProps, 'actions' | 'editing' | 'rows'>) {
  const open = useOpenPaths(editing, rows);
  if (open.length === 0) return null;
  return (
    <Tool
      icon={<CalculatorOutlined />}
      label={words.correctAll(open.length)}
      hint={words.correctAllHint}
      onUse={() => actions.current.correctAll()}
    />
  );
}

/** Tools for lines; typing does not draw them. */
const LineTools = memo(function LineTools({
  actions,
  isOpen,
  isBySubject,
}: Pick<BudgetToolsProps, 'actions' | 'isOpen' | 'isBySubject'>) {
  return (
    <>
      {isOpen ? (
        <>
          <Tool
            icon={<PlusOutlined />}
            label={isBySubject ? words.addSubject : words.addLine}
            hint={isBySubject ? words.addSubjectHint : words.addLineHint}
            onUse={() => actions.current.insertLine()}
          />
          <Tool
            icon={<DeleteOutlined />}
            label={words.remove}
            hint={words.removeHint}
            onUse={() => actions.current.remove()}
          />
        </>
      ) : null}
      <Tool
        icon={<VerticalAlignBottomOutlined />}
        label={sheetWords.copyDown}
        hint={sheetWords.copyDownHint}
        onUse={() => actions.current.fillDown()}
      />
    </>
  );
});

/** What can be done to the selected lines, for those who do not know the keys. */
export function BudgetTools({ actions, isOpen, isBySubject, editing, rows }: BudgetToolsProps) {
  return (
    <div className="sheet-tools" role="toolbar" aria-label={words.tools}>
      <LineTools actions={actions} isOpen={isOpen} isBySubject={isBySubject} />
      <CorrectAll actions={actions} editing={editing} rows={rows} />
    </div>
  );
}
