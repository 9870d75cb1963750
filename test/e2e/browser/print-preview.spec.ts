import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { readPdf } from '../../support/pdf-facts.ts';

/** The print preview on the real core with a unit's forms: what is seen is what the pdf holds. */

let app: BrowserApp;

test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp({ withFewForms: true });
  await page.goto(app.url);
  await expect(page.locator('.record-table .ant-table-row').first()).toBeVisible();
  await page.locator('.record-table thead').getByRole('checkbox').check();
  await page.getByRole('button', { name: /打印$/ }).click();
  await expect(page.locator('.paper-page').first()).toBeVisible();
  await expect(page.locator('.preview-foot')).not.toContainText('正在排版');
});
test.afterEach(async () => {
  await app.close();
});

const sheets = (page: Page) => page.locator('.preview-desk .paper-page');
const foot = (page: Page) => page.locator('.preview-foot');

/** Texts of the sheets as shown, without white space. */
const shownTexts = async (page: Page) =>
  (await sheets(page).allTextContents()).map((text) => text.replaceAll(/\s/gu, ''));

/** Hands over what a button of the preview makes. */
async function saved(page: Page, button: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`${button}$`, 'u') }).click();
  return new Uint8Array(await readFile(await (await download).path()));
}

test('the pdf has the pages that are shown, and printing hands it over', async ({ page }) => {
  const shown = await shownTexts(page);
  const forms = await page.locator('.preview-list li').count();
  expect(shown.length).toBeGreaterThanOrEqual(forms);
  await expect(foot(page)).toContainText(`${forms} 张表，共 ${shown.length} 页`);
  for (const button of ['另存为 PDF', '打印']) {
    const facts = await readPdf(await saved(page, button));
    expect(facts.texts).toHaveLength(shown.length);
    expect(facts.outline).toHaveLength(forms);
    for (const [index, text] of facts.texts.entries()) {
      expect([...text].sort().join('')).toBe([...(shown[index] ?? '')].sort().join(''));
    }
  }
});

test('only ticked forms are shown and saved', async ({ page }) => {
  const forms = await page.locator('.preview-list li').count();
  await page.getByRole('checkbox', { name: `全部 ${forms} 张表` }).uncheck();
  await expect(sheets(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /另存为 Excel$/ })).toBeDisabled();
  await page.locator('.preview-list li').nth(1).getByRole('checkbox').check();
  await expect(foot(page)).toContainText('1 张表');
  expect((await readPdf(await saved(page, '另存为 PDF'))).outline).toHaveLength(1);
  // A zip file, as every xlsx is.
  expect(Buffer.from((await saved(page, '另存为 Excel')).slice(0, 2)).toString()).toBe('PK');
});

test('zoom, offsets and the stamp are remembered, and move nothing on paper', async ({ page }) => {
  const shown = await shownTexts(page);
  await page.getByRole('checkbox', { name: '盖章位置' }).uncheck();
  await expect(page.locator('.paper-stamp')).toHaveCount(0);
  await page.getByRole('button', { name: /边距微调/ }).click();
  await page.getByLabel('向右移动').fill('3');
  await page.getByLabel('向右移动').press('Tab');
  await expect(page.getByRole('button', { name: /边距微调/ })).toContainText('右 3');
  await page.keyboard.press('Control+-');
  expect(await shownTexts(page)).toEqual(shown);
  const width = async () => (await sheets(page).first().boundingBox())?.width;
  const before = await width();
  await page.reload();
  await expect(sheets(page).first()).toBeVisible();
  await expect(page.locator('.paper-stamp')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /边距微调/ })).toContainText('右 3');
  expect(await width()).toBe(before);
});

test('the keyboard turns pages and leaves', async ({ page }) => {
  await page.keyboard.press('PageDown');
  await expect(foot(page)).toContainText('当前第 2 页');
  await page.keyboard.press('PageUp');
  await expect(foot(page)).toContainText('当前第 1 页');
  await page.keyboard.press('Escape');
  await expect(page.locator('.record-table')).toBeVisible();
});

test('every page has a thumbnail that leads to it', async ({ page }) => {
  const shown = await shownTexts(page);
  const thumbnails = page.locator('.page-thumbnail');
  await expect(thumbnails).toHaveCount(shown.length);
  await expect(page.locator('.preview-list [aria-current=page] .page-thumbnail')).toHaveCount(1);
  const last = page
    .locator('.preview-list li')
    .last()
    .getByRole('button', { name: /^第 \d+ 页$/u })
    .last();
  await page.locator('.preview-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'page');
  await expect(foot(page)).toContainText(`当前第 ${shown.length} 页`);
  await expect(sheets(page).last()).toBeInViewport();
  // What is small is cut like what is large.
  const text = (await last.locator('.paper-page').textContent()) ?? '';
  expect(text.replaceAll(/\s/gu, '')).toBe(shown.at(-1));
});

test('a reduced page takes no more room than is seen of it', async ({ page }) => {
  await page.getByRole('combobox', { name: '显示比例' }).click();
  await page.getByTitle('整页', { exact: true }).click();
  await expect.poll(async () => (await sheets(page).first().boundingBox())?.height).toBeLessThan(700);
  const sheet = await sheets(page).first().boundingBox();
  const room = await page.locator('.paper-slot').first().boundingBox();
  expect(Math.abs((room?.height ?? 0) - (sheet?.height ?? 0))).toBeLessThan(2);
  const footTop = (await foot(page).boundingBox())?.y ?? 0;
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThanOrEqual(footTop);
});
