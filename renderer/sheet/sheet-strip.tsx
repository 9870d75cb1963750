import { Button } from 'antd';
import type { AmountUnit } from '../../shared/domain/amount.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { amountRemark } from '../app/amount-text.ts';
import { worstSeverity } from './cell-findings.ts';
import { readTarget } from './target-reading.ts';
import { TargetTag } from './target-tag.tsx';
import type { SheetState } from './use-sheet.ts';
import { words } from './words.ts';

export interface SheetStripProps {
  readonly state: SheetState;
  readonly amountUnit: AmountUnit;
  readonly findings: readonly Finding[];
  readonly rowCount: number;
  /** Puts a text into the active cell. */
  readonly onUse: (text: string) => void;
}

/**
 * The line below the sheet: what is to be said about the active cell (its findings, how its target was
 * understood, what a paste left out), or else how the keys work.
 */
export function SheetStrip({ state, amountUnit, findings, rowCount, onUse }: SheetStripProps) {
  const text = state.mode === 'select' ? state.activeText : state.typed;
  const reading = state.column?.type === 'target' ? readTarget(text) : null;
  const remark = state.column?.type === 'amount' ? amountRemark(text, amountUnit) : null;
  const severity = worstSeverity(findings);
  const isQuiet =
    state.notice === null && severity === null && remark === null && (reading === null || reading.kind === 'empty');
  return (
    <div className="sheet-strip" role="status">
      <div className="sheet-strip-words">
        {state.notice === null ? null : <span className="sheet-notice">{state.notice}</span>}
        {severity === null ? null : (
          <span className={`sheet-strip-finding is-${severity}`}>
            {findings.map((finding) => finding.message).join(' ')}
          </span>
        )}
        {findings.map((finding) =>
          finding.fix === undefined || finding.fix.path !== finding.path ? null : (
            <FixButton key={finding.ruleId} label={finding.fix.label} value={finding.fix.value} onUse={onUse} />
          ),
        )}
        {remark === null ? null : <span className="sheet-reading">{remark}</span>}
        {reading === null ? null : <TargetTag text={text} />}
        {reading?.kind === 'measure' && reading.better !== null ? (
          <FixButton label={words.rewriteAs(reading.better)} value={reading.better} onUse={onUse} />
        ) : null}
        {isQuiet ? <span className="sheet-keys">{words.keys}</span> : null}
      </div>
      <span className="sheet-count">{words.rowCount(rowCount)}</span>
    </div>
  );
}

interface FixButtonProps {
  readonly label: string;
  readonly value: string;
  readonly onUse: (text: string) => void;
}

function FixButton({ label, value, onUse }: FixButtonProps) {
  return (
    <Button size="small" type="link" onMouseDown={(event) => event.preventDefault()} onClick={() => onUse(value)}>
      {label}
    </Button>
  );
}
