import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { prepareWorkspace } from '../../support/prepared-workspace.ts';

const FISCAL_YEAR = 2026;
let app: BrowserApp;
let workspace: string;

test.beforeEach(async ({ page }) => {
  const project = (projectName: string, phone: string) => ({
    definitionId: 'haigang-project-target',
    fiscalYear: FISCAL_YEAR,
    answers: { projectName, purpose: `联系电话${phone}` },
  });
  workspace = await prepareWorkspace('云岭县示例局', FISCAL_YEAR, [
    project('甲项目', ''),
    project('乙项目', '13912345678'),
  ]);
  app = await launchBrowserApp({ workspace });
  await page.goto(app.url);
  await page.getByRole('navigation').getByRole('button', { name: '公开文本' }).click();
});
test.afterEach(async () => {
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
});

test('shows the book page by page, with contents that say where things stand', async ({ page }) => {
  const pages = page.getByRole('region', { name: '预览' }).locator('.paper-page');
  await expect(pages.first()).toContainText('云岭县示例局2026年部门预算公开');
  await expect(pages.nth(1)).toContainText('1、甲项目绩效目标表');
  const contents = pages.nth(1).locator('tr');
  await expect(contents.filter({ hasText: '1、甲项目绩效目标表' }).locator('td').last()).toHaveText('2');
  await expect(contents.filter({ hasText: '2、乙项目绩效目标表' }).locator('td').last()).toHaveText('3');
  await expect(pages.filter({ hasText: '甲项目绩效目标表' }).last()).toContainText('— 2 —');
});

test('parts are left out and moved; what is missing or private is said', async ({ page }) => {
  const parts = page.getByRole('list', { name: '组成部分' });
  await expect(parts.getByRole('checkbox', { name: '项目绩效目标表' })).toBeChecked();
  await expect(parts.getByRole('checkbox', { name: '部门预算收支总表' })).not.toBeChecked();
  const problems = page.getByRole('list', { name: '公开前要看的问题' });
  await expect(problems).toContainText('乙项目');
  await expect(problems).not.toContainText('甲项目');
  await parts.getByRole('checkbox', { name: '部门预算收支总表' }).check();
  await expect(problems).toContainText('还没有“部门预算收支总表”');
  await parts.getByRole('checkbox', { name: '部门预算公开表' }).uncheck();
  const pages = page.getByRole('region', { name: '预览' }).locator('.paper-page');
  await expect(pages.nth(1).locator('tr').filter({ hasText: '甲项目' }).locator('td').last()).toHaveText('1');
});

test('the finished file is a Word document or a pdf', async ({ page }) => {
  for (const [name, signature] of [
    ['导出 Word', 'PK'],
    ['导出 PDF', '%PDF'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    expect(download.suggestedFilename()).toContain('云岭县示例局2026年部门预算公开');
    expect(
      readFileSync(await download.path())
        .subarray(0, signature.length)
        .toString(),
    ).toBe(signature);
  }
});
