import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { xiancai, xiancaiJson } from '../../../support/command-line.ts';
import { formsText } from '../../../support/form-texts.ts';
import { sampleDefinition, soundAnswers, soundWith } from '../../../support/sample-form.ts';
import { openTestStore, temporaryFolder } from '../../../support/workspaces.ts';

const shaped = shapeAnswers(sampleDefinition, soundAnswers);

const importedSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      definitionId: z.string(),
      fiscalYear: z.int(),
      source: z.strictObject({ file: z.string(), place: z.string().min(1) }),
      answers: z.record(z.string(), z.unknown()),
      unplaced: z.array(z.strictObject({ text: z.string(), place: z.string() })),
      notes: z.array(z.strictObject({ path: z.string(), message: z.string(), place: z.string() })),
    }),
  ),
  unrecognised: z.array(z.strictObject({ place: z.string(), text: z.string() })),
});

const listedSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      id: z.uuid(),
      definitionId: z.string(),
      title: z.string(),
      unit: z.string(),
      fiscalYear: z.int(),
      status: z.string(),
      amount: z.string().nullable(),
      findings: z.strictObject({ error: z.int(), warning: z.int(), hint: z.int() }),
    }),
  ),
});

const exportedSchema = z.strictObject({
  records: z.array(
    z.strictObject({
      id: z.uuid(),
      definitionId: z.string(),
      definitionVersion: z.int(),
      fiscalYear: z.int(),
      answers: z.record(z.string(), z.unknown()),
    }),
  ),
});

const checkedSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      ruleId: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      outcome: z.enum(['fail', 'couldNotRun']),
      recordTitle: z.string(),
      recordId: z.string().nullable(),
      place: z.string(),
      message: z.string(),
      fix: z.strictObject({ label: z.string(), path: z.string(), value: z.string() }).nullable(),
    }),
  ),
  summary: z.strictObject({
    records: z.int(),
    error: z.int(),
    warning: z.int(),
    hint: z.int(),
    couldNotRun: z.int(),
  }),
});

/** A folder with a document of two forms and the path of a workspace that is not there yet. */
function twoForms() {
  const folder = temporaryFolder();
  const document = path.join(folder, '两张表.txt');
  writeFileSync(document, formsText(soundAnswers, soundWith({ projectName: '第二个项目', 'annualFunds.fiscal': '1' })));
  return { folder, document, store: path.join(folder, 'workspace') };
}

const list = async (store: string) => listedSchema.parse(await xiancaiJson(['list', '--store', store])).records;
const exported = async (store: string) => {
  const { stdout } = await xiancai(['export', '--all', '--format', 'json', '--out', '-', '--store', store]);
  return exportedSchema.parse(JSON.parse(stdout)).records;
};

/** What a person gets for a mistake: one Chinese sentence, nothing else, status 2. */
function expectSentence(outcome: { status: number | null; stdout: string; stderr: string }): void {
  expect(outcome).toMatchObject({ status: 2, stdout: '' });
  expect(outcome.stderr).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*[。；]\n$/u);
  expect(outcome.stderr).not.toMatch(/\bat |Error/u);
}

describe('import', () => {
  test('without a workspace reads and prints, and leaves nothing behind', async () => {
    const { folder, document } = twoForms();
    const imported = importedSchema.parse(await xiancaiJson(['import', document]));
    expect(imported.records.map(({ answers }) => answers.projectName)).toEqual(['乡镇图书馆延时开放', '第二个项目']);
    expect(imported.records[0]).toMatchObject({
      definitionId: 'dalian-project-target',
      fiscalYear: 2026,
      source: { file: '两张表.txt' },
      answers: shaped,
      unplaced: [],
    });
    expect(readdirSync(folder)).toEqual(['两张表.txt']);
  });

  test('takes text from the standard input, and keeps what is no form', async () => {
    const imported = importedSchema.parse(await xiancaiJson(['import', '-'], `会议通知\n${formsText(soundAnswers)}`));
    expect(imported.records).toHaveLength(1);
    expect(imported.records[0]?.source.file).toBe('标准输入');
    expect(imported.unrecognised.map(({ text }) => text)).toContain('会议通知');
  });

  test('with a workspace saves, once, however often and under whatever name a document comes', async () => {
    const { document, store, folder } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const first = await list(store);
    expect(first.map(({ title, amount, status }) => [title, amount, status])).toEqual([
      ['乡镇图书馆延时开放', '60.25', 'ready'],
      ['第二个项目', '60.25', 'draft'],
    ]);
    const copy = path.join(folder, '副本.txt');
    writeFileSync(copy, readFileSync(document));
    const again = await xiancai(['import', document, copy, '--store', store]);
    expect(again.stderr).toContain('新增 0 张，更新 0 张，与现有相同 4 张');
    expect(await list(store)).toEqual(first);
  });

  test('of a changed document updates the form, as a revision of it', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const before = await list(store);
    writeFileSync(document, formsText(soundWith({ annualGoal: '改过的目标' })));
    const { stderr } = await xiancai(['import', document, '--store', store]);
    expect(stderr).toContain('新增 0 张，更新 1 张，与现有相同 0 张');
    expect((await list(store)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await exported(store))[0]?.answers.annualGoal).toBe('改过的目标');
  });

  test('keeps equal forms of one document apart, and finds both again', async () => {
    const { document, store } = twoForms();
    writeFileSync(document, formsText(soundAnswers, soundAnswers));
    await xiancaiJson(['import', document, '--store', store]);
    expect(await list(store)).toHaveLength(2);
    await xiancaiJson(['import', document, '--store', store]);
    expect(await list(store)).toHaveLength(2);
  });

  test('fills in the unit a person names where the document has none', async () => {
    const { document, store } = twoForms();
    writeFileSync(document, formsText(soundWith({ reportingUnit: '' })));
    for (let time = 0; time < 2; time += 1) {
      await xiancaiJson(['import', document, '--unit', '示例县档案局', '--store', store]);
    }
    expect((await list(store)).map(({ unit }) => unit)).toEqual(['示例县档案局']);
  });

  test('tells of each document it cannot read and goes on with the others', async () => {
    const { document, folder } = twoForms();
    const broken = path.join(folder, '坏的.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 not a workbook');
    const { status, stdout, stderr } = await xiancai(['import', broken, document, '--json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^[^\n]*坏的\.xlsx[^\n]*\n$/u);
    expect(importedSchema.parse(JSON.parse(stdout)).records).toHaveLength(2);
  });

  test('of a document without any form says so, and shows its texts', async () => {
    const { status, stdout, stderr } = await xiancai(['import', '-', '--json'], '只是一封信\n没有表格');
    expect(status).toBe(2);
    expect(stderr).toMatch(/没有认出任何表样/u);
    expect(importedSchema.parse(JSON.parse(stdout)).unrecognised.map(({ text }) => text)).toEqual([
      '只是一封信',
      '没有表格',
    ]);
  });
});

describe('check', () => {
  test('of a document gives status 1 when an error is found, and names its place', async () => {
    const { document } = twoForms();
    const { status, stdout } = await xiancai(['check', document, '--json']);
    expect(status).toBe(1);
    const { findings, summary } = checkedSchema.parse(JSON.parse(stdout));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ recordTitle: '第二个项目', recordId: null, outcome: 'fail', place: '年度金额' }]);
    expect(summary).toMatchObject({ records: 2, error: 1 });
  });

  test('of a workspace names its forms, and gives status 0 when there is no error', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const second = (await list(store))[1]?.id ?? '';
    const before = await xiancai(['check', '--store', store, '--json']);
    expect(before.status).toBe(1);
    const { findings } = checkedSchema.parse(JSON.parse(before.stdout));
    expect(new Set(findings.map(({ recordId }) => recordId))).toEqual(new Set([second]));
    await xiancai(['set', '--record', second, 'annualFunds.fiscal=60.25', '--store', store]);
    expect((await xiancai(['check', '--store', store])).status).toBe(0);
  });
});

describe('set', () => {
  test('changes fields and table cells, and keeps all others', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const id = (await list(store))[0]?.id ?? '';
    const words = ['projectCategory=民生=重点', 'annualFunds.other= 1,234.5 ', 'indicators.0.target=≥5个'];
    const outcome = await xiancai(['set', '--record', id, ...words, '--store', store]);
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    const answers = (await exported(store))[0]?.answers;
    expect(answers).toEqual({
      ...shaped,
      projectCategory: '民生=重点',
      annualFunds: { total: '60.25', fiscal: '60.25', other: '1234.5' },
      indicators: (shaped.indicators as readonly object[]).map((row, index) =>
        index === 0 ? { ...row, target: '≥5个', operator: '≥', value: '5', unit: '个' } : row,
      ),
    });
  });

  test('refuses what the form does not have in a sentence, and then changes nothing', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const before = await exported(store);
    const id = before[0]?.id ?? '';
    for (const wrong of ['nothing=1', 'indicators.99.target=1', 'indicators.0.nothing=1', 'indicators=1', '没有等号']) {
      expectSentence(await xiancai(['set', '--record', id, 'projectName=改', wrong, '--store', store]));
    }
    expect(await exported(store)).toEqual(before);
  });
});

describe('export', () => {
  test.each(['xlsx', 'html', 'json', 'grid'])('as %s writes one file', async (format) => {
    const { document, store, folder } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const out = path.join(folder, `all.${format}`);
    const { status } = await xiancai(['export', '--all', '--format', format, '--out', out, '--store', store]);
    expect(status).toBe(0);
    if (format === 'xlsx' || format === 'html') {
      const again = importedSchema.parse(await xiancaiJson(['import', out]));
      expect(again.records.map(({ answers }) => answers)).toEqual(
        (await exported(store)).map(({ answers }) => answers),
      );
    } else {
      expect(JSON.parse(readFileSync(out, 'utf8'))).toBeTypeOf('object');
    }
  });

  test('of one form holds that form; its grid lists no covered cell', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const id = (await list(store))[1]?.id ?? '';
    const { stdout } = await xiancai(['export', '--record', id, '--format', 'grid', '--out', '-', '--store', store]);
    const { grids } = z
      .strictObject({
        grids: z.array(
          z.strictObject({
            recordId: z.string(),
            title: z.string(),
            rows: z.array(z.array(z.strictObject({ text: z.string(), columnSpan: z.int(), rowSpan: z.int() }))),
          }),
        ),
      })
      .parse(JSON.parse(stdout));
    expect(grids.map(({ recordId, title }) => [recordId, title])).toEqual([[id, '第二个项目']]);
    const widths = grids[0]?.rows.map((cells) => cells.reduce((sum, cell) => sum + cell.columnSpan, 0)) ?? [];
    expect(Math.max(...widths)).toBe(sampleDefinition.layout.columnWidths.length);
  });

  test('into a folder that is not there says so', async () => {
    const { document, store, folder } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const out = path.join(folder, 'nowhere', 'all.json');
    expectSentence(await xiancai(['export', '--all', '--format', 'json', '--out', out, '--store', store]));
    expect(existsSync(path.dirname(out))).toBe(false);
  });

  test('needs to know which forms', async () => {
    const { store } = twoForms();
    const words = ['export', '--format', 'json', '--out', '-', '--store', store];
    expectSentence(await xiancai(words));
    expectSentence(await xiancai([...words, '--record', 'x', '--all']));
    expectSentence(await xiancai([...words, '--record', 'x']));
  });
});

describe('mistakes', () => {
  test.each([
    [['unknown']],
    [['import']],
    [['import', 'a.txt', '--year', '12']],
    [['import', 'a.txt', '--definition', 'no-such-form']],
    [['list', '--unknown']],
    [['export', '--all']],
    [['export', '--all', '--format', 'exe', '--out', '-']],
    [['set', 'a=b']],
  ])('%j is answered in one sentence', async (words) => {
    expectSentence(await xiancai(words));
  });

  test('a workspace that is open elsewhere is refused', async () => {
    const { store } = twoForms();
    openTestStore(store);
    expectSentence(await xiancai(['list', '--store', store]));
  });

  test('a form definition of the workspace that is wrong is named with its place, and locks nothing away', async () => {
    const { document, store } = twoForms();
    mkdirSync(path.join(store, 'forms'), { recursive: true });
    const wrong = { ...sampleDefinition, version: 'one' };
    writeFileSync(path.join(store, 'forms', 'ours.json'), JSON.stringify(wrong, undefined, 2));
    await xiancaiJson(['import', document, '--store', store]);
    const { status, stdout, stderr } = await xiancai(['definitions', '--store', store]);
    expect(status).toBe(2);
    expect(stdout).toContain(`${sampleDefinition.id}\t第 ${sampleDefinition.version} 版`);
    expect(stderr).toContain('ours.json');
    expect(stderr).toContain('第 3 行第 3 列');
  });

  test('a reader that goes away ends the command quietly', async () => {
    const { document, store } = twoForms();
    await xiancaiJson(['import', document, '--store', store]);
    const cli = path.join(import.meta.dirname, '../../../../electron/hosts/cli.ts');
    const words = ['export', '--all', '--format', 'html', '--out', '-', '--store', store];
    const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint += part;
    });
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  });
});

describe('definitions', () => {
  const shippedFolder = path.join(import.meta.dirname, '../../../../resources/forms');

  test('--check says what is wrong with a file at its line and column', async () => {
    const file = path.join(temporaryFolder(), '新表样.json');
    const shipped = readFileSync(path.join(shippedFolder, `${sampleDefinition.id}.json`), 'utf8');
    const lines = shipped.replace(sampleDefinition.id, 'our-form').replace('"field": "period"', '"field": "perod"');
    writeFileSync(file, lines);
    const at = lines.split('\n').findIndex((line) => line.includes('"perod"')) + 1;
    const { status, stdout } = await xiancai(['definitions', '--check', file]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${file}:${at}:`);
    expect(stdout).toContain('没有编号为“perod”的项目');
    const report = z
      .object({ files: z.array(z.object({ problems: z.array(z.object({ line: z.int(), severity: z.string() })) })) })
      .parse(await xiancaiJson(['definitions', '--check', file]));
    expect(report.files[0]?.problems).toContainEqual({ line: at, severity: 'error' });
  });

  test('--check has nothing to say of what the program ships with', async () => {
    const files = readdirSync(shippedFolder).map((name) => path.join(shippedFolder, name));
    const { status, stdout } = await xiancai(['definitions', '--check', ...files]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `共 ${files.length} 个表样文件：错误 0，提醒 0。\n` });
  });

  test('--check of a file that is not there is answered in one sentence', async () => {
    const { status, stderr } = await xiancai(['definitions', '--check', '/no/such/file.json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^无法打开文件“file\.json”[^\n]*\n$/u);
  });
});

test('definitions lists what the program ships with', async () => {
  const { definitions } = z
    .object({ definitions: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await xiancaiJson(['definitions']));
  expect(definitions).toContainEqual({ id: sampleDefinition.id, name: sampleDefinition.name });
});
