import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '../../../../shared/forms/definition.ts';
import type { DefinitionReport } from '../../../../shared/rpc/definition-types.ts';
import { openTestEngine, resourcesDir, type TestEngine } from '../../../support/engines.ts';
import { sampleDefinition, soundAnswers } from '../../../support/sample-form.ts';
import { expectError, expectOk, temporaryFolder } from '../../../support/workspaces.ts';

/** A form of our own in two versions; the second calls one field otherwise. */
const first: FormDefinition = { ...sampleDefinition, id: 'our-form', name: '本县项目表', region: '示例县' };
const second: FormDefinition = JSON.parse(
  JSON.stringify({ ...first, version: 2 }).replaceAll('"department"', '"bureau"'),
);
const withUpgrade: FormDefinition = { ...second, upgrades: [{ from: 1, renamed: { department: 'bureau' } }] };

async function tokenOf({ call }: TestEngine, content: unknown): Promise<string> {
  const file = path.join(temporaryFolder(), '表样.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return expectOk(await call('files.register', { path: file, purpose: 'read' })).token;
}

async function check(engine: TestEngine, content: unknown): Promise<DefinitionReport & { token: string }> {
  const token = await tokenOf(engine, content);
  return { token, ...expectOk(await engine.call('definition.check', { token })) };
}

async function install(engine: TestEngine, content: unknown) {
  const { token, contents } = await check(engine, content);
  return await engine.call('definition.install', { token, contents });
}

const managed = async ({ call }: TestEngine) => expectOk(await call('definition.manage', {}));

const create = async ({ call }: TestEngine, fiscalYear = 2026) =>
  expectOk(await call('record.create', { definitionId: first.id, fiscalYear, answers: soundAnswers }));

describe('a definition file', () => {
  test('is checked without changing anything, then installed, and is there after the workspace was opened again', async () => {
    const engine = await openTestEngine();
    const report = await check(engine, first);
    expect(report).toMatchObject({ file: '表样.json', standing: 'new', definition: { id: first.id } });
    expect(existsSync(path.join(engine.workspaceDir, 'forms'))).toBe(false);
    const { token, contents } = report;
    expect(expectOk(await engine.call('definition.install', { token, contents }))).toEqual({
      id: first.id,
      version: 1,
    });
    expect(readdirSync(path.join(engine.workspaceDir, 'forms'))).toEqual(['our-form.v1.json']);
    expectOk(await engine.call('core.close', {}));
    const again = await openTestEngine(engine.workspaceDir);
    expect(expectOk(await again.call('definition.get', { id: first.id }))).toEqual(first);
    expect((await managed(again)).definitions).toContainEqual(
      expect.objectContaining({ id: first.id, origin: 'installed', isNewest: true, forms: 0 }),
    );
  });

  test('with errors, of a shipped form, of an older version or changed since it was looked at is refused', async () => {
    const engine = await openTestEngine();
    const broken = await check(engine, { ...first, summary: { title: 'nothing' } });
    expect(broken).toMatchObject({ standing: null, definition: null, problems: [{ path: 'summary.title' }] });
    const refused = await engine.call('definition.install', { token: broken.token, contents: broken.contents });
    expect(expectError(refused).kind).toBe('definitionInvalid');
    expect(expectError(await install(engine, { ...sampleDefinition, name: '别的' })).kind).toBe('definitionInvalid');
    expectOk(await install(engine, second));
    expect(expectError(await install(engine, first)).kind).toBe('definitionInvalid');
    const other = await check(engine, { ...second, version: 3 });
    const swapped = await engine.call('definition.install', { token: other.token, contents: broken.contents });
    expect(expectError(swapped)).toEqual({ kind: 'definitionFileChanged', file: '表样.json' });
    expect((await managed(engine)).definitions.filter(({ origin }) => origin === 'installed')).toHaveLength(1);
  });

  test('that is too large, no file, or not the page’s to name is refused', async () => {
    const engine = await openTestEngine();
    const token = await tokenOf(engine, `"${'长'.repeat(400_000)}"`);
    expect(expectError(await engine.call('definition.check', { token }))).toMatchObject({ kind: 'fileTooLarge' });
    const folder = expectOk(await engine.call('files.register', { path: temporaryFolder(), purpose: 'read' }));
    expect(expectError(await engine.call('definition.check', { token: folder.token })).kind).toBe('fileUnreadable');
    expect(expectError(await engine.call('definition.check', { token: 'x'.repeat(32) })).kind).toBe('badRequest');
  });
});

describe('versions', () => {
  test('records stay with theirs, new forms are of the newest', async () => {
    const engine = await openTestEngine();
    expectOk(await install(engine, first));
    const old = await create(engine);
    expect((await check(engine, second)).standing).toBe('newer');
    expectOk(await install(engine, second));
    const { id, revision, answers } = old;
    expect(expectOk(await engine.call('record.get', { ids: [id] }))).toMatchObject([{ definitionVersion: 1, answers }]);
    expectOk(
      await engine.call('record.save', { id, parentRevision: revision, answers: { ...answers, department: '甲局' } }),
    );
    expect(expectOk(await engine.call('record.get', { ids: [id] }))).toMatchObject([
      { definitionVersion: 1, answers: { department: '甲局' } },
    ]);
    expect((await create(engine)).definitionVersion).toBe(2);
    const uses = (await managed(engine)).definitions.filter((one) => one.id === first.id);
    expect(uses.map(({ version, forms, isNewest }) => [version, forms, isNewest])).toEqual([
      [1, 1, false],
      [2, 1, true],
    ]);
  });

  test('a new year takes the newest, and what was typed into a renamed field', async () => {
    const engine = await openTestEngine();
    expectOk(await install(engine, first));
    await create(engine);
    expectOk(await install(engine, withUpgrade));
    const carried = expectOk(
      await engine.call('year.carryForward', { fromYear: 2026, toYear: 2027, ids: null, amounts: 'keep' }),
    );
    const [next] = expectOk(await engine.call('record.get', { ids: carried.created.map(({ id }) => id) }));
    expect(next).toMatchObject({ definitionVersion: 2, answers: { bureau: soundAnswers.department } });
  });

  test('a record whose version is gone is read by the newest, with what was typed into renamed fields', async () => {
    const engine = await openTestEngine();
    expectOk(await install(engine, first));
    const { id } = await create(engine);
    expectOk(await install(engine, withUpgrade));
    expectOk(await engine.call('core.close', {}));
    const forms = path.join(engine.workspaceDir, 'forms');
    writeFileSync(path.join(forms, 'our-form.v1.json'), '{');
    const again = await openTestEngine(engine.workspaceDir);
    expect((await managed(again)).faults).toMatchObject([{ file: 'our-form.v1.json' }]);
    const [record] = expectOk(await again.call('record.get', { ids: [id] }));
    expect(record).toMatchObject({ definitionVersion: 2, answers: { bureau: soundAnswers.department } });
    const saved = await again.call('record.save', {
      id,
      parentRevision: record?.revision ?? '',
      answers: { ...record?.answers, period: '2026年' },
    });
    expectOk(saved);
    const history = expectOk(await again.call('record.history', { id }));
    expect(history.at(-1)?.changes).toMatchObject([{ newText: '2026年' }]);
  });

  test('an id that the program has come to ship is the program’s, and older records stay with theirs', async () => {
    const workspaceDir = temporaryFolder();
    mkdirSync(path.join(workspaceDir, 'forms'), { recursive: true });
    const own = { ...sampleDefinition, version: 9, name: '自己装的' };
    writeFileSync(path.join(workspaceDir, 'forms', 'a.json'), JSON.stringify(own));
    const { call } = await openTestEngine(workspaceDir);
    expect(expectOk(await call('definition.get', { id: own.id })).name).toBe(sampleDefinition.name);
    expect(expectOk(await call('definition.get', { id: own.id, version: 9 })).name).toBe('自己装的');
  });
});

describe('removing and exporting', () => {
  test('only what was installed and no form uses goes', async () => {
    const engine = await openTestEngine();
    const shipped = { id: sampleDefinition.id, version: sampleDefinition.version };
    expect(expectError(await engine.call('definition.remove', shipped)).kind).toBe('definitionShipped');
    expectOk(await install(engine, first));
    const record = await create(engine);
    const own = { id: first.id, version: 1 };
    expect(expectError(await engine.call('definition.remove', own))).toEqual({
      kind: 'definitionInUse',
      name: first.name,
      forms: 1,
    });
    expectOk(await engine.call('record.remove', { ids: [record.id] }));
    expectOk(await engine.call('definition.remove', own));
    expect(readdirSync(path.join(engine.workspaceDir, 'forms'))).toEqual([]);
    expect(expectError(await engine.call('definition.get', { id: first.id })).kind).toBe('definitionMissing');
  });

  test('a shipped one is written out as its author wrote it', async () => {
    const { call } = await openTestEngine();
    const file = path.join(temporaryFolder(), '起点.json');
    const target = expectOk(await call('files.register', { path: file, purpose: 'write' })).token;
    const { id, version } = sampleDefinition;
    expect(expectOk(await call('definition.export', { id, version, target }))).toEqual({ fileName: '起点.json' });
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(path.join(resourcesDir, 'forms', `${id}.json`), 'utf8'));
  });
});
