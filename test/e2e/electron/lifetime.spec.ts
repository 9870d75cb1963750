import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchElectronApp } from '../../support/electron-app.ts';
import { isRunning } from '../../support/processes.ts';

let workspace: string;
test.beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'xiancai-electron-workspace-'));
});
test.afterEach(() => rmSync(workspace, { recursive: true, force: true }));

test('opens with the sample county, goes on after the core was killed, and leaves no process behind', async () => {
  const app = await launchElectronApp({ workspace, withSample: true });
  await expect(app.page.getByText('示例').first()).toBeVisible();
  const first = app.corePid() ?? 0;
  await app.killCore();
  const answer = () =>
    app.page.evaluate(async () => {
      const bridge: { call(id: string, method: string, input: unknown): Promise<{ ok: boolean }> } = Reflect.get(
        globalThis,
        'xiancai',
      );
      return (await bridge.call('after', 'workspace.get', {})).ok;
    });
  await expect.poll(answer).toBe(true);
  const second = app.corePid() ?? 0;
  expect(second).not.toBe(first);
  await app.close();
  expect(isRunning(second)).toBe(false);
});

test('comes back when the page crashes, and says so', async () => {
  const app = await launchElectronApp({ workspace });
  await expect(app.page.getByText('工作台').first()).toBeVisible();
  await app.electron.evaluate(({ dialog }) => {
    // The box would wait for a person.
    dialog.showMessageBox = (...args: unknown[]) => {
      Reflect.set(globalThis, 'shownBox', args.at(-1));
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => {
      contents?.once('did-finish-load', () => resolve());
    });
    contents?.forcefullyCrashRenderer();
    return loaded;
  });
  const isBack = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`document.body.innerText.includes('工作台')`),
    );
  await expect.poll(isBack).toBe(true);
  const box = await app.electron.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'shownBox')));
  expect(box).toContain('已保存的表单没有丢失');
  await app.close();
});

test('prints to pdf through its own web contents', async () => {
  const app = await launchElectronApp({ workspace, withSample: true });
  const target = path.join(workspace, '打印.pdf');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  const call = (method: string, input: unknown) =>
    app.page.evaluate(
      (request) => {
        const bridge: { call(id: string, method: string, input: unknown): Promise<unknown> } = Reflect.get(
          globalThis,
          'xiancai',
        );
        return bridge.call(crypto.randomUUID(), request.method, request.input);
      },
      { method, input },
    );
  const list = (await call('record.list', {})) as { readonly value: readonly { readonly id: string }[] };
  const place = (await call('host.chooseTarget', { suggestedName: '打印.pdf', format: 'pdf' })) as {
    readonly value: { readonly token: string };
  };
  const ids = list.value.slice(0, 3).map(({ id }) => id);
  const written = await call('export.write', { ids, format: 'pdf', target: place.value.token });
  expect(written).toMatchObject({ ok: true, value: { fileName: '打印.pdf', forms: 3 } });
  await app.close();
});
