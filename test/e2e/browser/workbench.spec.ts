import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** The list of forms, on the real core, with a unit's forms, the sample county or nothing. */

let app: BrowserApp;

async function openWith(page: Page, forms: 'few' | 'sample' | 'none'): Promise<void> {
  app = await launchBrowserApp({ withFewForms: forms === 'few', withSample: forms === 'sample' });
  await page.goto(app.url);
}
test.afterEach(async () => {
  await app.close();
});

const rows = (page: Page) => page.locator('.record-table .ant-table-row');
const chip = (page: Page, name: string) => page.locator('.chip', { hasText: name });
const countOf = async (page: Page, name: string) => Number(await chip(page, name).locator('strong').textContent());
const titleOf = (page: Page, row: number) => rows(page).nth(row).locator('.ant-table-cell').nth(2);

test('an empty year shows the ways in, and the sample county can come and go', async ({ page }) => {
  await openWith(page, 'none');
  await expect(page.locator('.empty-way')).toHaveCount(3);
  await page.locator('[data-way=sample]').click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: '移除示例数据' }).click();
  await expect(page.locator('.empty-way')).toHaveCount(3);
});

test('sums, filters, search and sorting agree with the list', async ({ page }) => {
  await openWith(page, 'few');
  await expect(rows(page).first()).toBeVisible();
  const all = await countOf(page, '全部');
  expect(all).toBe(await rows(page).count());
  await expect(page.getByTestId('budget-total')).toContainText('万元');

  await chip(page, '未填全').click();
  await expect(rows(page)).toHaveCount(await countOf(page, '未填全'));
  await chip(page, '未填全').click();
  await expect(rows(page)).toHaveCount(all);

  const name = (await titleOf(page, 0).textContent()) ?? '';
  await page.getByLabel('查找表单').fill(name);
  await expect(titleOf(page, 0)).toHaveText(name);
  await page.getByLabel('查找表单').fill('没有这样的表单名称');
  await expect(rows(page)).toHaveCount(0);
  await page.getByLabel('查找表单').fill('');
  await expect(rows(page)).toHaveCount(all);

  await page.locator('.ant-table-column-has-sorters', { hasText: '完整度' }).click();
  const percents = (await page.locator('.completeness').allTextContents()).map((text) => Number.parseInt(text, 10));
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
});

test('what is removed comes back by undo', async ({ page }) => {
  await openWith(page, 'few');
  await expect(rows(page).first()).toBeVisible();
  const all = await rows(page).count();
  const name = (await titleOf(page, 1).textContent()) ?? '';
  await rows(page).nth(1).getByRole('checkbox').check();
  await page.getByRole('button', { name: '删除' }).click();
  await expect(rows(page)).toHaveCount(all - 1);
  await expect(page.getByText('已删除 1 张表单')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(all);
  await expect(titleOf(page, 1)).toHaveText(name);
});

test('the list is worked by keyboard alone', async ({ page }) => {
  await openWith(page, 'few');
  await expect(rows(page).first()).toBeVisible();
  const all = await rows(page).count();
  await page.getByRole('grid', { name: '表单列表' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('已选 1 张')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`已选 ${all} 张`)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText(`已删除 ${all} 张表单`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(all);

  const name = (await titleOf(page, 2).textContent()) ?? '';
  await page.getByRole('grid', { name: '表单列表' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.wizard-title')).toHaveText(name);
});

test('forms and commands are found by Chinese and by pinyin initials', async ({ page }) => {
  await openWith(page, 'few');
  await expect(rows(page).first()).toBeVisible();
  const name = (await titleOf(page, 0).textContent()) ?? '';
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找表单或功能' }).fill('sz');
  await expect(page.getByRole('option', { name: /^设置/u })).toBeVisible();
  await page.getByRole('combobox', { name: '查找表单或功能' }).fill(name);
  await expect(page.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.wizard-title')).toHaveText(name);
});

test('the checks of all forms lead to the cell', async ({ page }) => {
  await openWith(page, 'sample');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('navigation', { name: '主要功能' }).getByRole('button', { name: '审核' }).click();
  await expect(page.getByText(/共审核 \d+ 张表单/u)).toBeVisible();
  const finding = page.locator('.check-form .finding-link').first();
  await finding.click();
  await expect(page.locator('.wizard')).toBeVisible();
});

test('an export is offered as a download', async ({ page }) => {
  await openWith(page, 'few');
  await rows(page).first().getByRole('checkbox').check();
  await page.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Excel/u }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/u);
  await expect(page.getByText('已导出 1 张表单')).toBeVisible();
});
