import { Button } from 'antd';
import { groupThousands, subtractAmounts } from '../../shared/domain/amount.ts';
import { amountInCapitals } from '../../shared/domain/capitals.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { CellKind } from '../../shared/forms/arithmetic/budget-sheet.ts';
import { whereFrom } from '../../shared/forms/arithmetic/where-from.ts';
import type { SubjectRemark } from '../../shared/subjects/subject-remark.ts';
import { amountRemark } from '../app/amount-text.ts';
import { worstSeverity } from '../sheet/cell-findings.ts';
import type { BudgetActions } from './budget-actions.ts';
import type { BudgetState } from './use-budget.ts';
import { words } from './words.ts';

export interface BudgetStripProps {
  readonly state: BudgetState;
  readonly actions: BudgetActions;
  readonly findings: readonly Finding[];
  readonly remark: SubjectRemark | null;
  /** True where only the subjects that the program ships are known. */
  readonly isIncomplete: boolean;
}

/** What a computed cell says and what it comes to, both in words; null where they are one. */
export function heldWords(
  editing: BudgetState['editing'],
  rows: BudgetState['rows'],
  path: string,
): { readonly words: string; readonly isSuggestion: boolean } | null {
  const sheet = editing.sheet(rows);
  const cell = sheet.cellAt(path);
  if (cell === undefined || !sheet.isHeld(path)) return null;
  const { amountUnit } = editing.definition;
  const spoken = (amount: string) => {
    const capitals = amountInCapitals(amount, amountUnit);
    const figures = `${groupThousands(amount)} ${amountUnit}`;
    return capitals === undefined ? figures : words.inCapitals(figures, capitals);
  };
  const printed = sheet.textIn(cell);
  const computed = sheet.computedText(path) ?? '0';
  const difference = subtractAmounts(printed, computed);
  const isSuggestion = sheet.kindOf(path) === 'suggested';
  return {
    isSuggestion,
    words: isSuggestion
      ? words.differs(spoken(printed), spoken(computed))
      : words.held(spoken(printed), spoken(computed), difference === undefined ? '' : groupThousands(difference)),
  };
}

function remarkWords(remark: SubjectRemark, isIncomplete: boolean): string {
  if (remark.kind !== 'unknown') return words.otherName(remark.name);
  return isIncomplete ? words.unknownCode + words.incomplete : words.unknownCode;
}

/** Where an amount comes from, or would come from. */
function fromWords(from: string, kind: CellKind | undefined): string {
  if (kind === 'suggested') return words.isSuggested + from;
  return kind === 'typed' ? words.noSource(from) : from;
}

/** The line below the table: what there is to say about the active cell, or else how the keys work. */
export function BudgetStrip({ state, actions, findings, remark, isIncomplete }: BudgetStripProps) {
  const { editing, rows, activePath, mode, notice } = state;
  const { table, definition } = editing;
  const held = mode === 'select' ? heldWords(editing, rows, activePath) : null;
  const sheet = editing.sheet(rows);
  const from = whereFrom(sheet, activePath);
  const text = mode === 'select' ? state.activeText : state.typed;
  const amount = state.column?.type === 'amount' ? amountRemark(text, definition.amountUnit) : null;
  const severity = worstSeverity(findings);
  const ending = state.column?.id === table.groups?.column ? table.groups?.subtotalEnding : undefined;
  const isQuiet = [notice, held, severity, amount, remark].every((part) => part === null) && from === '';
  return (
    <div className="sheet-strip budget-strip" role="status">
      <div className="sheet-strip-words">
        {notice === null ? null : <span className="sheet-notice">{notice}</span>}
        {held === null ? null : (
          <span className="budget-held">
            {held.words}
            <Button
              size="small"
              type="link"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => actions.correct([activePath])}
            >
              {held.isSuggestion ? words.takeSource : words.correct}
            </Button>
          </span>
        )}
        {from === '' ? null : <span className="sheet-reading">{fromWords(from, sheet.kindOf(activePath))}</span>}
        {severity === null || held !== null ? null : (
          <span className={`sheet-strip-finding is-${severity}`}>
            {findings.map(({ message }) => message).join(' ')}
          </span>
        )}
        {remark === null || severity !== null ? null : (
          <span className="sheet-reading">{remarkWords(remark, isIncomplete)}</span>
        )}
        {amount === null || held !== null ? null : <span className="sheet-reading">{amount}</span>}
        {ending === undefined ? null : <span className="sheet-keys">{words.groupHint(ending)}</span>}
        {isQuiet && ending === undefined ? <span className="sheet-keys">{words.keys}</span> : null}
      </div>
      <span className="sheet-count">{words.lineCount(rows.length)}</span>
    </div>
  );
}
