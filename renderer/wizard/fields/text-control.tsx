import { Button, Input } from 'antd';
import type { ControlProps } from './control-props.ts';

/** A single line. More than the form allows can be typed, and is found by the checks: cutting would lose text. */
export function TextControl({ field, inputId, text, status, onText, onEnter, onLeave }: ControlProps) {
  const length = [...text].length;
  const isTight = field.maxLength !== undefined && length > field.maxLength * 0.8;
  return (
    <Input
      id={inputId}
      value={text}
      status={status}
      autoComplete="off"
      suffix={isTight ? <span className="count">{`${length} / ${field.maxLength}`}</span> : undefined}
      onChange={(event) => onText(event.target.value)}
      onFocus={onEnter}
      onBlur={onLeave}
    />
  );
}

/** A term in days; the whole year is one click away. */
export function PeriodControl(props: ControlProps) {
  const { fiscalYear, onText } = props;
  return (
    <div className="control-with-button">
      <TextControl {...props} />
      <Button tabIndex={-1} onClick={() => onText(`${fiscalYear}.01.01-${fiscalYear}.12.31`)}>
        {fiscalYear}年全年
      </Button>
    </div>
  );
}
