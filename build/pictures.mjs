// npm run pictures: makes the pictures of the documentation anew, from the built product on the sample county.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launchBrowserApp } from '../test/support/browser-app.ts';
import { findChromium } from './lib/chromium.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { inProject } from './lib/project.mjs';

/** A form as it comes out of Word, tab-separated, one row slid to the left, a remark the form has no place for. */
const document = `山区急救站建设项目绩效目标表

（2026年度）

填报单位（盖章）云岭县卫生健康局

单位：万元

项目名称\t山区急救站建设\t\t项目实施期\t2026.01.01-2026.12.31
主管部门\t云岭县卫生健康局\t\t实施单位\t云岭县急救中心
项目属性\t新增项目\t\t项目类别\t特定目标类
资金投入（万元）\t实施期金额\t126.80\t年度金额\t126.80
\t其中：财政拨款\t126.80\t其中：财政拨款\t126.80
\t其他资金\t0\t其他资金\t0
绩效目标\t实施期目标\t\t年度目标\t
\t在两个山区乡镇建成急救站，缩短呼叫到达时间。\t\t完成两处急救站的改造、设备安装和人员培训。\t
一级指标\t二级指标\t三级指标\t\t年度指标值
产出指标\t数量指标\t建成急救站数量\t\t=2处
\t质量指标\t设备验收合格率\t\t=100%
急救人员培训合格率\t\t≥95%\t\t
\t时效指标\t按期完工率\t\t=100%\t另报进度表
效益指标\t社会效益指标\t平均到达时间\t\t≤25分钟
满意度指标\t服务对象满意度指标\t群众满意度\t\t≥90%
`;

if (!(await ensureBuilt())) process.exit(1);
const workspace = mkdtempSync(path.join(tmpdir(), 'xiancai-pictures-'));
const app = await launchBrowserApp({ workspace, withSample: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const take = async (/** @type {string} */ name) => {
    await page.waitForTimeout(800);
    await page.screenshot({ path: inProject('docs', 'images', `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
  await page.goto(app.url);
  await page.locator('.record-table .ant-table-row').first().waitFor();
  await take('workbench');

  await page.locator('.record-table .ant-table-row').nth(6).dblclick();
  await page.locator('[data-step=indicators]').click();
  await page.locator('[data-row="1"] [data-column="2"]').click();
  await take('wizard');

  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.locator('.record-table .ant-table-row').first().waitFor();
  await page.getByRole('button', { name: '打印' }).first().click();
  await page.getByRole('toolbar', { name: '打印预览' }).first().waitFor();
  await take('print-preview');

  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    globalThis.document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, document);
  await page.getByRole('region', { name: '识别结果' }).first().waitFor();
  await take('import');
} finally {
  await browser.close();
  await app.close();
  rmSync(workspace, { recursive: true, force: true });
}
