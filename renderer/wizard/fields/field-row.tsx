import { type JSX, memo, useEffect, useId, useState } from 'react';
import { amountInCapitals } from '../../../shared/domain/capitals.ts';
import type { FieldDefinition, ValueType } from '../../../shared/forms/definition.ts';
import { FindingLines } from '../finding-lines.tsx';
import { useFieldText, useIsMissing, useIsRequested, useProblems, useWizard } from '../wizard-context.tsx';
import { AmountControl } from './amount-control.tsx';
import { readAmount } from './amount-text.ts';
import { CategoryControl } from './category-control.tsx';
import type { ControlProps } from './control-props.ts';
import { LongTextControl } from './long-text-control.tsx';
import { PeriodControl, TextControl } from './text-control.tsx';

/** A kind of value without a control of its own is a line of text. */
const CONTROLS: Partial<Record<ValueType, (props: ControlProps) => JSX.Element>> = {
  longText: LongTextControl,
  amount: AmountControl,
  period: PeriodControl,
  category: CategoryControl,
};

/** One field of a form: how far it is, its label, the control, and what there is to say about it. */
export const FieldRow = memo(function FieldRow({ field }: { readonly field: FieldDefinition }) {
  const { copy, saver, focus } = useWizard();
  const { amountUnit } = copy.definition;
  const text = useFieldText(field.id);
  const problems = useProblems(field.id);
  const isMissing = useIsMissing(field.id);
  const isRequested = useIsRequested(field.id);
  const [isFocused, setIsFocused] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const inputId = useId();

  useEffect(() => {
    if (!isRequested) return;
    const control = document.getElementById(inputId);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'nearest' });
  }, [isRequested, inputId]);

  const hasError = problems.some((finding) => finding.severity === 'error');
  const hasWarning = problems.some((finding) => finding.severity === 'warning');
  const state = hasError ? 'error' : hasWarning ? 'warning' : isMissing ? 'missing' : text === '' ? 'empty' : 'done';
  const reading = field.type === 'amount' ? readAmount(text) : undefined;
  const capitals = reading?.kind === 'amount' ? amountInCapitals(reading.amount, amountUnit) : undefined;
  const aside =
    notice ?? (isFocused ? (capitals ?? field.help ?? (field.type === 'amount' ? '可输入 =12.5+3 求和' : null)) : null);
  const Control = CONTROLS[field.type] ?? TextControl;

  return (
    <div className={`field field-${state}`} data-path={field.id}>
      <span className="field-dot" aria-hidden="true" />
      <label className="field-label" htmlFor={inputId}>
        {field.label}
      </label>
      <div className="field-control">
        <Control
          field={field}
          inputId={inputId}
          text={text}
          status={hasError ? 'error' : hasWarning ? 'warning' : undefined}
          amountUnit={amountUnit}
          fiscalYear={copy.fiscalYear}
          onText={(next) => copy.setText(field.id, next)}
          onEnter={() => {
            setIsFocused(true);
            focus.entered(field.id);
          }}
          onLeave={() => {
            setIsFocused(false);
            copy.seal();
            void saver.flush();
          }}
          onNotice={setNotice}
        />
        <div className="field-notes">
          <FindingLines findings={problems} />
          {aside !== null && <div className="field-help">{aside}</div>}
          {aside === null && problems.length === 0 && isMissing && !isFocused && (
            <div className="field-help">尚未填写</div>
          )}
        </div>
      </div>
    </div>
  );
});
