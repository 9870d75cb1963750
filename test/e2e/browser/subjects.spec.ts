import { expect, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

let app: BrowserApp;

test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
  await page.getByRole('navigation').getByRole('button', { name: '科目' }).click();
});
test.afterEach(async () => {
  await app.close();
});

const row = (text: string) => ({ hasText: text });

test('subjects are found by code, name and pinyin', async ({ page }) => {
  const rows = page.locator('.ant-table-row');
  await expect(page.getByText('不是全部')).toBeVisible();
  const search = page.getByRole('textbox', { name: '查找科目' });
  await search.fill('2100408');
  await expect(rows).toHaveText([/2100408.*基本公共卫生服务.*项/u]);
  await search.fill('zfgjj');
  await expect(rows.filter(row('住房公积金'))).toHaveCount(1);
  await search.fill('没有的科目');
  await expect(page.getByText('没有编码或名称为“没有的科目”的科目')).toBeVisible();
  await search.fill('');
  await page.getByText('部门预算支出经济分类', { exact: true }).click();
  await expect(rows.first()).toHaveText(/301.*工资福利支出.*类/u);
});

test('the official table of the year is loaded from a file, seen before it counts, and removed again', async ({
  page,
}) => {
  const text = '编码\t名称\n201\t一般公共服务支出\n299\t试编类支出\n29901\t试编款';
  const file = { name: '科目表.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.getByLabel('科目表文件').setInputFiles(file);
  await expect(page.getByText('“科目表.txt”中有 3 个科目')).toBeVisible();
  await expect(page.getByText('299 试编类支出')).toBeVisible();
  await page.getByRole('button', { name: '载入', exact: true }).click();
  await expect(page.locator('.ant-table-row')).toHaveCount(3);
  await expect(page.getByText('不是全部')).toBeHidden();
  await page.getByRole('button', { name: /^移除\d{4}年科目表$/u }).click();
  await expect(page.getByText('不是全部')).toBeVisible();
});

test('a file without subjects is refused in words', async ({ page }) => {
  const file = { name: '通知.txt', mimeType: 'text/plain', buffer: Buffer.from('本年科目没有变化') };
  await page.getByLabel('科目表文件').setInputFiles(file);
  await expect(page.getByText('在“通知.txt”中没有找到科目编码和名称，科目表没有改动。')).toBeVisible();
});
