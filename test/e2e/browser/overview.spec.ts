import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Answers } from '../../../shared/domain/answers.ts';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';
import { shippedDefinition } from '../../support/definitions.ts';
import { readPdf } from '../../support/pdf-facts.ts';
import { type PreparedForm, prepareWorkspace } from '../../support/prepared-workspace.ts';

/** The screen 概览 over invented budget tables: figures, their numbers, last year, paper. */

const reportingUnit = '901示例县卫生健康局';
const YEAR = 2026;

const expenditure = (health: string, housing: string, basic: string, project: string, total: string): Answers => ({
  reportingUnit,
  lines: [
    { code: '', name: '合计', total, basic, project },
    { code: '210', name: '卫生健康支出', total: health, basic: null, project },
    { code: '221', name: '住房保障支出', total: housing, basic: null, project: null },
  ],
});

/** The fixed lines of a table with amounts in one column. */
function fixedLines(definitionId: string, column: string, amounts: Readonly<Record<string, string>>): Answers {
  const lines = shippedDefinition(definitionId).tables[0]?.fixed ?? [];
  return { reportingUnit, lines: lines.map(({ id, texts }) => ({ ...texts, [column]: amounts[id] ?? null })) };
}

const table = (name: string, fiscalYear: number, answers: Answers): PreparedForm => ({
  definitionId: `haigang-budget-${name}`,
  fiscalYear,
  answers,
});

const project = (projectName: string, total: string): PreparedForm => ({
  definitionId: 'dalian-project-target',
  fiscalYear: YEAR,
  answers: { projectName, reportingUnit: '示例县卫生健康局', annualFunds: { total, fiscal: total, other: null } },
});

const forms = [
  table('expenditure', YEAR, expenditure('1200.30', '300.10', '500.40', '1000.00', '1500.40')),
  table('expenditure', YEAR - 1, expenditure('1000.00', '320.00', '500.00', '820.00', '1320.00')),
  table(
    'balance',
    YEAR,
    fixedLines('haigang-budget-balance', 'income', { generalServices: '1400', education: '100.40', all: '1500.40' }),
  ),
  table(
    'three-public',
    YEAR,
    fixedLines('haigang-budget-three-public', 'total', { hospitality: '1.20', subtotal: '1.20' }),
  ),
  project('卫生院设备', '600'),
  project('健康体检', '400.01'),
];

let app: BrowserApp | undefined;
test.afterEach(async () => {
  const workspace = app?.workspace;
  await app?.close();
  if (workspace !== undefined) rmSync(workspace, { recursive: true, force: true });
});

async function openOverview(page: Page, held: readonly PreparedForm[]): Promise<void> {
  app = await launchBrowserApp({ workspace: await prepareWorkspace('示例县卫生健康局', YEAR, held) });
  await page.goto(app.url);
  await page.getByRole('navigation').getByText('概览').click();
}

const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cells = async (page: Page, figureName: string, line: string) =>
  await figure(page, figureName).getByRole('row').filter({ hasText: line }).getByRole('cell').allTextContents();

test('figures stand beside their exact numbers and last year, and tell more under the mouse', async ({ page }) => {
  await openOverview(page, forms);
  await expect(figure(page, '支出功能分类')).toBeVisible();
  expect(await cells(page, '支出功能分类', '卫生健康支出')).toEqual([
    '1,200.30',
    '80.0%',
    '1,000.00',
    '+200.30',
    '+20.0%',
  ]);
  expect(await cells(page, '支出功能分类', '住房保障支出')).toEqual(['300.10', '20.0%', '320.00', '-19.90', '-6.2%']);
  expect(await cells(page, '支出功能分类', '合计')).toEqual(['1,500.40', '', '1,320.00', '+180.40', '+13.7%']);
  await expect(figure(page, '支出结构').getByRole('img', { name: '支出结构' })).toContainText('项目支出1,000.0066.6%');
  await expect(figure(page, '收入来源')).toContainText('上年没有数据');
  expect(await cells(page, '收入来源', '单位资金')).toEqual(['100.40', '6.7%']);
  expect(await cells(page, '“三公”经费', '公务接待费')).toEqual(['1.20', '100.0%']);
  expect(await cells(page, '“三公”经费', '公务用车购置费')).toEqual(['—', '—']);
  await expect(figure(page, '基本支出经济分类')).toContainText('一般公共预算财政拨款基本支出表》后显示');
  await page.locator('[data-line="住房保障支出"]').hover();
  await expect(page.getByRole('tooltip')).toContainText('300.10 万元，占 20.0%');
  await expect(page.getByRole('tooltip')).toContainText('增减 -19.90 万元（-6.2%）');
});

test('projects that do not come to the printed amount are told, and one click leads to each', async ({ page }) => {
  await openOverview(page, forms);
  const projects = figure(page, '金额最大的项目');
  await expect(projects).toContainText('各项合计 1,000.01 万元');
  await expect(projects).toContainText('为 1,000.00 万元，相差 0.01 万元');
  await projects.getByRole('button', { name: '健康体检' }).click();
  await expect(page.locator('.wizard')).toBeVisible();
});

test('each unit has its own figures', async ({ page }) => {
  const other = { ...expenditure('70', '30', '100', '0', '100'), reportingUnit: '902示例县人民医院' };
  await openOverview(page, [...forms, table('expenditure', YEAR, other)]);
  await expect(page.getByRole('heading', { name: `示例县卫生健康局${YEAR}年度预算概览` })).toBeVisible();
  await page.getByRole('combobox', { name: '填报单位' }).click();
  await page.getByTitle('902示例县人民医院').click();
  await expect(page.getByRole('heading', { name: `示例县人民医院${YEAR}年度预算概览` })).toBeVisible();
  await expect(figure(page, '支出功能分类')).toContainText('上年没有数据');
  expect(await cells(page, '支出功能分类', '卫生健康支出')).toEqual(['70', '70.0%']);
  await expect(figure(page, '金额最大的项目')).toHaveCount(0);
});

test('paper is A4 and holds the figures, and nothing of the window', async ({ page }) => {
  await openOverview(page, forms);
  await expect(figure(page, '金额最大的项目')).toBeVisible();
  const { texts, sizesMm } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(new Set(sizesMm.map((size) => size.join('×')))).toEqual(new Set(['210×297']));
  expect(texts.every((text) => text !== '')).toBe(true);
  // Fonts name some characters by their radicals.
  const text = texts.join('').normalize('NFKC');
  expect(text).toContain('1,200.30');
  expect(text).toContain('金额最大的项目');
  expect(text).not.toContain('工作台');
});

test('a year without figures says what to do; the command leads there too', async ({ page }) => {
  await openOverview(page, []);
  await expect(page.getByText(`${YEAR}年度还没有可看的数字`)).toBeVisible();
  await page.getByRole('button', { name: '到工作台新建' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gl');
  await page.getByRole('option', { name: '概览' }).click();
  await page.getByRole('button', { name: '导入已有文档' }).click();
  await expect(page).toHaveURL(/#\/import$/u);
});
