import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** A file that is dropped where nobody expects one must never replace the program. */

let app: BrowserApp;

test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
  await page.locator('[data-way=create]').waitFor();
});
test.afterEach(async () => {
  await app.close();
});

/** Drags a file over the middle of the window; lets go unless told otherwise. Says whether the page took it. */
async function dragFile(page: Page, content: string, types: readonly string[]): Promise<boolean> {
  return page.evaluate(
    ({ text, events }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], '项目表.txt', { type: 'text/plain' }));
      const target = document.elementFromPoint(400, 300) ?? document.body;
      return events.every((type) => {
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      });
    },
    { text: content, events: types },
  );
}

test('a file dropped on the workbench is read by the import', async ({ page }) => {
  expect(await dragFile(page, '', ['dragover'])).toBe(true);
  await expect(page.getByText('松开鼠标，导入这些文件')).toBeVisible();
  expect(await dragFile(page, '这里没有表。', ['dragover', 'drop'])).toBe(true);
  await expect(page.getByText('松开鼠标，导入这些文件')).toHaveCount(0);
  await expect(page).toHaveURL(/#\/import$/u);
  await expect(page.locator('.import')).toContainText('项目表.txt');

  // Coming back later begins anew.
  await page.goBack();
  await page.locator('[data-way=create]').waitFor();
  await page.goForward();
  await expect(page.locator('.import-drop')).toBeVisible();
  await expect(page.locator('.import')).not.toContainText('项目表.txt');
});

test('text that is dragged is left to the fields', async ({ page }) => {
  const isTaken = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '图书馆');
    const event = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(isTaken).toBe(false);
});
