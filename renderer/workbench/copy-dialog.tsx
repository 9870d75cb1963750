import { Input, Modal } from 'antd';
import { useState } from 'react';

/** A form to copy. */
export interface CopySource {
  readonly id: string;
  readonly title: string;
}

const SUFFIX = '（副本）';

/** Asks for the copy's name, or for several forms what to put behind their names. */
export function CopyDialog({
  sources,
  onCopy,
  onClose,
}: {
  readonly sources: readonly CopySource[];
  readonly onCopy: (copies: readonly CopySource[]) => void;
  readonly onClose: () => void;
}) {
  const [only] = sources.length === 1 ? sources : [];
  const [text, setText] = useState(only ? `${only.title}${SUFFIX}` : SUFFIX);
  const name = text.trim();
  const copy = () => {
    if (name === '') return;
    onCopy(only ? [{ id: only.id, title: name }] : sources.map(({ id, title }) => ({ id, title: `${title}${name}` })));
  };
  return (
    <Modal
      open
      title={only ? '复制表单' : `复制 ${sources.length} 张表单`}
      okText="复制"
      okButtonProps={{ disabled: name === '' }}
      onOk={copy}
      onCancel={onClose}
      width={480}
    >
      <div className="copy-name">
        <label htmlFor="copy-name">{only ? '新表单的名称' : '名称后面加上'}</label>
        <Input
          id="copy-name"
          autoFocus
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={copy}
        />
      </div>
    </Modal>
  );
}
