import { describe, expect, test } from 'vitest';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { openTestEngine, type TestEngine } from '../../../support/engines.ts';
import { sampleDefinition, soundAnswers, soundWith } from '../../../support/sample-form.ts';
import { expectError, expectOk } from '../../../support/workspaces.ts';

const definitionId = sampleDefinition.id;

async function create({ call }: TestEngine, projectName: string, fiscalYear = 2026) {
  const answers = soundWith({ projectName });
  return expectOk(await call('record.create', { definitionId, fiscalYear, answers }));
}

describe('the history of a form', () => {
  test('says what changed at every save, and going back is a save of its own', async () => {
    const engine = await openTestEngine();
    const { call } = engine;
    const { id, revision } = await create(engine, '旧名');
    const answers = soundWith({ projectName: '新名', 'annualFunds.total': '61' });
    const second = expectOk(await call('record.save', { id, parentRevision: revision, answers }));
    const third = expectOk(await call('record.revert', { id, revision, parentRevision: second.revision }));
    const [first, changed, restored] = expectOk(await call('record.history', { id }));
    expect(first?.changeCount).toBeGreaterThan(10);
    expect(changed?.changes).toEqual([
      { kind: 'changed', place: '项目名称', oldText: '旧名', newText: '新名' },
      { kind: 'changed', place: '年度金额', oldText: '60.25', newText: '61' },
    ]);
    expect(restored).toMatchObject({
      id: third.revision,
      parent: second.revision,
      restoredFrom: revision,
      changeCount: 2,
    });
    const [now] = expectOk(await call('record.get', { ids: [id] }));
    expect(now?.answers).toEqual(shapeAnswers(sampleDefinition, soundWith({ projectName: '旧名' })));
    const before = expectOk(await call('record.revision', { id, revision: second.revision }));
    expect(before.answers).toEqual(shapeAnswers(sampleDefinition, answers));
  });

  test('is not gone back to over a change made meanwhile', async () => {
    const engine = await openTestEngine();
    const { id, revision } = await create(engine, '旧名');
    const answers = soundWith({ projectName: '新名' });
    const second = expectOk(await engine.call('record.save', { id, parentRevision: revision, answers }));
    const failed = await engine.call('record.revert', { id, revision, parentRevision: revision });
    expect(expectError(failed)).toEqual({ kind: 'recordChanged', id, revision: second.revision });
  });
});

describe('carrying forward', () => {
  const forward = { fromYear: 2026, toYear: 2027, ids: null, amounts: 'keep' } as const;

  test('begins the new year with all forms in their order, and lists what still says the old one', async () => {
    const engine = await openTestEngine();
    await create(engine, '2026年道路');
    await create(engine, '桥梁');
    const { created, skipped } = expectOk(await engine.call('year.carryForward', forward));
    expect(skipped).toEqual([]);
    const listed = expectOk(await engine.call('record.list', { fiscalYear: 2027 }));
    expect(listed.map(({ id, title }) => ({ id, title }))).toEqual(created.map(({ id, title }) => ({ id, title })));
    expect(created.map(({ leftovers }) => leftovers.map(({ place }) => place).includes('项目名称'))).toEqual([
      true,
      false,
    ]);
    const [record] = expectOk(await engine.call('record.get', { ids: [created[1]?.id ?? ''] }));
    expect(record?.answers.period).toBe('2027.01.01-2027.12.31');
  });

  test('adds nothing the second time, not even where the name was changed meanwhile', async () => {
    const engine = await openTestEngine();
    const { id } = await create(engine, '道路');
    const first = expectOk(await engine.call('year.carryForward', { ...forward, ids: [id] }));
    const [carried] = expectOk(await engine.call('record.get', { ids: [first.created[0]?.id ?? ''] }));
    const answers = soundWith({ projectName: '改了名的道路' });
    expectOk(
      await engine.call('record.save', { id: carried?.id ?? '', parentRevision: carried?.revision ?? '', answers }),
    );
    const bridge = await create(engine, '桥梁');
    await create(engine, '桥梁', 2027);
    expect(expectOk(await engine.call('year.carryForward', forward))).toEqual({
      created: [],
      skipped: [
        { id, title: '道路', reason: 'exists' },
        { id: bridge.id, title: '桥梁', reason: 'exists' },
      ],
    });
    expect(expectOk(await engine.call('record.list', { fiscalYear: 2027 }))).toHaveLength(2);
  });

  test('can be cancelled, and then has added nothing', async () => {
    const engine = await openTestEngine();
    for (const name of ['一', '二', '三']) await create(engine, name);
    const controller = new AbortController();
    const context = { signal: controller.signal, onProgress: () => controller.abort() };
    expect(expectError(await engine.call('year.carryForward', forward, context))).toEqual({ kind: 'cancelled' });
    expect(expectOk(await engine.call('record.list', { fiscalYear: 2027 }))).toEqual([]);
  });

  test('begins no second table where the unit has it, whichever way the unit is written', async () => {
    const engine = await openTestEngine();
    const definitionId = 'haigang-budget-income';
    const begin = async (fiscalYear: number, reportingUnit: string) =>
      expectOk(await engine.call('record.create', { definitionId, fiscalYear, answers: { reportingUnit } })).id;
    const library = await begin(2026, '示例县图书馆');
    const second = await begin(2026, '901示例县图书馆');
    const museum = await begin(2026, '示例县文化馆');
    await begin(2027, '902-示例县文化馆');
    const { created, skipped } = expectOk(await engine.call('year.carryForward', forward));
    expect(created).toHaveLength(1);
    expect(skipped.map(({ id, reason }) => [id, reason])).toEqual([
      [second, 'exists'],
      [museum, 'exists'],
    ]);
    expect(skipped.map(({ id }) => id)).not.toContain(library);
  });

  test('leaves forms that are not for the new year, and says so', async () => {
    const engine = await openTestEngine();
    const { id } = await create(engine, '道路');
    const toYear = sampleDefinition.years.from - 1;
    const { created, skipped } = expectOk(await engine.call('year.carryForward', { ...forward, toYear }));
    expect([created, skipped]).toEqual([[], [{ id, title: '道路', reason: 'notInYear' }]]);
  });
});

test('copies bear the names they are given and stand behind their forms', async () => {
  const engine = await openTestEngine();
  const first = await create(engine, '道路');
  await create(engine, '桥梁');
  const { ids } = expectOk(await engine.call('record.copy', { copies: [{ id: first.id, title: '道路（副本）' }] }));
  const listed = expectOk(await engine.call('record.list', {}));
  expect(listed.map(({ title }) => title)).toEqual(['道路', '道路（副本）', '桥梁']);
  expect(listed[1]?.id).toBe(ids[0]);
  expectOk(await engine.call('record.reorder', { ids: [listed[2]?.id ?? ''], before: first.id }));
  expect(expectOk(await engine.call('record.list', {})).map(({ title }) => title)).toEqual([
    '桥梁',
    '道路',
    '道路（副本）',
  ]);
});

test('a search shows where in a form the words stand', async () => {
  const engine = await openTestEngine();
  await create(engine, '道路');
  expectOk(await engine.call('record.create', { definitionId, fiscalYear: 2025, answers: soundAnswers }));
  const { total, hits } = expectOk(await engine.call('record.search', { query: '读者 满意度' }));
  expect(total).toBe(2);
  expect(hits[0]).toMatchObject({ title: '道路', fiscalYear: 2026, place: '绩效指标第6行“三级指标”', match: '满意度' });
  const [folded] = expectOk(await engine.call('record.search', { query: '２０２６年６月' })).hits;
  expect(folded).toMatchObject({ path: 'indicators.2.target', before: '', match: '2026年6月', after: '底前' });
});
