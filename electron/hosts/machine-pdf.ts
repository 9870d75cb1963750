import type { ChromiumPrinter } from '../core/pdf/chromium-printer.ts';
import type { PdfPrinter } from '../core/ports.ts';

/** Prints through the machine's own browser. The printer is loaded at the first print: few calls ever need it. */
export interface MachinePdf {
  readonly print: PdfPrinter;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

/** @param rendererDir the built pages, absolute */
export function machinePdf(rendererDir: string): MachinePdf {
  let printer: Promise<ChromiumPrinter> | undefined;
  const load = async (): Promise<ChromiumPrinter> => {
    const module = await import('../core/pdf/chromium-printer.ts');
    return new module.ChromiumPrinter({ rendererDir });
  };
  return {
    print: async (document, context) => {
      printer ??= load();
      return await (await printer).print(document, context);
    },
    close: async () => {
      await (await printer)?.close();
    },
  };
}
