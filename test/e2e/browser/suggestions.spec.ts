import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { startNewForm } from '../../support/new-form.ts';

/** Suggestions of the indicator library while an indicator is typed, by keyboard alone. */

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
});
test.afterEach(async () => {
  await app.close();
});

/** Opens the indicators of a new form, with one row that has only its category. */
async function beginIndicators(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '项目名称' }).fill('乡镇卫生院彩超设备更新');
  await page
    .getByRole('button', { name: /绩效指标/u })
    .first()
    .click();
  await page.getByRole('grid', { name: '绩效指标' }).waitFor();
  await page.getByRole('button', { name: '质量指标', exact: true }).click();
}

/** The same with the form most tests use. */
async function beginForm(page: Page): Promise<void> {
  await startNewForm(page);
  await beginIndicators(page);
}

const cell = (page: Page, row: number, column: number) => page.locator(`[data-row="${row}"] [data-column="${column}"]`);
const list = (page: Page) => page.getByRole('listbox', { name: '可选用的指标' });
const chosen = (page: Page) => list(page).locator('[aria-selected=true]');

/** Goes down the list to the line that begins with a text. */
async function goTo(page: Page, text: string): Promise<void> {
  await expect(list(page)).toContainText(text);
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await chosen(page).textContent())?.startsWith(text)) return;
  }
  throw new Error(`${text} is not in the list`);
}

test('a name is taken by arrow and Enter, and the caret stands where the figure belongs', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('完好');
  await expect(list(page)).toContainText('设备完好率');
  await goTo(page, '设备完好率');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 2)).toHaveText('设备完好率');
  const editor = page.getByRole('textbox', { name: '第 1 行 年度指标值' });
  await expect(editor).toHaveValue('≥%');
  // Nothing is half-made: sign and unit count once a figure stands between them.
  await expect(cell(page, 0, 3)).toHaveText('');
  await page.keyboard.type('97');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 3)).toHaveText('≥97%');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 3)).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 2)).toHaveText('完好');
});

test('first letters of pinyin find a name', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('sbwhl');
  await expect(list(page)).toContainText('设备完好率');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText('设备完好率');
});

test('the list is never in the way of keys, and never over the cell', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('验收');
  await expect(list(page)).toBeVisible();
  const over = await page.locator('.sheet-suggestions').boundingBox();
  const under = await page.locator('.sheet-editor').boundingBox();
  const isApart = over && under && (over.y >= under.y + under.height || over.y + over.height <= under.y);
  expect(isApart).toBe(true);
  // Not gone into, Tab goes on as ever, and what was typed stays.
  await page.keyboard.press('Tab');
  await expect(list(page)).toBeHidden();
  await expect(cell(page, 0, 2)).toHaveText('验收');
  await expect(page.getByRole('textbox', { name: '第 1 行 年度指标值' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('合格');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();
  await expect(cell(page, 0, 2)).toHaveText('合格');
});

test('Esc closes the list, the next Esc the cell; up leaves the list again', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('合格');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await page.keyboard.type('率');
  await expect(cell(page, 0, 2)).toHaveText('合格率');
  await page.keyboard.press('Escape');
  await expect(cell(page, 0, 2)).toHaveText('');
});

test('while an input method composes there is no list', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('合格');
  await expect(list(page)).toBeVisible();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'lv', selectionStart: 2, selectionEnd: 2 });
  await expect(list(page)).toBeHidden();
  await client.send('Input.insertText', { text: '率' });
  await expect(list(page)).toBeVisible();
  await expect(cell(page, 0, 2)).toHaveText('合格率');
});

test('a figure is completed by the usual sign and unit of its indicator', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.type('设备完好率');
  await page.keyboard.press('Tab');
  await page.keyboard.type('98');
  await expect(list(page)).toContainText('≥98%');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 3)).toHaveText('≥98%');
});

test('a target that stands there is left alone, and the mouse takes a line too', async ({ page }) => {
  await beginForm(page);
  await page.keyboard.press('Tab');
  await page.keyboard.type('=100%');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('到货');
  await list(page).getByText('设备到货验收合格率').click();
  await expect(cell(page, 0, 2)).toHaveText('设备到货验收合格率');
  await expect(cell(page, 0, 3)).toHaveText('=100%');
  await expect(page.getByRole('textbox', { name: '第 1 行 三级指标' })).toBeFocused();
});

test('sign and unit go into columns of their own, and one goes on at the figure', async ({ page }) => {
  await page.locator('[data-way=create]').click();
  await page.getByRole('button', { name: /项目绩效目标表.*承德高新区/u }).click();
  await page.getByRole('button', { name: /用此表样新建/u }).click();
  await beginIndicators(page);
  await page.keyboard.type('完好');
  await goTo(page, '设备完好率');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '第 1 行 值' })).toBeFocused();
  await page.keyboard.type('97');
  await page.keyboard.press('Enter');
  const row = page.locator('[data-row="0"] [role=gridcell]');
  await expect(row).toHaveText(['产出指标', '质量指标', '设备完好率', '', '≥', '97', '%', '']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(row).toHaveText(['产出指标', '质量指标', '完好', '', '', '', '', '']);
});
