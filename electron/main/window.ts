import path from 'node:path';
import { app, BrowserWindow, dialog, screen } from 'electron';
import { pageAddress } from './page-address.ts';
import { isReachable, readWindowBounds, writeWindowBounds } from './window-bounds.ts';

/** Fits a screen of 1366×768 with a task bar. */
const usualSize = { width: 1280, height: 700 };
const smallestSize = { minWidth: 1000, minHeight: 560 };
/** Crashes of the page within a minute after which opening it again is pointless. */
const maxPageCrashes = 3;
const crashWindowMs = 60_000;

interface WindowOptions {
  readonly preloadEntry: string;
  readonly iconFile: string;
  readonly isDevelopment: boolean;
}

/** Makes the window where it stood last time; it shows itself once its page, loaded by `showPage`, has something to show. */
export async function openWindow({ preloadEntry, iconFile, isDevelopment }: WindowOptions): Promise<BrowserWindow> {
  const boundsFile = path.join(app.getPath('userData'), 'window.json');
  const remembered = await readWindowBounds(boundsFile);
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = remembered !== null && isReachable(remembered, workAreas) ? remembered : usualSize;
  const window = new BrowserWindow({
    ...smallestSize,
    ...place,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    title: '县财填报',
    icon: iconFile,
    webPreferences: {
      preload: preloadEntry,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: isDevelopment,
    },
  });
  if (remembered?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    void writeWindowBounds(boundsFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  returnToPage(window);
  reopenAfterCrash(window);
  return window;
}

/** Loads the page into the window. */
export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(pageAddress);
}

/** Shows a window that may be hidden behind others or minimised. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** `about:blank` needs no loading, so that nobody is asked before a page goes there: it is brought back. */
function returnToPage(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, address) => {
    if (address.split('#')[0] !== pageAddress) void showPage(window);
  });
}

function reopenAfterCrash(window: BrowserWindow): void {
  let crashTimesMs: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashTimesMs = [...crashTimesMs.filter((time) => Date.now() - time < crashWindowMs), Date.now()];
    if (crashTimesMs.length > maxPageCrashes) {
      dialog.showErrorBox('县财填报', '窗口多次意外关闭，程序即将退出。已保存的表单没有丢失，请重新启动程序。');
      app.quit();
      return;
    }
    window.webContents.reload();
    const message = '窗口刚才意外关闭，已重新打开。已保存的表单没有丢失，请核对最后填写的一处。';
    void dialog.showMessageBox(window, { type: 'warning', title: '县财填报', message, buttons: ['知道了'] });
  });
}
