import { type JSX, useState } from 'react';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { FieldDefinition, ValueType } from '../../../shared/forms/definition.ts';
import { amountRemark } from '../../app/amount-text.ts';
import { FindingLines } from '../finding-lines.tsx';
import { useWizard } from '../wizard-context.tsx';
import { AmountControl } from './amount-control.tsx';
import { CategoryControl } from './category-control.tsx';
import type { ControlProps } from './control-props.ts';
import { LongTextControl } from './long-text-control.tsx';
import { PeriodControl, TextControl } from './text-control.tsx';

/** A kind of value without a control of its own is a line of text. */
const CONTROLS: Partial<Record<ValueType, (props: ControlProps) => JSX.Element>> = {
  longText: LongTextControl,
  paragraphs: LongTextControl,
  amount: AmountControl,
  period: PeriodControl,
  category: CategoryControl,
};

export interface FieldControlProps {
  readonly field: FieldDefinition;
  /** Where the text stands in the form: a field, or a cell of a table. */
  readonly path: string;
  readonly inputId: string;
  readonly text: string;
  readonly problems: readonly Finding[];
  readonly isMissing: boolean;
  readonly onText: (text: string) => void;
}

/** The control of a value with what there is to say about it: beside its label in a step, or on its cell of the paper. */
export function FieldControl({ field, path, inputId, text, problems, isMissing, onText }: FieldControlProps) {
  const { copy, saver, focus } = useWizard();
  const { amountUnit } = copy.definition;
  const [isFocused, setIsFocused] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const has = (severity: Finding['severity']) => problems.some((finding) => finding.severity === severity);
  const isAmount = field.type === 'amount';
  const help =
    (isAmount ? amountRemark(text, amountUnit) : null) ?? field.help ?? (isAmount ? '可输入 =12.5+3 求和' : null);
  const aside = notice ?? (isFocused ? help : null);
  const Control = CONTROLS[field.type] ?? TextControl;
  return (
    <>
      <Control
        field={field}
        inputId={inputId}
        text={text}
        status={has('error') ? 'error' : has('warning') ? 'warning' : undefined}
        amountUnit={amountUnit}
        fiscalYear={copy.fiscalYear}
        onText={onText}
        onEnter={() => {
          setIsFocused(true);
          focus.entered(path);
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
    </>
  );
}
