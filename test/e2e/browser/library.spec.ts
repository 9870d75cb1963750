import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** The screen 指标库 over a unit's forms: filters, where an indicator stands, into the form that is open. */

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp({ withFewForms: true });
  await page.goto(app.url);
});
test.afterEach(async () => {
  await app.close();
});

const openLibrary = (page: Page) => page.getByRole('navigation').getByText('指标库').click();
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const pane = (page: Page) => page.getByRole('complementary');

test('the library is filtered by words, source, category and field', async ({ page }) => {
  await openLibrary(page);
  await expect(row(page, '就诊群众满意度')).toContainText('本单位');
  await page.getByRole('textbox', { name: '查找指标' }).fill('sbwhl');
  await expect(row(page, '设备完好率')).toContainText('内置');
  await expect(row(page, '就诊群众满意度')).toHaveCount(0);
  await page.getByRole('textbox', { name: '查找指标' }).fill('');
  await page.getByText('内置', { exact: true }).first().click();
  await page.getByRole('combobox', { name: '类别' }).click();
  await page.keyboard.type('时效');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '领域' }).fill('水利');
  await page.keyboard.press('Enter');
  await expect(row(page, '度汛工程完工时间')).toBeVisible();
  await expect(row(page, '供水水质达标率')).toHaveCount(0);
  await page.getByText('往年', { exact: true }).first().click();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(row(page, '就诊群众满意度')).toBeVisible();
});

test('the forms an indicator stands in are one click away', async ({ page }) => {
  await openLibrary(page);
  await page.getByRole('button', { name: '就诊群众满意度' }).click();
  await pane(page).getByRole('button', { name: '乡镇卫生院彩超设备更新' }).click();
  await expect(page.locator('.wizard')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /三级指标/u })).toBeFocused();
  await expect(page.locator('.sheet-cell.is-active')).toHaveText('就诊群众满意度');
});

test('an indicator goes into the form that was open, in its category, and can be undone', async ({ page }) => {
  await page.getByText('村卫生室取暖补助').first().dblclick();
  await expect(page.locator('.wizard')).toBeVisible();
  await openLibrary(page);
  await page.getByRole('textbox', { name: '查找指标' }).fill('补贴发放准确率');
  await page.getByRole('button', { name: '补贴发放准确率' }).click();
  await expect(pane(page)).toContainText('还没有表单用过这一指标');
  await pane(page).getByRole('button', { name: '填入“村卫生室取暖补助”' }).click();
  const added = page.locator('.sheet-row').filter({ hasText: '补贴发放准确率' });
  await expect(added.locator('[data-column="1"]')).toHaveText('质量指标');
  await expect(page.getByRole('textbox', { name: /年度指标值/u })).toBeFocused();
  await page.keyboard.type('=100%');
  await page.keyboard.press('Enter');
  await expect(added.locator('[data-column="3"]')).toHaveText('=100%');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(added).toHaveCount(0);
});

test('an indicator is copied as a row for the sheet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin });
  await openLibrary(page);
  await page.getByRole('textbox', { name: '查找指标' }).fill('工资发放时间');
  await page.getByRole('button', { name: '工资发放时间' }).click();
  await pane(page).getByRole('button', { name: '复制' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim().split('\t')).toEqual(['产出指标', '时效指标', '工资发放时间', '每月10日前']);
});
