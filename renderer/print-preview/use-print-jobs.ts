import { App as AntApp } from 'antd';
import { useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import type { PaperSection } from '../../shared/paper/paper-document.ts';
import type { Progress } from '../../shared/rpc/method.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { type PrintChoices, suggestFileName } from './print-choices.ts';

/** Long work under way, for the progress bar. */
export interface PrintJob {
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
}

export interface PrintJobs {
  readonly job: PrintJob | null;
  readonly cancel: () => void;
  readonly save: (format: SavedFormat) => Promise<void>;
  readonly print: () => Promise<void>;
}

const LABELS = { pdf: '正在生成 PDF', xlsx: '正在生成 Excel', docx: '正在生成 Word 文档' } as const;
/** The kinds of files the preview saves. */
type SavedFormat = keyof typeof LABELS;

/**
 * Printing and saving the chosen forms.
 * @param isElectron whether the host has printers; elsewhere printing hands over a pdf
 */
export function usePrintJobs(sections: readonly PaperSection[], choices: PrintChoices, isElectron: boolean): PrintJobs {
  const rpc = useRpc();
  const { message } = AntApp.useApp();
  const [job, setJob] = useState<PrintJob | null>(null);
  const abort = useRef<AbortController>(null);
  const ids = sections.map((section) => section.recordId);

  const write = async (format: SavedFormat, doneText: (fileName: string) => string): Promise<void> => {
    const suggestedName = suggestFileName(
      sections.map((section) => section.title),
      format,
    );
    const chosen = await rpc.call('host.chooseTarget', { suggestedName, format });
    if (!chosen.ok) {
      void message.error(describeError(chosen.error));
      return;
    }
    const target = chosen.value;
    if (target === null) return;
    const controller = new AbortController();
    abort.current = controller;
    const show = ({ done, total }: Progress): void =>
      setJob({ label: LABELS[format], percent: total === 0 ? 0 : Math.round((done / total) * 100) });
    show({ done: 0, total: ids.length, label: '' });
    const written = await rpc.call(
      'export.write',
      { ids, format, target: target.token, settings: choices.settings },
      { onProgress: show, signal: controller.signal },
    );
    setJob(null);
    if (written.ok) {
      await rpc.deliver(target);
      void message.success(doneText(written.value.fileName));
    } else if (written.error.kind !== 'cancelled') {
      void message.error(describeError(written.error));
    }
  };

  const print = async (): Promise<void> => {
    if (!isElectron) {
      await write('pdf', () => 'PDF 已生成，打开后即可打印');
      return;
    }
    setJob({ label: '正在送往打印机', percent: 0 });
    const { settings, copies, isDuplex } = choices;
    const printed = await rpc.call('host.print', { ids, settings, copies, isDuplex });
    setJob(null);
    if (!printed.ok && printed.error.kind !== 'cancelled') void message.error(describeError(printed.error));
  };

  return {
    job,
    cancel: () => abort.current?.abort(),
    save: (format) => write(format, (fileName) => `已保存“${fileName}”`),
    print,
  };
}
