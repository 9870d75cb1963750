import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engines.ts';
import { sampleDefinition, soundAnswers } from '../../../support/sample-form.ts';
import { expectError, expectOk, temporaryFolder } from '../../../support/workspaces.ts';

const names = ['甲项目', '乙项目', '丙项目'];

async function createAll({ call }: TestEngine, definitionId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const projectName of names) {
    const answers = { ...(definitionId === sampleDefinition.id ? soundAnswers : {}), projectName };
    ids.push(expectOk(await call('record.create', { definitionId, fiscalYear: 2026, answers })).id);
  }
  return ids;
}

async function targetIn({ call }: TestEngine, name: string) {
  const file = path.join(temporaryFolder(), name);
  return { file, target: expectOk(await call('files.register', { path: file, purpose: 'write' })).token };
}

test('an export of several forms tells which one it is at', async () => {
  const engine = await openTestEngine();
  const ids = await createAll(engine, sampleDefinition.id);
  const { target } = await targetIn(engine, 'forms.json');
  const labels: string[] = [];
  const context = {
    signal: new AbortController().signal,
    onProgress: ({ label }: { label: string }) => labels.push(label),
  };
  expectOk(await engine.call('export.write', { ids, format: 'json', target }, context));
  expect(labels.slice(0, names.length)).toEqual(names);
});

test('what is stopped halfway has written nothing and found nothing', async () => {
  const engine = await openTestEngine();
  const ids = await createAll(engine, sampleDefinition.id);
  const { file, target } = await targetIn(engine, 'forms.xlsx');
  const stopAtFirst = () => {
    const controller = new AbortController();
    return { signal: controller.signal, onProgress: () => controller.abort() };
  };
  const written = await engine.call('export.write', { ids, format: 'xlsx', target }, stopAtFirst());
  expect(expectError(written)).toEqual({ kind: 'cancelled' });
  expect(existsSync(file)).toBe(false);
  expect(expectError(await engine.call('check.run', { ids }, stopAtFirst()))).toEqual({ kind: 'cancelled' });
});

test('forms exported together are numbered where their title says so, one alone is not', async () => {
  const engine = await openTestEngine();
  const ids = await createAll(engine, 'haigang-project-target');
  const titlesOf = async (wanted: readonly string[]): Promise<string[]> => {
    const { file, target } = await targetIn(engine, 'forms.json');
    expectOk(await engine.call('export.write', { ids: [...wanted], format: 'grid', target }));
    const { grids } = JSON.parse(readFileSync(file, 'utf8')) as { grids: { rows: { text: string }[][] }[] };
    return grids.map(({ rows }) => rows[0]?.[0]?.text ?? '');
  };
  expect(await titlesOf(ids)).toEqual(names.map((name, index) => `${index + 1}、${name}绩效目标表`));
  expect(await titlesOf(ids.slice(1, 2))).toEqual(['乙项目绩效目标表']);
});
