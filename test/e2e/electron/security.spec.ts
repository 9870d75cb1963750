import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type ElectronApp, launchElectronApp } from '../../support/electron-app.ts';

let app: ElectronApp;
/** A site of somebody else: whatever reaches it is a leak. */
let foreign: Server;
let foreignOrigin: string;
let foreignRequests: string[] = [];

test.beforeAll(async () => {
  foreign = createServer((request, response) => {
    foreignRequests.push(request.url ?? '');
    response.end('<script>document.title = "foreign"</script>');
  });
  foreign.listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  foreignOrigin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  app = await launchElectronApp();
});
test.afterAll(async () => {
  await app.close();
  foreign.close();
});
test.beforeEach(() => {
  foreignRequests = [];
});

test('the page runs in a sandbox, isolated, without Node', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has this for its own tests and does not declare it.
      const preferencesOf: () => Electron.WebPreferences = Reflect.get(contents, 'getLastWebPreferences');
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferencesOf.call(contents);
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const found of preferences) {
    expect(found).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(found.webviewTag ?? false).toBe(false);
  }
  const globals = await app.page.evaluate(() => [
    typeof Reflect.get(globalThis, 'require'),
    typeof Reflect.get(globalThis, 'process'),
    typeof Reflect.get(globalThis, 'module'),
    typeof Reflect.get(globalThis, 'Buffer'),
    typeof Reflect.get(globalThis, 'ipcRenderer'),
    typeof Reflect.get(globalThis, 'electron'),
  ]);
  expect(globals).toEqual(Array.from({ length: 6 }, () => 'undefined'));
});

test('the page is given the named functions and nothing else, and cannot change them', async () => {
  const found = await app.page.evaluate(() => {
    const bridge: object = Reflect.get(globalThis, 'xiancai');
    const wasChanged = Reflect.set(bridge, 'call', () => Promise.resolve('mine'));
    return { names: Object.keys(bridge).sort(), wasChanged };
  });
  expect(found).toEqual({ names: ['call', 'cancel', 'onEvent', 'registerFiles'], wasChanged: false });
});

test('the content security policy blocks inline script, eval and everything remote', async () => {
  const outcome = await app.page.evaluate(async (origin) => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.wasInline = true';
    document.body.append(inline);
    const remote = document.createElement('script');
    remote.src = `${origin}/remote.js`;
    document.body.append(remote);
    const image = new Image();
    image.src = `${origin}/image.png`;
    const frame = document.createElement('iframe');
    frame.src = `${origin}/frame.html`;
    document.body.append(frame);
    const fetched = await fetch(`${origin}/fetch`).then(
      () => true,
      () => false,
    );
    // In a timer: what Playwright evaluates itself is not bound by the policy.
    const wasEvaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(Function('return true')());
        } catch {
          resolve(false);
        }
      }, 300);
    });
    for (const element of [inline, remote, frame]) element.remove();
    return { blocked, fetched, wasEvaluated, wasInline: Reflect.get(globalThis, 'wasInline') ?? false };
  }, foreignOrigin);
  expect(outcome).toMatchObject({ fetched: false, wasEvaluated: false, wasInline: false });
  expect(outcome.blocked).toEqual(expect.arrayContaining(['script-src-elem', 'img-src', 'frame-src', 'connect-src']));
  expect(foreignRequests).toEqual([]);
});

test('not even a session that ignores the policy reaches the network', async () => {
  const outcome = await app.electron.evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        () => 'reached',
        (error: unknown) => String(error),
      ),
    `${foreignOrigin}/session`,
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(foreignRequests).toEqual([]);
});

test('navigation is refused', async () => {
  const before = app.page.url();
  for (const address of [
    `${foreignOrigin}/page`,
    'file:///etc/passwd',
    'app://xiancai/print.html',
    'data:text/html,x',
  ]) {
    await app.page.evaluate((target) => {
      location.href = target;
    }, address);
    await app.page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      link.click();
    }, address);
    await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    expect(app.page.url(), address).toBe(before);
  }
  expect(foreignRequests).toEqual([]);
  // Nobody is asked before a page goes blank, so it is brought back.
  await app.page.evaluate(() => {
    location.href = 'about:blank';
  });
  await expect(app.page.getByText('工作台').first()).toBeVisible();
  expect(app.page.url()).toBe(before);
});

test('new windows are refused', async () => {
  const opened = await app.page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.click();
    return [address, 'app://xiancai/', 'about:blank'].map((target) => window.open(target) !== null);
  }, foreignOrigin);
  expect(opened).toEqual([false, false, false]);
  expect(app.electron.windows()).toHaveLength(1);
  expect(foreignRequests).toEqual([]);
});

test('permissions are denied', async () => {
  const outcome = await app.page.evaluate(async () => {
    const states: string[] = [];
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone'] as const) {
      states.push((await navigator.permissions.query({ name })).state);
    }
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
    );
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) => resolve(code),
      );
    });
    return { states, media, place, notification: await Notification.requestPermission() };
  });
  expect(outcome.states).toEqual(Array.from({ length: 4 }, () => 'denied'));
  expect(outcome.media).not.toBe('given');
  expect(outcome.place).toBe(1);
  expect(outcome.notification).toBe('denied');
});

test('a frame of our own page, and any other window, cannot call', async () => {
  const inFrame = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://xiancai/print.html';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { contentWindow } = frame;
    const found = { address: contentWindow?.location.href, bridge: typeof Reflect.get(contentWindow ?? {}, 'xiancai') };
    frame.remove();
    return found;
  });
  expect(inFrame).toEqual({ address: 'about:blank', bridge: 'undefined' });
  // A window that was given our preload script by mistake: its calls are refused by who sends them.
  const fromOther = await app.electron.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const preload = `${electronApp.getAppPath()}/dist/electron/preload.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('app://xiancai/print.html');
    const outcome: unknown = await other.webContents.executeJavaScript(
      `globalThis.xiancai.call('1', 'workspace.get', {}).then(() => 'answered', (error) => String(error))`,
    );
    other.destroy();
    return String(outcome);
  });
  expect(fromOther).toContain('foreign');
});

test('messages that break the contract are refused', async () => {
  const outcomes = await app.page.evaluate(async () => {
    const bridge: { call(id: unknown, method: unknown, input: unknown): Promise<unknown> } = Reflect.get(
      globalThis,
      'xiancai',
    );
    const ask = (id: unknown, method: unknown, input: unknown) =>
      bridge.call(id, method, input).then(
        (answer) => JSON.stringify(answer),
        () => 'thrown',
      );
    return {
      hostOnly: await ask('1', 'files.register', { path: '/etc/passwd', purpose: 'read' }),
      unknown: await ask('1', 'toString', {}),
      badInput: await ask('1', 'record.save', { id: '../..' }),
      badEnvelope: await ask({ id: 1 }, 7, null),
    };
  });
  expect(outcomes.hostOnly).toContain('badRequest');
  expect(outcomes.unknown).toContain('badRequest');
  expect(outcomes.badInput).toContain('badRequest');
  expect(outcomes.badEnvelope).toBe('thrown');
});

test('the page scheme serves the build and nothing else of the disk', async () => {
  const statuses = await app.page.evaluate(async () => {
    const addresses = [
      'app://xiancai/index.html',
      'app://xiancai/..%2f..%2fpackage.json',
      'app://xiancai/%2e%2e/%2e%2e/package.json',
      'app://xiancai/assets/..%5c..%5cpackage.json',
      'app://xiancai//etc/passwd',
    ];
    return Promise.all(addresses.map((address) => fetch(address).then(({ status }) => status)));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('nothing is downloaded', async () => {
  const wasPrevented = await app.electron.evaluate(
    ({ BrowserWindow, session }) =>
      new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented));
        void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `{ const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob(['x'])); link.download = 'x.exe'; link.click(); }`,
        );
      }),
  );
  expect(wasPrevented).toBe(true);
});
