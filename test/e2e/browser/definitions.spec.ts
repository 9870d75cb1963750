import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** 表样管理: the forms there are, and a definition file's way into the workspace. */

const shipped = readFileSync(
  path.join(import.meta.dirname, '../../../resources/forms/hongsibu-project-target.json'),
  'utf8',
);
const own = shipped
  .replace('"hongsibu-project-target"', '"our-form"')
  .replace(/"name": "[^"]*"/u, '"name": "本县项目申报表"')
  .replace(/"region": "[^"]*"/u, '"region": "示例县"')
  .replaceAll('部门项目支出预算绩效目标表', '本县项目申报表')
  .replaceAll('项目主管处室', '归口股室');

let app: BrowserApp;
let folder: string;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(path.join(tmpdir(), 'xiancai-definitions-'));
  app = await launchBrowserApp({ withFewForms: true });
  await page.goto(app.url);
  await page.getByRole('navigation').getByRole('button', { name: '表样' }).click();
  await expect(rows(page).first()).toBeVisible();
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (page: Page) => page.locator('.definition-table .ant-table-row');
const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name });
const paper = (page: Page) => page.locator('.definition-paper, .definition-preview');

async function choose(page: Page, text: string, name = '表样.json'): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  await page.getByLabel('选择表样文件').setInputFiles(file);
}

test('every form is listed with its region, years, version and forms in use, and shown as blank paper', async ({
  page,
}) => {
  const inUse = rowOf(page, '大连高新区');
  await expect(inUse).toContainText('2024年起');
  await expect(inUse).toContainText('第 1 版');
  await expect(inUse.locator('.ant-table-cell').last()).not.toHaveText('0');
  await rowOf(page, '红寺堡').click();
  await expect(paper(page)).toContainText('部门项目支出预算绩效目标表');
  await page.getByRole('button', { name: /^用此表样新建/u }).click();
  await expect(page.locator('.field[data-path="projectName"]')).toBeVisible();
});

test('what is wrong with a file is listed at its place, and it is not installed', async ({ page }) => {
  const lines = own.replace('"field": "department"', '"field": "departmen"').split('\n');
  await choose(page, lines.join('\n'));
  const line = lines.findIndex((text) => text.includes('"departmen"')) + 1;
  const problem = page.locator('.definition-problems .ant-table-row', { hasText: `第 ${line} 行` });
  await expect(problem).toContainText('没有编号为“departmen”的项目');
  await expect(page.getByRole('button', { name: '安装', exact: true })).toHaveCount(0);

  await choose(page, own.slice(0, own.length / 2), '半截.json');
  await expect(page.locator('.definition-problems')).toContainText('文件到此中断');
  await page.getByRole('button', { name: '返回列表' }).click();
  await expect(rowOf(page, '本县项目申报表')).toHaveCount(0);
});

test('a sound file is looked at on paper, installed, used, followed by a newer version, and not removed while in use', async ({
  page,
}) => {
  await choose(page, own);
  await expect(paper(page)).toContainText('归口股室');
  await page.getByRole('button', { name: '安装', exact: true }).click();
  await expect(rowOf(page, '本县项目申报表')).toContainText('安装');

  await page.getByRole('button', { name: /^用此表样新建/u }).click();
  await page.locator('.field[data-path="projectName"]').locator('input').fill('渠道清淤');
  await expect(page.getByTestId('save-state')).toContainText(/^已保存/u);
  await page.getByRole('navigation').getByRole('button', { name: '表样' }).click();

  await choose(page, own.replace('"version": 1', '"version": 2').replaceAll('归口股室', '归口科室'));
  await expect(page.getByText('已有表单仍按原来的版本打开')).toBeVisible();
  await page.getByRole('button', { name: '安装', exact: true }).click();
  await expect(rowOf(page, '本县项目申报表')).toHaveCount(2);
  const old = rowOf(page, '旧版');
  await expect(old.locator('.ant-table-cell').last()).toHaveText('1');

  await page.getByRole('navigation').getByRole('button', { name: '工作台' }).click();
  await page.locator('.record-table .ant-table-row', { hasText: '渠道清淤' }).dblclick();
  await expect(page.locator('.paper-page').first()).toContainText('归口股室');

  await page.getByRole('navigation').getByRole('button', { name: '表样' }).click();
  await old.click();
  await page.getByRole('button', { name: '移除' }).click();
  await expect(page.getByText('还有 1 张表单使用，不能移除')).toBeVisible();
  await page.getByRole('button', { name: '不移除' }).click();
  await rowOf(page, '第 2 版').click();
  await page.getByRole('button', { name: '移除' }).click();
  await page.locator('.ant-popover').getByRole('button', { name: '移除', exact: true }).click();
  await expect(rowOf(page, '本县项目申报表')).toHaveCount(1);
});

test('a shipped form is saved as a file to begin with, and refused under its own id', async ({ page }) => {
  await rowOf(page, '红寺堡').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出为文件' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toContain('.json');
  expect(readFileSync(await download.path(), 'utf8')).toBe(shipped);

  await choose(page, shipped.replace('"version": 1', '"version": 2'));
  await expect(page.locator('.definition-problems')).toContainText('是程序自带的表样，请换一个编号');
});

test('a file dropped on the window is checked', async ({ page }) => {
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '拖来的.json', { type: 'application/json' }));
    return data;
  }, own);
  await page.dispatchEvent('.definitions', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('heading', { name: '拖来的.json' })).toBeVisible();
  await expect(page.getByRole('button', { name: '安装', exact: true })).toBeVisible();
});
