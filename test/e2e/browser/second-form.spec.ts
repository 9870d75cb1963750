import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { prepareWorkspace } from '../../support/prepared-workspace.ts';

/** A unit has one table of a kind a year: a second is told of before it is made. */

const UNIT = '示例县图书馆';
const TABLE = '部门预算收入总表';
let app: BrowserApp;
let workspace: string;

test.beforeEach(async ({ page }) => {
  workspace = await prepareWorkspace(UNIT, 2026, [
    { definitionId: 'haigang-budget-income', fiscalYear: 2026, answers: { reportingUnit: `901${UNIT}` } },
    { definitionId: 'haigang-project-target', fiscalYear: 2026, answers: { projectName: '阅读推广' } },
  ]);
  app = await launchBrowserApp({ workspace });
  await page.goto(app.url);
  await expect(rows(page)).toHaveCount(2);
});
test.afterEach(async () => {
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
});

const rows = (page: Page) => page.locator('[data-row-key]');
const notice = (page: Page) => page.locator('.second-form');

async function createNew(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: '新建' }).click();
  await page.locator('.workbench-create').getByRole('menuitem', { name }).click();
}

test('the table that is there is opened, or a second made all the same, which the check tells', async ({ page }) => {
  await createNew(page, /部门预算收入总表/u);
  await expect(notice(page)).toContainText(`2026年度已有《${TABLE}》，一个单位一年填一张即可。`);
  await expect(rows(page)).toHaveCount(2);
  await notice(page).getByRole('button', { name: '打开已有的' }).click();
  await expect(page.locator('.wizard')).toBeVisible();
  await expect(notice(page)).toHaveCount(0);

  await page.getByRole('navigation').getByRole('button', { name: '工作台' }).click();
  await expect(rows(page)).toHaveCount(2);
  await createNew(page, /部门预算收入总表/u);
  await notice(page).getByRole('button', { name: '仍再建一张' }).click();
  await expect(page.locator('.wizard')).toBeVisible();
  await page.getByRole('button', { name: /审核/u }).last().click();
  await expect(page.locator('.check-step')).toContainText(`2026年度本单位有 2 张《${TABLE}》`);
});

test('forms of projects are made without a question, from the palette tables are not', async ({ page }) => {
  await createNew(page, /^项目绩效目标表（秦皇岛/u);
  await expect(page.locator('.wizard')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找表单或功能' }).fill(`新建 ${TABLE}`);
  await page.keyboard.press('Enter');
  await expect(notice(page)).toBeVisible();
  await notice(page).locator('.ant-alert-close-icon').click();
  await expect(notice(page)).toHaveCount(0);
});

test('a set begun with one table there leaves that one out', async ({ page }) => {
  await createNew(page, /新建一套预算表/u);
  await expect(rows(page).first()).toBeVisible();
  await expect(rows(page).filter({ hasText: TABLE })).toHaveCount(1);
});
