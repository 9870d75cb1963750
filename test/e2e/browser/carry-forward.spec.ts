import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** Beginning the next year with a unit's forms. */

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

async function goToNextYear(page: Page): Promise<number> {
  const year = Number.parseInt((await page.getByTestId('year-switch').textContent()) ?? '', 10) + 1;
  await page.getByTestId('year-switch').click();
  await page.getByRole('menuitem', { name: `${year}年度` }).click();
  await expect(page.getByText(`${year}年度还没有表单`)).toBeVisible();
  return year;
}

test('an empty year takes over all forms, and lists what still names the year before', async ({ page }) => {
  const count = await rows(page).count();
  const year = await goToNextYear(page);
  await page.locator('[data-way=carry]').click();
  await page.getByLabel('清空金额').check();
  await page.getByRole('button', { name: `沿用 ${count} 张` }).click();
  await expect(page.getByText(`已从${year - 1}年度沿用 ${count} 张表单`)).toBeVisible();
  const leftover = page.locator('.check-form .finding-link').first();
  const place = (await leftover.locator('.finding-place').textContent()) ?? '';
  expect(place).not.toBe('');
  await leftover.click();
  await expect(page.locator('.wizard')).toBeVisible();
  // The list is still there for the next place.
  await page.goBack();
  await expect(page.getByText(`仍写着${year - 1}年的地方`)).toBeVisible();
  await page.getByRole('button', { name: '到工作台' }).click();
  await expect(rows(page)).toHaveCount(count);
  await expect(page.getByText('未填', { exact: true })).toHaveCount(count);
});

test('chosen forms alone are taken over, and none of them twice', async ({ page }) => {
  const count = await rows(page).count();
  await goToNextYear(page);
  await page.locator('[data-way=carry]').click();
  await page.locator('.carry-table .ant-table-row').first().getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: `沿用 ${count - 1} 张` }).click();
  await page.getByRole('button', { name: '到工作台' }).click();
  await expect(rows(page)).toHaveCount(count - 1);
  await page.getByRole('button', { name: '沿用上年' }).click();
  await page.getByRole('button', { name: '再沿用其他表单' }).click();
  await page.getByRole('button', { name: `沿用 ${count} 张` }).click();
  await expect(page.getByText(`没有沿用的 ${count - 1} 张`)).toBeVisible();
  await page.getByRole('button', { name: '到工作台' }).click();
  await expect(rows(page)).toHaveCount(count);
});
