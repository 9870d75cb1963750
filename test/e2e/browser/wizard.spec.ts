import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { startNewForm } from '../../support/new-form.ts';

/** Filling in a form, on the real core: nothing typed is ever lost, and every problem leads to its cell. */

let app: BrowserApp;

test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
  await startNewForm(page);
});
test.afterEach(async () => {
  await app.close();
});

const step = (page: Page, id: string) => page.locator(`[data-step=${id}]`);
const field = (page: Page, path: string) => page.locator(`.field[data-path="${path}"]`);
const input = (page: Page, path: string) => field(page, path).locator('input, textarea').first();
const paperCell = (page: Page, path: string) => page.locator(`.paper-pane td[data-path="${path}"]`).first();
const saved = (page: Page) =>
  expect(page.getByTestId('save-state')).toContainText(/^(已保存 \d\d:\d\d|内容已全部保存)$/u);
const sheetCell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"] [data-column="${column}"]`);

test('what was typed is there after the core was killed and the window opened again', async ({ page }) => {
  await page.keyboard.type('乡镇图书馆延时开放');
  await saved(page);
  await app.killCore();
  await input(page, 'department').fill('示例县文化旅游局');
  await saved(page);
  await page.reload();
  await expect(input(page, 'projectName')).toHaveValue('乡镇图书馆延时开放');
  await expect(input(page, 'department')).toHaveValue('示例县文化旅游局');
});

test('a window that is closed at once has lost nothing', async ({ page }) => {
  await page.keyboard.type('乡镇图书馆延时开放');
  await page.reload();
  const restore = page.getByRole('button', { name: '恢复未保存的内容' });
  await expect(restore.or(page.locator('.wizard-title', { hasText: '乡镇图书馆延时开放' })).first()).toBeVisible();
  if (await restore.isVisible()) await restore.click();
  await expect(input(page, 'projectName')).toHaveValue('乡镇图书馆延时开放');
  await saved(page);
});

test('leaving never asks, and saves', async ({ page }) => {
  await page.keyboard.type('乡镇图书馆延时开放');
  await page.getByRole('button', { name: '← 工作台' }).click();
  await expect(page.locator('.ant-table-row', { hasText: '乡镇图书馆延时开放' })).toBeVisible();
});

test('undo and redo go across steps and show what they changed', async ({ page }) => {
  await page.keyboard.type('图书馆');
  await step(page, 'funds').click();
  await input(page, 'annualFunds.total').fill('12');
  await step(page, 'check').click();
  await page.keyboard.press('Control+z');
  await expect(input(page, 'annualFunds.total')).toHaveValue('');
  await expect(input(page, 'annualFunds.total')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(input(page, 'projectName')).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(input(page, 'projectName')).toHaveValue('图书馆');
  await page.getByRole('button', { name: '重做' }).click();
  await expect(input(page, 'annualFunds.total')).toHaveValue('12');
  await saved(page);
});

test('amounts take sums and full-width digits, keep what is no amount, and say it', async ({ page }) => {
  await step(page, 'funds').click();
  await input(page, 'periodFunds.total').click();
  await page.keyboard.type('＝１２００．５＋３');
  await expect(field(page, 'periodFunds.total')).toContainText('合计 1,203.5 万元');
  await page.keyboard.press('Enter');
  await expect(input(page, 'periodFunds.total')).toHaveValue('1,203.5');
  await expect(input(page, 'periodFunds.fiscal')).toBeFocused();
  await page.keyboard.type('约十万');
  await page.keyboard.press('Tab');
  await expect(input(page, 'periodFunds.fiscal')).toHaveValue('约十万');
  await expect(field(page, 'periodFunds.fiscal').locator('.finding-error')).toBeVisible();
});

test('a mend is a click, and can be undone', async ({ page }) => {
  await step(page, 'funds').click();
  await input(page, 'annualFunds.total').fill('20');
  await input(page, 'annualFunds.fiscal').fill('19');
  await input(page, 'annualFunds.other').click();
  await field(page, 'annualFunds.total').locator('.fix-button').click();
  await expect(input(page, 'annualFunds.total')).toHaveValue('19');
  await page.keyboard.press('Control+z');
  await expect(input(page, 'annualFunds.total')).toHaveValue('20');
});

test('a click on a finding goes to its cell, on the paper to its field', async ({ page }) => {
  await step(page, 'funds').click();
  await input(page, 'annualFunds.total').fill('20');
  await input(page, 'annualFunds.fiscal').fill('19');
  await step(page, 'check').click();
  await page.locator('.check-list [data-path="annualFunds.total"]').first().click();
  await expect(input(page, 'annualFunds.total')).toBeFocused();

  await step(page, 'check').click();
  await page.locator('.missing-list [data-path="annualGoal"]').click();
  await expect(input(page, 'annualGoal')).toBeFocused();

  await paperCell(page, 'department').click();
  await expect(input(page, 'department')).toBeFocused();
});

test('the paper follows every key and marks where one is', async ({ page }) => {
  await page.keyboard.type('图书馆');
  await expect(page.locator('.paper-pane')).toContainText('图书馆项目绩效目标表');
  await expect(paperCell(page, 'projectName')).toHaveClass(/mark/u);
  await page.keyboard.press('F8');
  await expect(page.locator('.paper-pane')).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.locator('.paper-pane')).toBeVisible();
});

test('a whole form is filled in by keyboard alone', async ({ page }) => {
  const enter = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
  };
  await enter('乡镇图书馆延时开放', '示例县文化旅游局', '示例县文化旅游局', '示例县图书馆', '2026.01.01-2026.12.31');
  await page.keyboard.press('Alt+PageDown');
  await expect(input(page, 'periodFunds.total')).toBeFocused();
  await enter('60.25', '60.25', '', '60.25', '60.25');
  await page.keyboard.press('Alt+PageDown');
  await expect(input(page, 'periodGoal')).toBeFocused();
  await enter(
    '三年内在十二个乡镇开放图书室，使读者在工作日晚间有书可读。',
    '2026年在四个乡镇延时开放图书室，培训管理员八人。',
  );
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('grid', { name: '绩效指标' }).or(page.locator('.sheet-editor')).first()).toBeVisible();
  for (const row of [
    ['产出指标', '数量指标', '延时开放图书室数量', '≥4个'],
    ['效益指标', '社会效益指标', '居民阅读条件', '逐步改善'],
    ['满意度指标', '服务对象满意度指标', '读者满意度', '≥90%'],
  ]) {
    for (const text of row) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
  }
  await expect(sheetCell(page, 2, 3)).toContainText('≥90%');
  await page.keyboard.press('Alt+PageDown');
  await expect(step(page, 'check')).toHaveAttribute('aria-current', 'step');
  for (const id of ['basic', 'funds', 'goals', 'indicators']) {
    await expect(step(page, id).locator('.step-mark-error, .step-mark-missing')).toHaveCount(0);
  }
  await saved(page);
});

test('pasted formatting falls away, and it is said', async ({ page }) => {
  await step(page, 'goals').click();
  await input(page, 'periodGoal').click();
  await input(page, 'periodGoal').evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', '开放图书室');
    data.setData('text/html', '<p><b>开放</b>图书室</p>');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(field(page, 'periodGoal')).toContainText('已去掉原有格式');
});
