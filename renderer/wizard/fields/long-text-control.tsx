import { Input } from 'antd';
import type { ClipboardEvent } from 'react';
import type { ControlProps } from './control-props.ts';

/** Formatting a paper form cannot hold; plain paragraphs and spans do not count. */
const FORMATTED =
  /<(b|strong|i|em|u|table|img|h[1-6]|ul|ol|sup|sub|font)\b|font-weight\s*:\s*(bold|[6-9]00)|mso-list/iu;

/** A text of several lines that grows with its contents. Formatting of pasted text falls away, and it says so. */
export function LongTextControl({ field, inputId, text, status, onText, onEnter, onLeave, onNotice }: ControlProps) {
  const length = [...text.trim()].length;
  const onPaste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    onNotice(FORMATTED.test(html) ? '粘贴的文字已去掉原有格式，只保留文字。' : null);
  };
  const isOver = field.maxLength !== undefined && length > field.maxLength;
  return (
    <>
      <Input.TextArea
        id={inputId}
        value={text}
        status={status}
        autoSize={{ minRows: 5, maxRows: 16 }}
        onChange={(event) => onText(event.target.value)}
        onPaste={onPaste}
        onFocus={onEnter}
        onBlur={onLeave}
      />
      <span className={isOver ? 'count count-over' : 'count'}>
        {field.maxLength === undefined ? `${length} 字` : `${length} / ${field.maxLength} 字`}
      </span>
    </>
  );
}
