import { CalculatorOutlined, DeleteOutlined, PlusOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons';
import type { RefObject } from 'react';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Rows } from '../sheet/sheet-rows.ts';
import { Tool } from '../sheet/sheet-tools.tsx';
import { words as sheetWords } from '../sheet/words.ts';
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

/** How many printed sums do not hold, and the way to correct them all at once. */
const CorrectAll = memo(function CorrectAll({
  actions,
  editing,
  rows,
}: Pick<BudgetToolsProps, 'actions' | 'editing' | 'rows'>) {
  const open = useMemo(() => editing.openPaths(rows), [editing, rows]);
  if (open.length === 0) return null;
  return (
    <Tool
      icon={<CalculatorOutlined />}
      label={words.correctAll(open.length)}
      hint={words.correctAllHint}
      onUse={() => actions.current.correct(open)}
    />
  );
});

/** What can be done to the selected lines, for those who do not know the keys. */
export function BudgetTools({ actions, isOpen, isBySubject, editing, rows }: BudgetToolsProps) {
  // Looking through all sums waits until nothing is typed.
  const settledRows = useDeferredValue(rows);
  return (
    <div className="sheet-tools" role="toolbar" aria-label={words.tools}>
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
      <CorrectAll actions={actions} editing={editing} rows={settledRows} />
    </div>
  );
}
