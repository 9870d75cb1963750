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
    // What is pasted into a field (the search) is that field's.
    if (!event.clipboardData || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const materials = pastedMaterials(event.clipboardData);
    if (materials.length === 0) onMessage(words.nothingPasted);
    else onRead(materials);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const data = event.dataTransfer;
    if (!data) return;
    const materials = data.files.length > 0 ? filesOf(data.files) : pastedMaterials(data);
    if (materials.length > 0) onRead(materials);
  });
  useEffect(() => {
    // The whole window takes a drop: beside the frame a browser would open the file in place of the program.
    const abort = new AbortController();
    const { signal } = abort;
    document.addEventListener('paste', (event) => onPaste(event), { signal });
    document.addEventListener('drop', (event) => onDrop(event), { signal });
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    return () => abort.abort();
  }, []);

  return (
    <div className="import-choose">
      {message === null ? null : (
        <Alert type="warning" showIcon title={<span className="import-lines">{message}</span>} />
      )}
      <section className={isOver ? 'import-drop is-over' : 'import-drop'} aria-label={words.title}>
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
          accept=".xlsx,.xls,.et,.ods,.docx,.csv,.tsv,.txt,.html,.htm,.mht"
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
