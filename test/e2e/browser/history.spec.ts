import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** A form's history: what changed, two states on paper, and the way back. */

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp({ withFewForms: true });
  await page.goto(app.url);
  await page.locator('.record-table .ant-table-row').first().dblclick();
});
test.afterEach(async () => {
  await app.close();
});

const nameField = (page: Page) => page.getByRole('textbox', { name: '项目名称' });
const lines = (page: Page) => page.locator('.revision-item');

async function rename(page: Page, name: string): Promise<string> {
  const before = await nameField(page).inputValue();
  await nameField(page).fill(name);
  await page.getByRole('button', { name: '历史' }).click();
  return before;
}

test('a change is listed with its place, and marked on both papers', async ({ page }) => {
  const before = await rename(page, '改过的名称');
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).first()).toContainText('项目名称');
  await expect(lines(page).first()).toContainText('当前');
  const papers = page.locator('.compared-paper');
  await expect(papers).toHaveCount(2);
  await expect(papers.nth(0).locator('.paper-noted-changed').filter({ hasText: before }).first()).toBeVisible();
  await expect(papers.nth(1).locator('.paper-noted-changed').filter({ hasText: '改过的名称' }).first()).toHaveAttribute(
    'title',
    `原为：${before}`,
  );
  await page.getByText('单页').click();
  await expect(papers).toHaveCount(1);
});

test('going back is a state of its own, which can be taken back', async ({ page }) => {
  const before = await rename(page, '改过的名称');
  await lines(page).nth(1).click();
  await page.getByRole('button', { name: '恢复到此版本' }).click();
  await expect(lines(page)).toHaveCount(3);
  await expect(lines(page).first()).toContainText('恢复到');
  await page.getByRole('button', { name: '撤销恢复' }).click();
  await expect(lines(page)).toHaveCount(4);
  await lines(page).nth(3).click();
  await page.getByRole('button', { name: '恢复到此版本' }).click();
  await expect(lines(page)).toHaveCount(5);
  await page.getByRole('button', { name: '回到表单' }).click();
  await expect(nameField(page)).toHaveValue(before);
});
