import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { prepareWorkspace } from '../../support/prepared-workspace.ts';

/** A budget table filled in by keyboard beside the live paper. */

const FISCAL_YEAR = 2026;
let app: BrowserApp;
let workspace: string;

const cell = (page: Page, row: number, column: number) =>
  page.locator(`.budget-row[data-row="${row}"] [data-column="${column}"]`);
const strip = (page: Page) => page.locator('.budget-strip');

const line = (code: string, name: string, total: string | null, basic: string | null) => ({ code, name, total, basic });
const printedLines = [
  line('', '合计', '30.00', '30.00'),
  line('208', '社会保障和就业支出', '31.00', '30.00'),
  line('20805', '行政事业单位养老支出', '30.00', '30.00'),
  line('2080501', '行政单位离退休', '30.00', '30.00'),
];

test.beforeEach(async ({ page }) => {
  workspace = await prepareWorkspace('云岭县示例局', FISCAL_YEAR, []);
  app = await launchBrowserApp({ workspace });
  await page.goto(app.url);
});
test.afterEach(async () => {
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
});

async function openTable(page: Page, name: string): Promise<void> {
  await page.locator('[data-way=budget-set]').click();
  await page.locator('[data-row-key]').first().waitFor();
  await page.locator('[data-row-key]', { hasText: name }).first().dblclick();
  await page.locator('.budget-row').first().waitFor();
}

test('a set of tables is begun at once, and a table is filled in by keyboard', async ({ page }) => {
  await openTable(page, '部门预算支出总表');
  await cell(page, 1, 0).click();
  // By code: the name and the subjects above come by themselves, the line goes to its place, the caret to its amount.
  await page.keyboard.type('2080505');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 0)).toHaveText('208');
  await expect(cell(page, 2, 0)).toHaveText('20805');
  await expect(cell(page, 3, 1)).toHaveText('机关事业单位基本养老保险缴费支出');
  await page.keyboard.type('=1200+34.5');
  await page.keyboard.press('Tab');
  await expect(cell(page, 3, 3)).toHaveText('1,234.5');
  await expect(cell(page, 0, 2)).toHaveText('1,234.50');
  await page.keyboard.type('10');
  await expect(cell(page, 1, 2)).toHaveText('1,244.50');
  await expect(page.locator('.paper-desk, .paper-scroll').first()).toContainText('1244.50');

  // A computed cell says where it comes from and takes nothing.
  await cell(page, 2, 2).click();
  await expect(strip(page)).toContainText('其下各项之和');
  await page.keyboard.type('5');
  await expect(strip(page)).toContainText('自动计算');
  await expect(cell(page, 2, 2)).toHaveText('1,244.50');

  // By pinyin initials.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('jgsydwzynj');
  await expect(page.getByRole('option').first()).toContainText('2080506');
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, 0)).toHaveText('2080506');
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 2)).toHaveText('1,344.50');

  // Ctrl+D copies from above; undo takes it back; removing a line is followed by all sums.
  await cell(page, 4, 3).click();
  await page.keyboard.press('Control+d');
  await expect(cell(page, 0, 3)).toHaveText('2,469.00');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 3)).toHaveText('1,334.50');
  await page.locator('.budget-row[data-row="3"] [data-rowhead]').click();
  await page.keyboard.press('Delete');
  await expect(cell(page, 0, 2)).toHaveText('100.00');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 0, 2)).toHaveText('1,344.50');

  await expect(page.getByText(/^已保存/u)).toBeVisible();
  await page.reload();
  await expect(cell(page, 3, 3)).toHaveText('1,234.5');
  await expect(cell(page, 0, 2)).toHaveText('1,344.50');
});

test('a block of Excel goes to the lines of its codes', async ({ page }) => {
  await openTable(page, '部门预算支出总表');
  await cell(page, 1, 0).click();
  const block = '208\t社会保障和就业支出\t9\t9\n2080501\t行政单位离退休\t7\t7\n2019999\t某项支出\t3\t3\n';
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, block);
  const codes = page.locator('.budget-row [data-column="0"]');
  await expect(codes).toHaveText(['', '201', '20199', '2019999', '208', '20805', '2080501', '']);
  await expect(cell(page, 0, 2)).toHaveText('10.00');
  await expect(cell(page, 4, 2)).toHaveText('7.00');
  await expect(strip(page)).toContainText('与计算结果不同');
});

test('a printed sum that does not hold is marked, said in words, corrected and taken back', async ({ page }) => {
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
  workspace = await prepareWorkspace('云岭县示例局', FISCAL_YEAR, [
    {
      definitionId: 'haigang-budget-expenditure',
      fiscalYear: FISCAL_YEAR,
      answers: { reportingUnit: '云岭县示例局', lines: printedLines },
    },
  ]);
  app = await launchBrowserApp({ workspace });
  await page.goto(app.url);
  await page.locator('[data-row-key]', { hasText: '部门预算支出总表' }).first().dblclick();
  const held = cell(page, 1, 2);
  await expect(held).toHaveClass(/is-held/u);
  await held.click();
  await expect(strip(page)).toContainText('叁拾壹万元整');
  await expect(strip(page)).toContainText('叁拾万元整');
  await page.getByRole('button', { name: '按计算结果更正' }).last().click();
  await expect(held).toHaveText('30.00');
  await page.keyboard.press('Control+z');
  await expect(held).toHaveText('31.00');
  await expect(held).toHaveClass(/is-held/u);
});

test('lines the form prints are not edited, and amounts go in side by side', async ({ page }) => {
  await openTable(page, '部门固定资产占用情况表');
  await cell(page, 1, 0).click();
  await page.keyboard.type('别的');
  await expect(strip(page)).toContainText('表样印好的');
  await cell(page, 1, 2).click();
  await page.keyboard.type('12,000.5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('很多');
  await page.keyboard.press('Enter');
  await expect(strip(page)).toContainText('不是金额');
  await expect(cell(page, 1, 2)).toHaveText('12,000.5');
  await expect(cell(page, 0, 2)).toHaveText('12,000.50');
});

test("a slip in a subject's name is told beside the table and mended by a click", async ({ page }) => {
  await openTable(page, '部门预算支出总表');
  await cell(page, 1, 0).click();
  await page.keyboard.type('208');
  await page.keyboard.press('Enter');
  await cell(page, 1, 1).click();
  await page.keyboard.type('社会保障和就业支支出');
  await page.keyboard.press('Enter');
  await cell(page, 1, 1).click();
  await expect(strip(page)).toContainText('随程序所附的科目表为“社会保障和就业支出”，有一字之差。');
  await expect(strip(page)).not.toContainText('此编码的名称');
  await page.getByRole('button', { name: /^审核/u }).last().click();
  await page.getByRole('button', { name: '改为科目表中的名称' }).click();
  await page.getByRole('button', { name: /填表/u }).click();
  await expect(cell(page, 1, 1)).toHaveText('社会保障和就业支出');
});
