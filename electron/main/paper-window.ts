import { BrowserWindow } from 'electron';
import { printPageAddress } from './page-address.ts';

/**
 * Lays a document out in a window of its own that is never shown, works with it, and closes it.
 * @param document a `PaperDocument`; it goes into the print page as data
 */
export async function withPaperWindow<T>(
  document: unknown,
  work: (contents: BrowserWindow['webContents']) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(printPageAddress);
    await window.webContents.executeJavaScript(`window.layOutPaper(${toScriptExpression(document)})`);
    return await work(window.webContents);
  } finally {
    window.destroy();
  }
}

/** An expression that gives the value: parsed as JSON there, so that nothing in it is ever taken for script. */
function toScriptExpression(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
