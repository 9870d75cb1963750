import { DownOutlined } from '@ant-design/icons';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import type { ControlProps } from './control-props.ts';

/** Usual values to choose from, and any other can be typed. */
export function CategoryControl({ field, inputId, text, status, onText, onEnter, onLeave }: ControlProps) {
  const [isTyping, setIsTyping] = useState(false);
  const options = field.options ?? [];
  const offered = isTyping && text !== '' ? options.filter((option) => option.includes(text)) : options;
  return (
    <AutoComplete
      id={inputId}
      className="category-control"
      value={text}
      status={status}
      suffixIcon={<DownOutlined />}
      options={offered.map((value) => ({ value }))}
      onChange={(value: string) => {
        setIsTyping(true);
        onText(value ?? '');
      }}
      onSelect={() => setIsTyping(false)}
      onFocus={() => {
        setIsTyping(false);
        onEnter();
      }}
      onBlur={onLeave}
    />
  );
}
