// Drives browser mode through the sample county and takes the pictures; see build/pictures.mjs.
import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchBrowserApp } from '../test/support/browser-app.ts';
import { ensureChromium } from './lib/chromium.mjs';
import { inProject } from './lib/project.mjs';
import { sampleWorkspace } from './lib/sample-workspace.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const folder = inProject('docs', 'images');
const formsFolder = inProject('docs', 'images', 'forms');
/** The screen of many offices. */
const viewport = { width: 1366, height: 768 };
/** Shows a whole sheet at about its size on paper. */
const desk = { width: 1120, height: 1400 };
const importedFile = inProject('test', 'fixtures', 'pictures', '2026年项目绩效目标.txt');

/**
 * @param {Page} page
 * @param {string} name
 */
async function take(page, name) {
  // Nothing is caught halfway: fonts are there, the mouse hovers over nothing, what moves has come to rest.
  await page.mouse.move(viewport.width - 1, viewport.height - 1);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}.png`);
}

/**
 * @param {Page} page
 * @param {string} hash
 */
const goTo = (page, hash) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** @param {Page} page */
async function takeWorkbench(page) {
  await page.locator('.record-table [data-row-key]').first().waitFor();
  await take(page, 'workbench');
}

/** @param {Page} page */
async function takeWizard(page) {
  await page.locator('.record-table [data-row-key]', { hasText: '慢性病监测点建设' }).dblclick();
  await page.getByRole('button', { name: /绩效指标/u }).click();
  await page.locator('[data-row="3"] [data-column="3"]').click();
  await page.locator('.paper-marked').first().waitFor();
  await take(page, 'wizard');
}

/** @param {Page} page */
async function takeImport(page) {
  await goTo(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(importedFile);
  await page.locator('.paper-page').first().waitFor();
  // The one with a shifted row and a text without a place says most.
  await page.getByText('孕产妇保健服务').first().click();
  await take(page, 'import');
}

/** @param {Page} page */
async function takePrintPreview(page) {
  await goTo(page, '#/');
  await page.locator('.record-table thead').getByRole('checkbox').check();
  await page.getByRole('button', { name: /打印$/u }).click();
  await page.getByRole('combobox', { name: '显示比例' }).click();
  await page.getByTitle('整页', { exact: true }).click();
  await page.locator('.paper-page').nth(1).waitFor();
  await take(page, 'print-preview');
}

/** @param {Page} page */
async function takeDefinitions(page) {
  await goTo(page, '#/definitions');
  await page.locator('.definition-paper .paper-page').first().waitFor();
  await take(page, 'definitions');
}

/** @param {Page} page */
async function takeLibrary(page) {
  await goTo(page, '#/library');
  await page.getByRole('row').nth(3).waitFor();
  await take(page, 'indicator-library');
}

/** @param {Page} page */
async function takeOverview(page) {
  await goTo(page, '#/overview');
  await page.locator('.overview-chart svg').first().waitFor();
  await take(page, 'overview');
}

/** @param {Page} page */
async function takeBook(page) {
  await goTo(page, '#/book');
  const sheet = page.locator('.paper-page').nth(1);
  await sheet.waitFor();
  await sheet.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  await take(page, 'book');
}

/** @param {Page} page @param {string} recordId */
async function takeBudget(page, recordId) {
  await goTo(page, `#/form/${recordId}`);
  await page.locator('.paper-page').first().waitFor();
  await take(page, 'budget-table');
}

/**
 * The first sheet of a form as it prints.
 * @param {Page} page
 * @param {string} definitionId
 * @param {string} recordId
 */
async function takeForm(page, definitionId, recordId) {
  await page.evaluate((id) => history.replaceState({ recordIds: [id] }, '', '#/print'), recordId);
  await page.reload();
  const sheet = page.locator('.preview-desk .paper-page').first();
  await sheet.waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(500);
  await sheet.screenshot({ path: `${formsFolder}/${definitionId}.png`, animations: 'disabled' });
  console.log(`docs/images/forms/${definitionId}.png`);
}

const executablePath = await ensureChromium();
if (executablePath === undefined) throw new Error('No Chromium on this machine: set CHROMIUM_PATH');
mkdirSync(formsFolder, { recursive: true });
const { folder: workspace, formOf } = await sampleWorkspace();
const app = await launchBrowserApp({ workspace });
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  await page.goto(app.url);
  await takeWorkbench(page);
  await takeWizard(page);
  await takeImport(page);
  await takePrintPreview(page);
  await takeDefinitions(page);
  await takeLibrary(page);
  await takeBudget(page, formOf.get('haigang-budget-expenditure') ?? '');
  await takeOverview(page);
  await takeBook(page);
  await page.setViewportSize(desk);
  for (const [definitionId, recordId] of formOf) await takeForm(page, definitionId, recordId);
} finally {
  await browser.close();
  await app.close();
  rmSync(workspace, { recursive: true });
}
