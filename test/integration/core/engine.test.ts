import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../shared/domain/answers.ts';
import { countFindings } from '../../../shared/domain/finding.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import type { ImportCandidate } from '../../../shared/rpc/import-types.ts';
import { openTestEngine, type TestEngine } from '../../support/engines.ts';
import { formsText } from '../../support/form-texts.ts';
import { quietContext } from '../../support/reading.ts';
import { sampleDefinition, soundAnswers, soundWith } from '../../support/sample-form.ts';
import { expectError, expectOk, temporaryFolder } from '../../support/workspaces.ts';

const definitionId = sampleDefinition.id;

async function create({ call }: TestEngine, answers: Answers = soundAnswers) {
  return expectOk(await call('record.create', { definitionId, fiscalYear: 2026, answers }));
}

async function read({ call }: TestEngine, ...texts: readonly string[]) {
  return expectOk(
    await call('import.read', { sources: texts.map((text, index) => ({ name: `粘贴${index + 1}`, text })) }),
  );
}

const accepted = ({ definitionId: id, fiscalYear, answers, match }: ImportCandidate) => ({
  definitionId: id,
  fiscalYear,
  answers,
  replaces: match.kind === 'update' ? match.recordId : null,
});

describe('a save', () => {
  test('is judged by the rules before anything is listed', async () => {
    const opened = await openTestEngine();
    const { call } = opened;
    const { id, revision } = await create(opened);
    const wrong = soundWith({ 'annualFunds.total': '60.26' });
    const saved = expectOk(await call('record.save', { id, parentRevision: revision, answers: wrong }));
    const [listed] = expectOk(await call('record.list', {}));
    expect(listed?.findings.error).toBeGreaterThan(0);
    expect(listed?.status).toBe('draft');
    expectOk(await call('record.save', { id, parentRevision: saved.revision, answers: soundAnswers }));
    expect(expectOk(await call('record.get', { ids: [id] }))).toMatchObject([{ status: 'ready' }]);
  });
});

describe('calls', () => {
  test('that no contract knows, or whose input breaks it, are refused', async () => {
    const { engine } = await openTestEngine();
    for (const [method, input] of [
      ['no.such', {}],
      ['toString', {}],
      ['record.get', { ids: ['not an id'] }],
      ['record.get', { ids: [], more: 1 }],
      ['record.save', null],
    ] as const) {
      expect(expectError(await engine.call(method, input, quietContext())).kind).toBe('badRequest');
    }
  });

  test('that meet a bug are answered with an id under which the log tells more', async () => {
    const broken = temporaryFolder();
    const { engine, workspaceDir, call } = await openTestEngine(broken);
    expectOk(await call('workspace.get', {}));
    // A context without its parts is a bug of the caller's program, not of a person.
    const failed = expectError(await engine.call('check.run', { ids: [randomUUID()] }, {} as never));
    expect(failed.kind).toBe('internal');
    const log = readFileSync(path.join(workspaceDir, 'log', 'core.log'), 'utf8')
      .trim()
      .split('\n');
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      id: failed.kind === 'internal' ? failed.id : '',
      where: 'check.run',
    });
    expectOk(await call('workspace.get', {}));
  });

  test('after the end are not carried out', async () => {
    const { call } = await openTestEngine();
    expectOk(await call('core.close', {}));
    expect(expectError(await call('record.list', {}))).toEqual({ kind: 'notConnected' });
  });
});

describe('records', () => {
  test('are shaped, saved and checked', async () => {
    const engine = await openTestEngine();
    const record = await create(engine, { projectName: ' 名称 ', annualFunds: { total: '1,234.5' }, unknown: 'x' });
    expect(record.answers).toEqual(
      shapeAnswers(sampleDefinition, { projectName: '名称', annualFunds: { total: '1234.5' } }),
    );
    const changed = soundWith({ 'annualFunds.fiscal': '1' });
    const saved = expectOk(
      await engine.call('record.save', { id: record.id, parentRevision: record.revision, answers: changed }),
    );
    const again = expectOk(
      await engine.call('record.save', { id: record.id, parentRevision: saved.revision, answers: changed }),
    );
    expect(again).toEqual(saved);
    const [checked] = expectOk(await engine.call('check.run', { ids: [record.id] }));
    const failures = checked?.findings.filter(({ outcome }) => outcome === 'fail') ?? [];
    expect(failures.map(({ severity, path: at }) => [severity, at])).toContainEqual(['error', 'annualFunds.total']);
    const [summary] = expectOk(await engine.call('record.list', {}));
    expect(summary).toMatchObject({
      status: 'draft',
      completeness: 100,
      findings: { error: failures.filter(({ severity }) => severity === 'error').length },
    });
  });

  test('that were only begun are incomplete and have nothing wrong, and the check asks for everything', async () => {
    const engine = await openTestEngine();
    const { id } = await create(engine, { projectName: '乡镇图书馆' });
    const [summary] = expectOk(await engine.call('record.list', {}));
    expect(summary).toMatchObject({ status: 'draft', findings: { error: 0, warning: 0, hint: 0 } });
    expect(summary?.completeness).toBeLessThan(100);
    const [checked] = expectOk(await engine.call('check.run', { ids: [id] }));
    expect(countFindings(checked?.findings ?? []).error).toBeGreaterThan(5);
  });

  test('that are new begin with the workspace’s unit', async () => {
    const engine = await openTestEngine();
    expectOk(await engine.call('workspace.update', { unit: ' 示例县档案局 ', fiscalYear: 2027 }));
    const record = await create(engine, {});
    expect(record.answers.reportingUnit).toBe('示例县档案局');
    expect(expectOk(await engine.call('workspace.get', {}))).toEqual({
      unit: '示例县档案局',
      fiscalYear: 2027,
      years: [2026, 2027],
      hasSample: false,
      programVersion: '1.2.3',
    });
  });

  test('of another revision are not overwritten', async () => {
    const engine = await openTestEngine();
    const { id, revision } = await create(engine);
    const saved = expectOk(
      await engine.call('record.save', { id, parentRevision: revision, answers: soundWith({ period: '2026年' }) }),
    );
    const late = await engine.call('record.save', { id, parentRevision: revision, answers: soundAnswers });
    expect(expectError(late)).toEqual({ kind: 'recordChanged', id, revision: saved.revision });
  });
});

describe('import', () => {
  test('matches each stored form once, equal ones first', async () => {
    const engine = await openTestEngine();
    const first = await create(engine, soundWith({ annualGoal: '目标一' }));
    const second = await create(engine, soundWith({ annualGoal: '目标二' }));
    const { records } = await read(
      engine,
      formsText(
        soundWith({ annualGoal: '目标三' }),
        soundWith({ annualGoal: '目标一' }),
        soundWith({ annualGoal: '目标四' }),
        soundWith({ projectName: '别的项目' }),
      ),
    );
    expect(records.map(({ match }) => match)).toEqual([
      { kind: 'update', recordId: second.id, changedPaths: ['annualGoal'] },
      { kind: 'same', recordId: first.id },
      { kind: 'new' },
      { kind: 'new' },
    ]);
  });

  test('that was prepared for, however often, reads as any other', async () => {
    const engine = await openTestEngine();
    for (let times = 0; times < 2; times += 1) expectOk(await engine.call('import.prepare', {}));
    const file = path.join(temporaryFolder(), '申报.html');
    const cells = formsText(soundAnswers)
      .split('\n')
      .map((line) => `<tr><td>${line.split('\t').join('</td><td>')}</td></tr>`);
    writeFileSync(file, `<table>${cells.join('')}</table>`);
    const { token } = expectOk(await engine.call('files.register', { path: file, purpose: 'read' }));
    const { records } = expectOk(await engine.call('import.read', { sources: [{ token }] }));
    expect(records.map(({ definitionId: id }) => id)).toEqual([definitionId]);
    expect(expectOk(await engine.call('record.list', {}))).toEqual([]);
  });

  test('gives the rows a form was read from while its reading is among the last ones', async () => {
    const engine = await openTestEngine();
    const texts = formsText(soundWith({ annualGoal: '目标一' }), soundWith({ annualGoal: '目标二' }));
    const { reading } = await read(engine, texts);
    const rows = expectOk(await engine.call('import.source', { reading, form: 1 }));
    const cells = rows.flatMap((row) => row.cells.map(({ text }) => text));
    expect(cells).toContain('目标二');
    expect(cells).not.toContain('目标一');
    expect(expectError(await engine.call('import.source', { reading, form: 2 })).kind).toBe('badRequest');
    await read(engine, texts);
    expectOk(await engine.call('import.source', { reading, form: 0 }));
    await read(engine, texts);
    expect(expectError(await engine.call('import.source', { reading, form: 0 })).kind).toBe('badRequest');
  });

  test('takes a name that differs in width and spaces for the same, but no other year and no removed form', async () => {
    const engine = await openTestEngine();
    const { id } = await create(engine, soundWith({ projectName: '乡镇 图书馆（ABC）' }));
    const text = formsText(soundWith({ projectName: '乡镇图书馆(ABC)' }));
    const kinds = async (...texts: readonly string[]) =>
      (await read(engine, ...texts)).records.map(({ match }) => match.kind);
    expect(await kinds(text)).toEqual(['update']);
    expect(await kinds(text.replaceAll('2026年度', '2027年度'))).toEqual(['new']);
    expectOk(await engine.call('record.remove', { ids: [id] }));
    expect(await kinds(text)).toEqual(['new']);
  });

  test('saves nothing until it is accepted, and then all or nothing', async () => {
    const engine = await openTestEngine();
    const { records } = await read(engine, formsText(soundAnswers));
    expect(expectOk(await engine.call('record.list', {}))).toEqual([]);
    const missing = { definitionId, fiscalYear: 2026, answers: {}, replaces: randomUUID() };
    const refused = await engine.call('import.accept', { records: [...records.map(accepted), missing] });
    expect(expectError(refused).kind).toBe('recordMissing');
    expect(expectOk(await engine.call('record.list', {}))).toEqual([]);
    const { ids } = expectOk(await engine.call('import.accept', { records: records.map(accepted) }));
    const [record] = expectOk(await engine.call('record.get', { ids }));
    expect(record?.answers).toEqual(shapeAnswers(sampleDefinition, soundAnswers));
  });

  test('replaces no form of another year', async () => {
    const engine = await openTestEngine();
    const { id } = await create(engine);
    const wrong = { definitionId, fiscalYear: 2027, answers: soundAnswers, replaces: id };
    expect(expectError(await engine.call('import.accept', { records: [wrong] })).kind).toBe('badRequest');
  });

  test('reads files by the tokens they were registered under, and by no others', async () => {
    const engine = await openTestEngine();
    const file = path.join(temporaryFolder(), '申报.txt');
    writeFileSync(file, formsText(soundAnswers));
    const { token, name } = expectOk(await engine.call('files.register', { path: file, purpose: 'read' }));
    expect(name).toBe('申报.txt');
    const result = expectOk(await engine.call('import.read', { sources: [{ token }] }));
    expect(result.records.map(({ source }) => source.file)).toEqual(['申报.txt']);
    for (const wrong of [file, randomUUID()]) {
      expect(expectError(await engine.call('import.read', { sources: [{ token: wrong }] })).kind).toBe('badRequest');
    }
    const written = await engine.call('export.write', { ids: [], format: 'json', target: token });
    expect(expectError(written).kind).toBe('badRequest');
  });

  test('tells what cannot be read beside what can', async () => {
    const engine = await openTestEngine();
    const { records, failures } = await read(engine, '', formsText(soundAnswers), '一封信');
    expect(records).toHaveLength(1);
    expect(failures.map(({ file }) => file)).toEqual(['粘贴1', '粘贴3']);
  });

  test('that was cancelled brings nothing', async () => {
    const engine = await openTestEngine();
    const context = { ...quietContext(), signal: AbortSignal.abort() };
    const sources = [{ name: '粘贴', text: formsText(soundAnswers) }];
    expect(expectError(await engine.call('import.read', { sources }, context))).toEqual({ kind: 'cancelled' });
  });
});

test('export writes the forms into the chosen place', async () => {
  const engine = await openTestEngine();
  const { id } = await create(engine);
  const file = path.join(temporaryFolder(), '导出.json');
  const { token } = expectOk(await engine.call('files.register', { path: file, purpose: 'write' }));
  const written = expectOk(await engine.call('export.write', { ids: [id], format: 'json', target: token }));
  const text = readFileSync(file);
  expect(written).toEqual({ fileName: '导出.json', forms: 1, bytes: text.length });
  expect(JSON.parse(text.toString())).toEqual({
    records: [
      {
        id,
        definitionId,
        definitionVersion: sampleDefinition.version,
        fiscalYear: 2026,
        answers: shapeAnswers(sampleDefinition, soundAnswers),
      },
    ],
  });
  rmSync(path.dirname(file), { recursive: true });
  const gone = await engine.call('export.write', { ids: [id], format: 'json', target: token });
  expect(expectError(gone).kind).toBe('targetGone');
});

test('the sample county comes once, shows findings to look at, and goes without a trace', async () => {
  const engine = await openTestEngine();
  const own = await create(engine);
  const { added } = expectOk(await engine.call('sample.add', {}));
  expect(added).toBeGreaterThanOrEqual(8);
  expect(expectOk(await engine.call('sample.add', {}))).toEqual({ added: 0 });
  const listed = expectOk(await engine.call('record.list', {}));
  expect(listed).toHaveLength(added + 1);
  const withErrors = listed.filter(({ findings }) => findings.error > 0).length;
  expect(withErrors).toBeGreaterThan(0);
  expect(withErrors).toBeLessThan(added / 2);
  expect(expectOk(await engine.call('workspace.get', {})).hasSample).toBe(true);
  expect(expectOk(await engine.call('sample.remove', {}))).toEqual({ removed: added });
  expect(expectOk(await engine.call('record.list', {})).map(({ id }) => id)).toEqual([own.id]);
  expect(expectOk(await engine.call('workspace.get', {}))).toMatchObject({ unit: '', hasSample: false });
});
