import { Input } from 'antd';
import { useState } from 'react';
import { groupThousands } from '../../../shared/domain/amount.ts';
import { amountInCapitals } from '../../../shared/domain/capitals.ts';
import { readAmount, settledAmount, shownAmount } from './amount-text.ts';
import type { ControlProps } from './control-props.ts';

/** Money: plain digits while one types, thousands separators otherwise; `=12.5+3` becomes its result on leaving. */
export function AmountControl({ inputId, text, status, amountUnit, onText, onEnter, onLeave, onNotice }: ControlProps) {
  const [isFocused, setIsFocused] = useState(false);
  const reading = readAmount(text);
  const amount = reading.kind === 'amount' ? reading.amount : undefined;
  const settle = () => {
    const settled = settledAmount(text);
    if (settled !== text) onText(settled);
    onNotice(null);
  };
  const change = (next: string) => {
    onText(next);
    const sum = readAmount(next);
    onNotice(
      sum.kind === 'sum' && sum.amount !== undefined ? `合计 ${groupThousands(sum.amount)} ${amountUnit}` : null,
    );
  };
  return (
    <Input
      id={inputId}
      className="amount-control"
      value={isFocused ? text : shownAmount(text)}
      status={status}
      inputMode="decimal"
      autoComplete="off"
      title={amount === undefined ? '' : (amountInCapitals(amount, amountUnit) ?? '')}
      suffix={<span className="amount-unit">{amountUnit}</span>}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && settle()}
      onFocus={() => {
        setIsFocused(true);
        onEnter();
      }}
      onBlur={() => {
        setIsFocused(false);
        settle();
        onLeave();
      }}
    />
  );
}
