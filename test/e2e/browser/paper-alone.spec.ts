import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { startNewForm } from '../../support/new-form.ts';

/** The paper in the wizard: beside the fields it shows the cell one is at, alone it is filled in itself. */

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
const input = (page: Page, path: string) =>
  page.locator(`.field[data-path="${path}"]`).locator('input, textarea').first();
const paperCell = (page: Page, path: string) => page.locator(`.paper-ruled td[data-path="${path}"]`).first();
const editor = (page: Page) => page.locator('.paper-editor');
const editorInput = (page: Page) => editor(page).locator('input, textarea').first();

test('F8 goes from beside to hidden to alone and back, and keeps the place', async ({ page }) => {
  await step(page, 'funds').click();
  await input(page, 'annualFunds.fiscal').click();
  await page.keyboard.type('＝１２００．５＋３');
  await page.keyboard.press('F8');
  await expect(page.locator('.paper-pane')).toHaveCount(0);
  await expect(input(page, 'annualFunds.fiscal')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.locator('.field')).toHaveCount(0);
  await expect(editorInput(page)).toBeFocused();
  await expect(editorInput(page)).toHaveValue('1203.5');
  await page.keyboard.press('F8');
  await expect(input(page, 'annualFunds.fiscal')).toBeFocused();
  await expect(page.locator('.paper-pane')).toBeVisible();
});

test('alone, a click opens the field on its cell, Tab and Enter go on along the paper', async ({ page }) => {
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await paperCell(page, 'department').click();
  await expect(editorInput(page)).toBeFocused();
  await page.keyboard.type('示例县文化旅游局');
  await page.keyboard.press('Tab');
  await expect(paperCell(page, 'department')).toHaveText('示例县文化旅游局');
  await expect(paperCell(page, 'implementingUnit')).toHaveClass(/paper-marked/u);
  await page.keyboard.type('示例县图书馆');
  await page.keyboard.press('Shift+Tab');
  await expect(editorInput(page)).toHaveValue('示例县文化旅游局');

  await paperCell(page, 'annualFunds.total').click();
  await expect(step(page, 'funds')).toHaveAttribute('aria-current', 'step');
  await page.keyboard.type('=12.5+3');
  await expect(editor(page)).toContainText('合计 15.5 万元');
  await page.keyboard.press('Enter');
  await expect(paperCell(page, 'annualFunds.total')).toContainText('15.5');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(paperCell(page, 'annualFunds.total')).not.toContainText('15.5');
});

test('alone, the indicators are filled in on the paper too', async ({ page }) => {
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await step(page, 'indicators').click();
  await expect(editorInput(page)).toBeFocused();
  for (const text of ['产出指标', '数量指标', '延时开放图书室数量', '≥4个']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await expect(paperCell(page, 'indicators.0.target')).toHaveText('≥4个');
  await expect(paperCell(page, 'indicators.0.level1')).toHaveText('产出指标');
});

test('the paper scrolls to the cell of the field one is at, and lets one scroll on', async ({ page }) => {
  await step(page, 'goals').click();
  await input(page, 'annualGoal').fill(
    Array.from({ length: 60 }, () => '在乡镇延时开放图书室，培训管理员。').join('\n'),
  );
  await step(page, 'indicators').click();
  await page.locator('[data-row="0"] [data-column="3"]').click();
  const cell = page.locator('.paper-pane .paper-marked').first();
  await expect(cell).toHaveAttribute('data-path', 'indicators.0.target');
  await expect(cell).toBeInViewport();
  const scroller = page.locator('.paper-scroll');
  await scroller.evaluate((element) => {
    element.scrollTop = 0;
  });
  await page.keyboard.type('90');
  await expect(cell).toHaveText('90');
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
  await step(page, 'basic').click();
  await input(page, 'department').click();
  await expect(paperCell(page, 'department')).toBeInViewport();
});
