import { expect, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

let app: BrowserApp;

test.beforeEach(async () => {
  app = await launchBrowserApp({ withSample: true });
});
test.afterEach(async () => {
  await app.close();
});

test('opens without breaking its own policy, and asks nobody but its own server', async ({ page }) => {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== app.origin && protocol !== 'data:' && protocol !== 'blob:') strangers.push(request.url());
  });
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(globalThis, 'complain')(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(app.url);
  await expect(page.getByText('预算合计')).toBeVisible();
  expect(page.url()).not.toContain('token');
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
});

test('goes on when the core was killed, and a second browser is not let in by the same address', async ({
  page,
  browser,
}) => {
  await page.goto(app.url);
  await expect(page.getByText('预算合计')).toBeVisible();
  await app.killCore();
  await page.reload();
  await expect(page.getByText('预算合计')).toBeVisible();
  const other = await browser.newContext();
  const foreign = await other.newPage();
  expect((await foreign.goto(app.url))?.status()).toBe(403);
  expect((await foreign.goto(app.origin))?.status()).toBe(403);
  await other.close();
});
