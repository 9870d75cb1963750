import { app, type BaseWindow, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** Undo and redo belong to the page, which keeps them across fields and steps: the menu presses its keys. */
function pressInPage(window: BaseWindow | undefined, keyCode: string): void {
  if (!(window instanceof BrowserWindow)) return;
  for (const type of ['keyDown', 'keyUp'] as const) {
    window.webContents.sendInputEvent({ type, keyCode, modifiers: ['control'] });
  }
}

/** The window's menu. It shows with the Alt key: a low screen has no line to spare. */
export function installMenu(isDevelopment: boolean): void {
  const template: MenuItemConstructorOptions[] = [
    { label: '文件(&F)', submenu: [{ role: 'quit', label: '退出' }] },
    {
      label: '编辑(&E)',
      submenu: [
        {
          label: '撤销',
          accelerator: 'CmdOrCtrl+Z',
          registerAccelerator: false,
          click: (_item, window) => pressInPage(window, 'Z'),
        },
        {
          label: '重做',
          accelerator: 'CmdOrCtrl+Y',
          registerAccelerator: false,
          click: (_item, window) => pressInPage(window, 'Y'),
        },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '视图(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
        ...(isDevelopment ? [{ role: 'toggleDevTools', label: '开发者工具' } as const] : []),
      ],
    },
    { label: '帮助(&H)', submenu: [{ label: '关于县财填报', click: () => app.showAboutPanel() }] },
  ];
  app.setAboutPanelOptions({
    applicationName: '县财填报',
    applicationVersion: app.getVersion(),
    copyright: '按木兰宽松许可证第 2 版开放',
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
