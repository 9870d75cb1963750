import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** The order of a unit's forms, copies, and what a search shows. */

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp({ withFewForms: true });
  await page.goto(app.url);
  await expect(rows(page).first()).toBeVisible();
});
test.afterEach(async () => {
  await app.close();
});

const rows = (page: Page) => page.locator('.record-table .ant-table-row');
const titles = (page: Page) => rows(page).locator('.ant-table-cell:nth-child(3)');

test('forms are moved by keys and by the mouse, and stay where they were put', async ({ page }) => {
  const [first = '', second = '', third = '', ...rest] = await titles(page).allTextContents();
  await rows(page).nth(0).click();
  await page.getByRole('grid', { name: '表单列表' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles(page)).toHaveText([second, first, third, ...rest]);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles(page)).toHaveText([second, third, first, ...rest]);
  await rows(page).nth(2).dragTo(rows(page).nth(0));
  await expect(titles(page)).toHaveText([first, second, third, ...rest]);
  await rows(page).nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '上移' }).click();
  await expect(titles(page)).toHaveText([second, first, third, ...rest]);
  await page.reload();
  await expect(titles(page)).toHaveText([second, first, third, ...rest]);
});

test('a copy gets the name that is typed and stands behind its form', async ({ page }) => {
  const [first = '', ...rest] = await titles(page).allTextContents();
  await rows(page).nth(0).getByRole('checkbox').check();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '复制' }).click();
  await expect(page.getByLabel('新表单的名称')).toHaveValue(`${first}（副本）`);
  await page.getByLabel('新表单的名称').fill('第二期');
  await page.getByRole('dialog').getByRole('button', { name: '复制' }).click();
  await expect(titles(page)).toHaveText([first, '第二期', ...rest]);
});

test('a search shows the place, and Ctrl+K leads to it', async ({ page }) => {
  await page.getByLabel('查找表单').fill('满意');
  await expect(page.locator('.search-place mark').first()).toHaveText('满意');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找表单或功能' }).fill('就诊群众满意度');
  await page.getByRole('option', { name: '就诊群众满意度' }).first().click();
  await expect(page.locator('.wizard-step[aria-current=step]')).toContainText('绩效指标');
});
