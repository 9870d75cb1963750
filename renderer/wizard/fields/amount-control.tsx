import { Input } from 'antd';
import { useState } from 'react';
import { amountRemark, readAmount, settledAmount, shownAmount } from '../../app/amount-text.ts';
import type { ControlProps } from './control-props.ts';

/** Money: plain digits while one types, thousands separators otherwise; `=12.5+3` becomes its result on leaving. */
export function AmountControl({ inputId, text, status, amountUnit, onText, onEnter, onLeave }: ControlProps) {
  const [isFocused, setIsFocused] = useState(false);
  const settle = () => {
    const settled = settledAmount(text);
    if (settled !== text) onText(settled);
  };
  return (
    <Input
      id={inputId}
      className="amount-control"
      value={isFocused ? text : shownAmount(text)}
      status={status}
      inputMode="decimal"
      autoComplete="off"
      title={readAmount(text).kind === 'amount' ? (amountRemark(text, amountUnit) ?? '') : ''}
      suffix={<span className="amount-unit">{amountUnit}</span>}
      onChange={(event) => onText(event.target.value)}
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
