import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type PageServer, startPageServer } from '../../support/page-server.ts';

/** The indicator sheet alone, in a real browser with real keys, clipboard and input method events. */

interface PageState {
  readonly rows: readonly Record<string, string>[];
  readonly focusPath: string | null;
  readonly undo: readonly string[];
}

let server: PageServer;
test.beforeAll(async () => {
  server = await startPageServer();
});
test.afterAll(async () => {
  await server.close();
});

async function openSheet(page: Page, query: string): Promise<void> {
  await page.goto(server.addressOf(`sheet.html${query}`));
  await page.getByRole('grid').waitFor();
}

async function stateOf(page: Page): Promise<PageState> {
  return JSON.parse((await page.locator('#state').textContent()) ?? '{}') as PageState;
}

const cell = (page: Page, row: number, column: number) => page.locator(`[data-row="${row}"] [data-column="${column}"]`);

const textsOf = async (page: Page, column: string): Promise<(string | undefined)[]> =>
  (await stateOf(page)).rows.map((row) => row[column]);

/** A paste as another program leaves it on the clipboard. */
async function paste(page: Page, content: { readonly text?: string; readonly html?: string }): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const data = new DataTransfer();
    if (text !== undefined) data.setData('text/plain', text);
    if (html !== undefined) data.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, content);
}

test('begins an empty table by a category, and adds rows by typing', async ({ page }) => {
  await openSheet(page, '');
  await page.getByRole('button', { name: '质量指标', exact: true }).click();
  await page.keyboard.type('验收合格率');
  await page.keyboard.press('Tab');
  await page.keyboard.type('≥98%');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('返修率');
  await page.keyboard.press('Enter');
  expect((await stateOf(page)).rows).toEqual([
    {
      level1: '产出指标',
      level2: '质量指标',
      level3: '验收合格率',
      target: '≥98%',
      operator: '≥',
      value: '98',
      unit: '%',
    },
    expect.objectContaining({ level1: '产出指标', level2: '质量指标', level3: '返修率', target: '' }),
  ]);
});

test('moves by Enter, Tab and arrows, and tells the window where one is', async ({ page }) => {
  await openSheet(page, '?rows=6');
  const expectAt = (path: string) => expect.poll(async () => (await stateOf(page)).focusPath).toBe(path);
  await cell(page, 1, 2).click();
  await expectAt('indicators.1.level3');
  await page.keyboard.press('Enter');
  await expectAt('indicators.2.level3');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('ArrowRight');
  await expectAt('indicators.1.target');
  await page.keyboard.press('Tab');
  await expectAt('indicators.2.level1');
  await page.keyboard.press('Shift+Tab');
  await expectAt('indicators.1.target');
  await page.keyboard.press('Control+End');
  await expectAt('indicators.6.target');
  // Past the last cell the keyboard leaves the sheet: it is no trap.
  await page.keyboard.press('Tab');
  await expect(page.locator('.sheet-editor')).not.toBeFocused();
});

test('replaces by typing, edits by F2, gives the old text back by Esc', async ({ page }) => {
  await openSheet(page, '?rows=3');
  await cell(page, 0, 2).click();
  await page.keyboard.type('新名称');
  await page.keyboard.press('Escape');
  expect((await textsOf(page, 'level3'))[0]).toBe('设备采购数量1');
  await page.keyboard.press('F2');
  await page.keyboard.type('（台）');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('含备件');
  await page.keyboard.press('Enter');
  expect((await textsOf(page, 'level3'))[0]).toBe('设备采购数量1（台）\n含备件');
  await cell(page, 1, 3).dblclick();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('1.');
  await page.keyboard.press('Enter');
  expect((await textsOf(page, 'target'))[1]).toBe('≥91.5');
});

test('makes one step of undo of what was typed into one cell', async ({ page }) => {
  await openSheet(page, '?rows=3');
  await cell(page, 0, 2).click();
  await page.keyboard.type('一二三');
  await page.keyboard.press('Enter');
  await page.keyboard.type('四五');
  expect((await stateOf(page)).undo).toEqual(['填写三级指标', '填写三级指标']);
  await page.keyboard.press('Control+z');
  expect(await textsOf(page, 'level3')).toEqual(['一二三', '验收合格率2', '按期完成率3']);
  await page.keyboard.press('Control+z');
  expect((await textsOf(page, 'level3'))[0]).toBe('设备采购数量1');
});

test('takes what an input method composes on a cell that is only selected', async ({ page }) => {
  await openSheet(page, '?rows=3');
  await cell(page, 1, 2).click();
  const session: CDPSession = await page.context().newCDPSession(page);
  for (const text of ['j', 'ji', "ji'zhu"]) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // Nothing of the letters gets into the form while the word is being chosen.
  expect((await textsOf(page, 'level3'))[1]).toBe('验收合格率2');
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  expect((await textsOf(page, 'level3'))[1]).toBe('验收合格率2');
  await session.send('Input.imeSetComposition', { text: 'jiu', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.insertText', { text: '救助' });
  await session.send('Input.imeSetComposition', { text: 'lv', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '率' });
  await page.keyboard.press('Enter');
  expect((await textsOf(page, 'level3'))[1]).toBe('救助率');
});

test('chooses categories by first letters, by Chinese and by mouse', async ({ page }) => {
  await openSheet(page, '?rows=4');
  await cell(page, 0, 1).click();
  await page.keyboard.type('kcx');
  await expect(page.getByRole('option')).toHaveText([/^可持续影响指标/u, /^按所填/u]);
  await page.keyboard.press('Enter');
  expect((await stateOf(page)).rows[0]).toMatchObject({ level1: '效益指标', level2: '可持续影响指标' });
  await page.keyboard.type('时效');
  await page.keyboard.press('Tab');
  expect((await stateOf(page)).rows[1]).toMatchObject({ level1: '产出指标', level2: '时效指标' });
  await cell(page, 2, 0).click();
  await cell(page, 2, 0).locator('.sheet-open').click();
  await page.getByRole('option', { name: /^满意度指标/u }).click();
  expect((await stateOf(page)).rows[2]).toMatchObject({ level1: '满意度指标', level2: '服务对象满意度指标' });
  await cell(page, 3, 1).click();
  await page.keyboard.type('廉政指标');
  await page.keyboard.press('Enter');
  expect((await stateOf(page)).rows[3]).toMatchObject({ level2: '廉政指标' });
});

test('shows how a target is understood and changes it only when told', async ({ page }) => {
  await openSheet(page, '?rows=2');
  await cell(page, 0, 3).click();
  await page.keyboard.type('不低于 90 ％');
  await expect(page.getByRole('status')).toContainText('读作≥90%');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  expect((await textsOf(page, 'target'))[0]).toBe('不低于 90 ％');
  await page.getByRole('button', { name: '改写为 ≥90%' }).click();
  expect((await textsOf(page, 'target'))[0]).toBe('≥90%');
  await page.keyboard.type('逐步提高');
  await expect(page.getByRole('status')).toContainText('以文字表述');
});

test('takes a block of Excel, adding rows and filling merged categories down', async ({ page }) => {
  await openSheet(page, '?rows=1');
  await cell(page, 1, 0).click();
  await paste(page, {
    text: '一级指标\t二级指标\t三级指标\t\t年度指标值\n产出指标\t数量指标\t救护车\t\t=2辆\n\t\t"床位\n（张）"\t\t≥120张\n\t成本指标\t单价\t\t≤30万元\n',
  });
  expect((await stateOf(page)).rows.slice(1)).toEqual([
    expect.objectContaining({ level1: '产出指标', level2: '数量指标', level3: '救护车', target: '=2辆' }),
    expect.objectContaining({ level1: '产出指标', level2: '数量指标', level3: '床位\n（张）', target: '≥120张' }),
    expect.objectContaining({ level1: '产出指标', level2: '成本指标', level3: '单价', target: '≤30万元' }),
  ]);
  expect((await stateOf(page)).undo).toEqual(['粘贴']);
});

test('takes a table of Word, and nothing of its markup is run', async ({ page }) => {
  await openSheet(page, '');
  await cell(page, 0, 0).click();
  await paste(page, {
    text: '效益指标\n社会效益指标\n就诊\n满意\n≥90%\n',
    html: `<script>document.title = '坏'</script><table><tr><td rowspan="2"><p>效益指标</p></td><td rowspan=2>社会效益指标</td>
      <td><p>群众<b>就诊</b></p><p>距离</p></td><td>缩短<img src=x onerror="document.title='坏'"></td></tr>
      <tr><td>=1+1&lt;i&gt;</td><td>&ge;90%</td></tr></table>`,
  });
  expect((await stateOf(page)).rows).toEqual([
    expect.objectContaining({ level1: '效益指标', level2: '社会效益指标', level3: '群众就诊\n距离', target: '缩短' }),
    expect.objectContaining({ level1: '效益指标', level2: '社会效益指标', level3: '=1+1<i>', target: '≥90%' }),
  ]);
  await expect(page).toHaveTitle('表格试验页');
  await expect(cell(page, 1, 2)).toHaveText('=1+1<i>');
});

test('copies a range for Excel and for Word, cuts it, and pastes it back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSheet(page, '?rows=3');
  const before = (await stateOf(page)).rows;
  await cell(page, 0, 2).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+x');
  expect(await textsOf(page, 'level3')).toEqual(['', '', '按期完成率3']);
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item?.getType(type))?.text()));
  });
  expect(copied[0]).toBe('设备采购数量1\t=25台\n验收合格率2\t≥95%\n');
  expect(copied[1]).toContain('<td>验收合格率2</td>');
  await page.keyboard.press('Control+v');
  expect((await stateOf(page)).rows.map((row) => [row.level3, row.target])).toEqual(
    before.map((row) => [row.level3, row.target]),
  );
});

test('amounts have separators, capitals on hover, take sums and full-width digits', async ({ page }) => {
  await openSheet(page, '?form=futian-unit-target&table=tasks');
  await cell(page, 0, 2).click();
  await page.keyboard.type('＝１２００．５＋３');
  await expect(page.locator('.sheet-strip')).toContainText('合计 1,203.5');
  await page.keyboard.press('Enter');
  await expect(cell(page, 0, 2)).toHaveText('1,203.5');
  await expect(cell(page, 0, 2)).toHaveAttribute('title', /^壹仟贰佰零叁/u);
  await page.keyboard.type('１２，３４５');
  await page.keyboard.press('Tab');
  await expect(cell(page, 1, 2)).toHaveText('12,345');
  expect(await textsOf(page, 'total')).toEqual(['1203.5', '12345']);
  // The digits and what they were settled to are one step of undo.
  expect((await stateOf(page)).undo).toHaveLength(2);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('F2');
  await expect(page.locator('.sheet-editor')).toHaveValue('12345');
  await page.keyboard.press('Escape');
  await page.keyboard.type('约十万');
  await page.keyboard.press('Enter');
  expect(await textsOf(page, 'total')).toEqual(['1203.5', '约十万']);
});

test('clears cells, removes whole rows, moves, copies down and inserts', async ({ page }) => {
  await openSheet(page, '?rows=5');
  await cell(page, 0, 2).click();
  await page.keyboard.press('Delete');
  expect((await textsOf(page, 'level3'))[0]).toBe('');
  await page.locator('[data-row="4"] .sheet-rowhead').click();
  await page.keyboard.press('Delete');
  expect(await textsOf(page, 'target')).toEqual(['=25台', '≥95%', '2026年11月底前', '不高于 8 万元']);
  await cell(page, 1, 3).click();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await textsOf(page, 'target')).toEqual(['=25台', '2026年11月底前', '≥95%', '不高于 8 万元']);
  await page.keyboard.press('Control+d');
  expect(await textsOf(page, 'target')).toEqual(['=25台', '2026年11月底前', '2026年11月底前', '不高于 8 万元']);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('同类新行');
  await page.keyboard.press('Enter');
  const rows = (await stateOf(page)).rows;
  expect(rows[3]).toMatchObject({ level1: rows[2]?.level1, level2: rows[2]?.level2, level3: '同类新行' });
  await page.locator('[data-row="0"] .sheet-rowhead').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '删除行' }).click();
  expect((await stateOf(page)).rows).toHaveLength(4);
  await page.keyboard.press('Control+z');
  expect((await stateOf(page)).rows).toHaveLength(5);
});

test('marks findings with words, and is a grid for a screen reader', async ({ page }) => {
  await openSheet(page, '?rows=5&marks');
  await expect(page.getByRole('grid', { name: '绩效指标' })).toHaveAttribute('aria-rowcount', '7');
  const wrong = cell(page, 1, 3);
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAttribute('title', '百分比不能大于 100%。');
  await wrong.click();
  await expect(wrong).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('status')).toContainText('百分比不能大于 100%。');
  await expect(page.getByRole('textbox', { name: '第 2 行 年度指标值' })).toBeFocused();
});
