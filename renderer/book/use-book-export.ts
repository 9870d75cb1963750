import { App } from 'antd';
import { useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { useRpc } from '../rpc/client-context.tsx';

export interface BookChoice {
  readonly bookId: string;
  readonly fiscalYear: number;
  readonly parts: readonly string[];
}

/** Writes a book to a place the person chooses; can be stopped. */
export function useBookExport() {
  const rpc = useRpc();
  const { message } = App.useApp();
  const [running, setRunning] = useState<'docx' | 'pdf' | null>(null);
  const controller = useRef<AbortController | null>(null);
  const write = async (choice: BookChoice, format: 'docx' | 'pdf', suggestedName: string) => {
    const target = await rpc.call('host.chooseTarget', { suggestedName, format });
    if (!target.ok) return void message.error(describeError(target.error));
    if (!target.value) return undefined;
    controller.current = new AbortController();
    setRunning(format);
    const { signal } = controller.current;
    const input = { ...choice, parts: [...choice.parts], format, target: target.value.token };
    const written = await rpc.call('book.write', input, { signal });
    setRunning(null);
    if (!written.ok) {
      return written.error.kind === 'cancelled' ? undefined : void message.error(describeError(written.error));
    }
    await rpc.deliver(target.value);
    return void message.success(`已导出“${written.value.fileName}”。`);
  };
  return {
    running,
    write: (choice: BookChoice, format: 'docx' | 'pdf', suggestedName: string) =>
      void write(choice, format, suggestedName),
    cancel: () => controller.current?.abort(),
  };
}
