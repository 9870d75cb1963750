import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type BrowserApp, launchBrowserApp } from '../../support/browser-app.ts';

/** Import in the whole product: text in the shape units publish it, looked at, taken over, and read again. */

interface SampleForm {
  readonly name: string;
  readonly amount: string;
  /** Text beside the first target, in a column the form does not have. */
  readonly beside?: string;
}

/** A form as it comes out of Word: tab-separated, merged cells empty, one row shifted to the left. */
function formText({ name, amount, beside = '' }: SampleForm): string {
  return `${name}项目绩效目标表

（2026年度）

填报单位（盖章）云溪县卫生健康局

单位：万元

项目名称\t${name}\t\t项目实施期\t2026.01.01-2026.12.31
主管部门\t云溪县卫生健康局\t\t实施单位\t云溪县卫生健康局
项目属性\t\t\t项目类别\t
资金投入（万元）\t实施期金额\t${amount}\t年度金额\t${amount}
\t其中：财政拨款\t${amount}\t其中：财政拨款\t${amount}
\t其他资金\t0\t其他资金\t0
绩效目标\t实施期目标\t\t年度目标\t
\t改善乡镇卫生院服务条件。\t\t完成当年采购与验收。\t
一级指标\t二级指标\t三级指标\t\t年度指标值
产出指标\t数量指标\t更新设备数量\t\t=25台\t${beside}
\t质量指标\t验收合格率\t\t≥98%
设备完好率\t\t≥95%\t\t
效益指标\t社会效益指标\t县域内就诊率\t\t逐步提高
满意度指标\t服务对象满意度指标\t群众满意度\t\t≥90%
`;
}

/** A row of an html table. */
function htmlRow(line: string): string {
  return `<tr><td>${line.split('\t').join('</td><td>')}</td></tr>`;
}

const forms: readonly SampleForm[] = [
  { name: '乡镇卫生院设备更新', amount: '320.50' },
  { name: '村医岗位补助', amount: '96' },
  { name: '老年人健康体检', amount: '41.20' },
];
const text = forms.map(formText).join('\n');

let app: BrowserApp;
test.beforeEach(async ({ page }) => {
  app = await launchBrowserApp();
  await page.goto(app.url);
  await openImport(page);
});
test.afterEach(async () => {
  await app.close();
});

async function openImport(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
}

/** A paste as another program leaves it on the clipboard. */
async function paste(page: Page, content: { readonly text?: string; readonly html?: string }): Promise<void> {
  await page.evaluate((data) => {
    const transfer = new DataTransfer();
    if (data.text !== undefined) transfer.setData('text/plain', data.text);
    if (data.html !== undefined) transfer.setData('text/html', data.html);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, content);
}

const list = (page: Page) => page.getByRole('region', { name: '待接收的表' });

async function acceptAll(page: Page): Promise<void> {
  for (const { name } of forms) {
    await list(page)
      .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
      .click();
    await page.getByRole('button', { name: '本表已核对' }).click();
  }
  await page.getByRole('button', { name: '全部接收（3 张）' }).click();
}

test('pasted text is looked at, taken over, shown, and known when it comes again', async ({ page }) => {
  await paste(page, { text });
  await expect(list(page).getByText('新增')).toHaveCount(3);
  await expect(list(page)).toContainText('320.50 万元');
  await expect(page.getByRole('region', { name: '识别结果' }).first()).toContainText('设备完好率');
  const source = page.getByRole('region', { name: '原文' });
  await expect(source).toContainText('乡镇卫生院设备更新');
  await list(page)
    .getByRole('button', { name: /^村医岗位补助/u })
    .click();
  await expect(source).toContainText('村医岗位补助');
  await expect(source).not.toContainText('乡镇卫生院设备更新');
  // A guess was made at the shifted row: the button that takes all is not the natural one yet.
  const accept = page.getByRole('button', { name: '全部接收（3 张）' });
  await expect(accept).not.toHaveClass(/primary/u);
  await expect(page.getByText(/还有 3 处待核对/u)).toBeVisible();
  await acceptAll(page);
  await expect(page.getByText('已接收 3 张表。')).toBeVisible();
  const toYear = page.getByRole('button', { name: '切换到 2026 年度查看' });
  await toYear
    .or(page.getByRole('button', { name: '到工作台查看' }))
    .first()
    .click();
  await expect(page.getByText('已接收 3 张表。')).toHaveCount(0);
  for (const { name } of forms) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();

  await openImport(page);
  await paste(page, { text: text.replace('县域内就诊率\t\t逐步提高', '县域内就诊率\t\t≥85%') });
  await expect(list(page).getByText('与现有相同')).toHaveCount(2);
  await expect(list(page)).toContainText('有改动：绩效指标');
  await expect(page.getByRole('checkbox', { name: '接收“村医岗位补助”' })).not.toBeChecked();
  await page.getByRole('button', { name: '接收所选 1 张' }).click();
  await expect(page.getByText('已接收 1 张表，2 张与现有相同未重复导入。')).toBeVisible();
});

test('what found no place stays in sight, and can be put into a field', async ({ page }) => {
  await paste(page, { text: formText({ name: '远程会诊', amount: '12', beside: '另需光纤专线' }) });
  const left = page.getByText('另需光纤专线');
  await expect(left.first()).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: '另需光纤专线' });
  await line.getByRole('combobox', { name: '选择要放入的单元格' }).click();
  await page.getByTitle(/^年度目标（/u).click();
  await line.getByRole('button', { name: '追加' }).click();
  await expect(line).toContainText('已放入年度目标');
  await expect(page.locator('.paper-desk')).toContainText('另需光纤专线');
  await line.getByRole('button', { name: '撤回' }).click();
  await expect(page.locator('.paper-desk')).not.toContainText('另需光纤专线');
  await line.dragTo(page.locator('[data-path="periodGoal"]').first());
  await expect(line).toContainText('已放入实施期目标');
});

/** The sample forms with a line that names its labels in a way no form knows. */
const strange = text.replaceAll('主管部门\t云溪县卫生健康局\t\t实施单位', '归口机关\t云溪县卫生健康局\t\t承办站所');

async function select(page: Page, name: string): Promise<void> {
  await list(page)
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();
}

test('what is put right in one form holds for the others of the import, and can be taken back', async ({ page }) => {
  await paste(page, { text: strange });
  const paper = page.locator('.paper-desk');
  const department = paper.locator('[data-path="department"]').first();
  await expect(department).toHaveText('');
  await page.getByRole('listitem').filter({ hasText: '云溪县卫生健康局' }).first().dragTo(department);
  const lessons = page.getByRole('region', { name: '本次导入已记住' });
  await expect(lessons).toContainText('“归口机关”就是“主管部门”。另有 2 张表也照此改好');
  await expect(department).toHaveText('云溪县卫生健康局');
  await expect(list(page).getByText(/照此改好 \d 处/u)).toHaveCount(3);
  await select(page, '村医岗位补助');
  await expect(department).toHaveText('云溪县卫生健康局');

  await lessons.getByRole('button', { name: '撤销' }).click();
  await expect(lessons).toHaveCount(0);
  await expect(department).toHaveText('');
  await select(page, '乡镇卫生院设备更新');
  await expect(department).toHaveText('云溪县卫生健康局');
});

test('a text is said to be a label, by menu', async ({ page }) => {
  await paste(page, { text: strange });
  const line = page.getByRole('listitem').filter({ hasText: '承办站所' });
  await line.getByRole('combobox', { name: '选择要放入的单元格' }).click();
  await page.getByTitle('实施单位', { exact: true }).click();
  await line.getByRole('button', { name: '是标签' }).click();
  await expect(page.getByText('“承办站所”就是“实施单位”。另有 2 张表也照此改好')).toBeVisible();
  await expect(page.locator('[data-path="implementingUnit"]').first()).toHaveText('云溪县卫生健康局');
});

test('a text in the wrong cell is moved, exchanged and taken out, by mouse and by keyboard', async ({ page }) => {
  await paste(page, { text: formText({ name: '远程会诊', amount: '12' }) });
  const cell = (path: string) => page.locator(`.paper-desk [data-path="${path}"]`).first();
  await cell('projectAttribute').scrollIntoViewIfNeeded();
  await cell('implementingUnit').dragTo(cell('projectAttribute'));
  await expect(cell('projectAttribute')).toHaveText('云溪县卫生健康局');
  await expect(cell('implementingUnit')).toHaveText('');
  await page.getByRole('button', { name: '撤销一步' }).click();
  await expect(cell('implementingUnit')).toHaveText('云溪县卫生健康局');

  await page.getByRole('combobox', { name: '选择单元格' }).focus();
  await page.keyboard.type('年度目标');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '移到…' }).focus();
  await page.keyboard.type('实施期目标');
  await page.keyboard.press('Enter');
  await expect(cell('periodGoal')).toHaveText('完成当年采购与验收。');
  await expect(cell('annualGoal')).toHaveText('改善乡镇卫生院服务条件。');

  await page.getByRole('button', { name: '清空' }).click();
  await expect(cell('periodGoal')).toHaveText('');
  await expect(page.getByText('本表未放置 1')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: '完成当年采购与验收。' }).dragTo(cell('periodGoal'));
  await expect(cell('periodGoal')).toHaveText('完成当年采购与验收。');
  await page.getByRole('button', { name: '本表已核对' }).click();
  await page.getByRole('button', { name: '全部接收（1 张）' }).click();
  await expect(page.getByText('已接收 1 张表。')).toBeVisible();
});

test('a table of Word is read, and markup in it stays text', async ({ page }) => {
  const lines = formText({ name: '母婴设施', amount: '8.80' }).split('\n');
  const paragraphs = lines.filter((line) => !line.includes('\t')).map((line) => `<p>${line}</p>`);
  const rows = lines.filter((line) => line.includes('\t')).map(htmlRow);
  const html = `<script>document.title='坏'</script>${paragraphs.join('')}<table>${rows.join('')}</table>`;
  await paste(page, { text: '忽略', html: html.replace('逐步提高', '提高&lt;img src=x onerror=alert(1)&gt;') });
  await expect(list(page)).toContainText('母婴设施');
  await expect(page.locator('.paper-desk')).toContainText('提高<img src=x onerror=alert(1)>');
  await expect(page).toHaveTitle('县财填报');
});

test('an import of several files ends with a report of every file and every form', async ({ page }) => {
  await page.locator('input[type=file]').setInputFiles([
    { name: '第一批.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
    { name: '第二批.txt', mimeType: 'text/plain', buffer: Buffer.from(formText({ name: '远程会诊', amount: '12' })) },
    { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await page.getByRole('checkbox', { name: '接收“村医岗位补助”' }).uncheck();
  await page.getByRole('button', { name: '接收所选 3 张' }).click();
  const report = page.getByRole('region', { name: '导入报告' });
  await expect(report).toContainText('共 3 份材料，其中 1 份没有读入。');
  await expect(report).toContainText('新增 3 张表，更新 0 张表。');
  await expect(report).toContainText('1 张没有勾选，没有接收。');
  await expect(report.getByRole('listitem').filter({ hasText: '第一批.txt' })).toContainText('认出 3 张表，接收 2 张');
  await expect(report.getByRole('listitem').filter({ hasText: '空.txt' })).toContainText('没有导入任何内容');
  await expect(report.getByRole('listitem').filter({ hasText: '村医岗位补助' })).toContainText('未接收');
});

test('files are read with a sentence for each that cannot be, and nothing is saved before', async ({ page }) => {
  await page.locator('input[type=file]').setInputFiles([
    { name: '项目表.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
    { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: '坏.xlsx', mimeType: 'application/zip', buffer: readFileSync(new URL(import.meta.url)).subarray(0, 400) },
  ]);
  await expect(list(page).getByText('新增')).toHaveCount(3);
  await page.getByRole('tab', { name: '未能读取 2' }).click();
  await expect(page.getByText('文件“空.txt”是空的，没有导入任何内容。')).toBeVisible();
  await expect(page.getByText(/“坏\.xlsx”/u)).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('村医岗位补助')).toHaveCount(0);
});

test('a file that cannot be read leaves one where one was, with the reason', async ({ page }) => {
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
  await expect(page.getByText('文件“空.txt”是空的，没有导入任何内容。')).toBeVisible();
  await expect(page.getByRole('button', { name: '选择文件' })).toBeVisible();
});

test('an empty clipboard says so', async ({ page }) => {
  await paste(page, { text: ' ' });
  await expect(page.getByText('剪贴板中没有文字、表格或文件。')).toBeVisible();
});
