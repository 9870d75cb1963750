import path from 'node:path';
import { expect, test } from 'vitest';
import { layOut } from '../../../../shared/forms/lay-out.ts';
import { budgetForms } from '../../../support/budget-year.ts';
import { xiancai } from '../../../support/command-line.ts';
import { textOf } from '../../../support/source-sheets.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';

/** An invented budget as tab-separated text. */
function budgetText(): string {
  const grids = budgetForms().map(({ definition, answers, fiscalYear }) => layOut(definition, { answers, fiscalYear }));
  const rows = textOf(...grids).sheets.flatMap((sheet) => sheet.rows);
  return rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n');
}

test('export --book binds what was imported into one document', async () => {
  const store = path.join(temporaryFolder(), 'store');
  expect((await xiancai(['import', '-', '--store', store], budgetText())).status).toBe(0);
  const { status, stdout } = await xiancai(['export', '--book', '--format', 'grid', '--out', '-', '--store', store]);
  expect(status).toBe(0);
  const { grids } = JSON.parse(stdout) as { grids: { title: string }[] };
  expect(grids.map(({ title }) => title)).toContain('阅读推广');
  expect(grids[1]?.title).toBe('目录');
});

test('export --book says so where there is nothing to bind, and what it can be written as', async () => {
  const store = path.join(temporaryFolder(), 'empty');
  const words = ['export', '--book', '--store', store, '--out', '-', '--format'];
  const empty = await xiancai([...words, 'docx']);
  expect([empty.status, empty.stderr.trim()]).toEqual([2, '工作区中没有可以装订成预算公开文本的表单。']);
  const other = await xiancai([...words, 'json']);
  expect([other.status, other.stderr.trim()]).toEqual([2, '预算公开文本可以导出为 docx、pdf、html、grid。']);
});
