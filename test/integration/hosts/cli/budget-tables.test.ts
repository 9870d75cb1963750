import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { xiancai, xiancaiJson } from '../../../support/command-line.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';

const exportedSchema = z.object({
  records: z.array(z.object({ id: z.string(), answers: z.record(z.string(), z.unknown()) })),
});

/** An invented document with one table, and a workspace it was read into. */
async function workspace() {
  const folder = temporaryFolder();
  const store = path.join(folder, 'store');
  const document = path.join(folder, 'table.txt');
  const rows = ['科目编码\t科目名称\t合计\t基本支出\t项目支出', '\t合计\t5.00\t5.00\t', '207\t文化支出\t5.00\t5.00\t'];
  writeFileSync(document, `一般公共预算支出表\n单位：万元\n${rows.join('\n')}\n`);
  await xiancaiJson(['import', document, '--store', store]);
  const record = async () => {
    const words = ['export', '--all', '--format', 'json', '--out', '-', '--store', store];
    const [first] = exportedSchema.parse(JSON.parse((await xiancai(words)).stdout)).records;
    if (!first) throw new Error('nothing was imported');
    return first;
  };
  return { document, store, record };
}

test('setting a cell works out what follows from it', async () => {
  const { store, record } = await workspace();
  const { id } = await record();
  expect((await xiancai(['set', '--record', id, 'lines.1.project=2', '--store', store])).status).toBe(0);
  expect((await record()).answers.lines).toMatchObject([
    { total: '7.00', basic: '5.00', project: '2.00' },
    { total: '7.00', basic: '5.00', project: '2' },
  ]);
});

test('a cell that is worked out cannot be set, and the sentence says from what', async () => {
  const { store, record } = await workspace();
  const before = await record();
  const { status, stderr } = await xiancai(['set', '--record', before.id, 'lines.1.total=9', '--store', store]);
  expect([status, stderr.trim()]).toEqual([2, '“lines.1.total”不能直接填写：合计 = 基本支出 + 项目支出。']);
  expect(await record()).toEqual(before);
});

test('a table whose sums hold has nothing said of it', async () => {
  const { document } = await workspace();
  const schema = z.object({ findings: z.array(z.object({ ruleId: z.string(), outcome: z.string() })) });
  const { findings } = schema.parse(await xiancaiJson(['check', document]));
  expect(findings.filter(({ ruleId }) => ruleId.startsWith('table-'))).toEqual([]);
});
