import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { pastedMaterials } from './pasted.ts';
import type { Material } from './use-import.ts';
import { words } from './words.ts';

export interface ChoosePanelProps {
  /** What is to be said about the attempt before, if anything. */
  readonly message: string | null;
  readonly onRead: (materials: readonly Material[]) => void;
  readonly onMessage: (message: string) => void;
  readonly onCancel: () => void;
}

const filesOf = (list: FileList | null): readonly Material[] =>
  [...(list ?? [])].map((file) => ({ kind: 'file', file }));

/** The start of an import: drop files, choose files, or paste. */
export function ChoosePanel({ message, onRead, onMessage, onCancel }: ChoosePanelProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    const materials = pastedMaterials(event.clipboardData);
    if (materials.length === 0) onMessage(words.nothingPasted);
    else onRead(materials);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);

  return (
    <div className="import-choose">
      {message === null ? null : (
        <Alert type="warning" showIcon title={<span className="import-lines">{message}</span>} />
      )}
      <section
        className={isOver ? 'import-drop is-over' : 'import-drop'}
        aria-label={words.title}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const materials =
            event.dataTransfer.files.length > 0
              ? filesOf(event.dataTransfer.files)
              : pastedMaterials(event.dataTransfer);
          if (materials.length > 0) onRead(materials);
        }}
      >
        <InboxOutlined className="import-drop-icon" />
        <p>{isOver ? words.drop : words.intro}</p>
        <Button type="primary" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <p className="import-quiet">{words.formats}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".xlsx,.xls,.et,.ods,.csv,.tsv,.txt,.html,.htm,.mht"
          aria-label={words.choose}
          onChange={(event) => {
            onRead(filesOf(event.target.files));
            event.target.value = '';
          }}
        />
      </section>
      <Button type="text" onClick={onCancel}>
        {words.back}
      </Button>
    </div>
  );
}
