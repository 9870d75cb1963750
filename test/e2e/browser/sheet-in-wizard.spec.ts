import { expect, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { startNewForm } from '../../support/new-form.ts';

/** The indicator sheet in its place: beside the live paper, with the wizard's undo and saving. */

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
  await startNewForm(page);
  await page
    .getByRole('button', { name: /绩效指标/u })
    .first()
    .click();
  await page.getByRole('grid', { name: '绩效指标' }).waitFor();
});
test.afterEach(async () => {
  await app.close();
});

test('what is typed stands on paper, is undone and redone as one step, and is saved', async ({ page }) => {
  const paper = page.locator('.paper-desk');
  const cell = (row: number, column: number) => page.locator(`[data-row="${row}"] [data-column="${column}"]`);
  await page.getByRole('button', { name: '数量指标', exact: true }).click();
  await page.keyboard.type('更新设备数量');
  await expect(paper).toContainText('更新设备数量');
  await page.keyboard.press('Tab');
  await page.keyboard.type('=25台');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(cell(0, 3)).toHaveText('');
  await expect(cell(0, 2)).toHaveText('更新设备数量');
  await page.keyboard.press('Control+y');
  await expect(cell(0, 3)).toHaveText('=25台');
  await page.locator('[data-path="indicators.0.level3"]').first().click();
  await expect(page.getByRole('textbox', { name: '第 1 行 三级指标' })).toBeFocused();
  await expect(page.getByText(/^已保存/u)).toBeVisible();
  await page.reload();
  await expect(cell(0, 3)).toHaveText('=25台');
  await expect(cell(0, 1)).toHaveText('数量指标');
});
