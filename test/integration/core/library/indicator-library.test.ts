import { describe, expect, test } from 'vitest';
import type { AnswerRow } from '../../../../shared/domain/answers.ts';
import type { LibraryIndicator } from '../../../../shared/indicators/library-indicator.ts';
import { openTestEngine, type TestEngine } from '../../../support/engines.ts';
import { expectOk, temporaryFolder } from '../../../support/workspaces.ts';

/** The library on a real store, through the contract. */

const quantity = { level1: '产出指标', level2: '数量指标' };
const quality = { level1: '产出指标', level2: '质量指标' };

interface NewForm {
  readonly projectName: string;
  readonly fiscalYear?: number;
  readonly definitionId?: string;
  readonly indicators?: readonly AnswerRow[];
}

async function create({ call }: TestEngine, form: NewForm) {
  const { projectName, fiscalYear = 2026, definitionId = 'dalian-project-target', indicators = [] } = form;
  return expectOk(await call('record.create', { definitionId, fiscalYear, answers: { projectName, indicators } }));
}

async function suggest(
  engine: TestEngine,
  recordId: string,
  more: { category: string; typed: string; projectName?: string },
) {
  const input = { recordId, fiscalYear: 2026, projectName: '', ...more };
  return expectOk(await engine.call('library.suggest', input)).indicators;
}

async function targets(engine: TestEngine, recordId: string, more: { name: string; category: string; typed: string }) {
  const input = { recordId, fiscalYear: 2026, projectName: '', ...more };
  return expectOk(await engine.call('library.suggestTarget', input)).targets;
}

const everything = { fiscalYear: 2026, query: '', level2: null, field: null, source: null };
const names = (indicators: readonly LibraryIndicator[]) => indicators.map(({ name }) => name);

describe('suggestions', () => {
  test('come from other forms as soon as they are saved, never from the form itself', async () => {
    const engine = await openTestEngine();
    const own = await create(engine, {
      projectName: '甲',
      indicators: [{ ...quality, level3: '磐石指标甲', target: '=1个' }],
    });
    const other = await create(engine, {
      projectName: '乙',
      indicators: [{ ...quality, level3: '磐石指标乙', target: '≥90%' }],
    });
    const found = await suggest(engine, own.id, { category: '质量指标', typed: '磐石' });
    expect(found).toEqual([
      {
        ...quality,
        name: '磐石指标乙',
        kind: 'rate',
        pattern: { form: 'figure', operator: '≥', unit: '%' },
        fields: ['通用'],
        uses: 1,
        sources: ['own'],
      },
    ]);
    const answers = { projectName: '乙', indicators: [{ ...quality, level3: '磐石指标丙', target: '' }] };
    expectOk(await engine.call('record.save', { id: other.id, parentRevision: other.revision, answers }));
    expect(names(await suggest(engine, own.id, { category: '质量指标', typed: 'pszbb' }))).toEqual(['磐石指标丙']);
    expectOk(await engine.call('record.remove', { ids: [other.id] }));
    expect(await suggest(engine, own.id, { category: '质量指标', typed: '磐石' })).toEqual([]);
    expectOk(await engine.call('record.restore', { ids: [other.id] }));
    expect(names(await suggest(engine, own.id, { category: '质量指标', typed: '磐石' }))).toEqual(['磐石指标丙']);
  });

  test("put last year's form of a like project first, and fall back on the shipped set", async () => {
    const engine = await openTestEngine();
    for (const projectName of ['县道养护', '路灯改造', '公厕保洁']) {
      await create(engine, { projectName, indicators: [{ ...quality, level3: '现场抽查合格率', target: '≥95%' }] });
    }
    await create(engine, {
      projectName: '乡镇卫生院彩超更新',
      fiscalYear: 2025,
      indicators: [{ ...quality, level3: '彩超验收合格率', target: '=100%' }],
    });
    const { id } = await create(engine, { projectName: '2026年乡镇卫生院彩超更新' });
    const [first, ...rest] = await suggest(engine, id, {
      category: '质量指标',
      typed: '合格率',
      projectName: '2026年乡镇卫生院彩超更新',
    });
    expect(first).toMatchObject({ name: '彩超验收合格率', sources: ['past'] });
    expect(names(rest)).toContain('现场抽查合格率');
    expect(rest.some(({ sources }) => sources.includes('shipped'))).toBe(true);
  });

  test('know categories however a form writes them, and targets in columns of their own', async () => {
    const engine = await openTestEngine();
    await create(engine, {
      projectName: '红',
      definitionId: 'hongsibu-project-target',
      indicators: [{ level1: '1-产出指标', level2: '12-质量指标', level3: '青松一号', target: '≥80%' }],
    });
    await create(engine, {
      projectName: '承',
      definitionId: 'chengde-project-target',
      indicators: [{ ...quality, level3: '青松二号', operator: '≤', value: '3', unit: '次' }],
    });
    const { id } = await create(engine, { projectName: '大' });
    const found = await suggest(engine, id, { category: '质量指标', typed: '青松' });
    expect(found.map(({ name, pattern }) => [name, pattern])).toEqual([
      ['青松一号', { form: 'figure', operator: '≥', unit: '%' }],
      ['青松二号', { form: 'figure', operator: '≤', unit: '次' }],
    ]);
  });

  test('of targets are those of the same indicator, most frequent first', async () => {
    const engine = await openTestEngine();
    for (const [at, target] of ['≥90%', '≥95%', '≥95%'].entries()) {
      await create(engine, { projectName: `第${at}`, indicators: [{ ...quality, level3: '青松合格率', target }] });
    }
    const { id } = await create(engine, { projectName: '新' });
    const about = { name: '青松 合格率', category: '质量指标' };
    expect(await targets(engine, id, { ...about, typed: '' })).toEqual([
      { text: '≥95%', caret: 4, uses: 2 },
      { text: '≥90%', caret: 4, uses: 1 },
      { text: '≥%', caret: 1, uses: 0 },
    ]);
    expect(await targets(engine, id, { ...about, typed: '88' })).toEqual([{ text: '≥88%', caret: 4, uses: 0 }]);
    expect(await targets(engine, id, { ...about, name: '没有人用过的人数', typed: '12' })).toEqual([
      { text: '≥12人', caret: 4, uses: 0 },
    ]);
  });
});

describe('the library', () => {
  test('shows what was used first, with how often, and the shipped set behind it, page by page', async () => {
    const engine = await openTestEngine();
    const twice = [{ ...quantity, level3: '青松株数', target: '=40株' }];
    await create(engine, { projectName: '造林', indicators: twice });
    await create(engine, { projectName: '造林', fiscalYear: 2025, indicators: twice });
    await create(engine, { projectName: '讲座', indicators: [{ ...quantity, level3: '培训人次', target: '≥60人次' }] });
    const first = expectOk(await engine.call('library.list', { ...everything, limit: 3 }));
    expect(first.indicators).toMatchObject([
      { name: '青松株数', uses: 2, sources: ['own', 'past'] },
      { name: '培训人次', uses: 1, sources: ['own', 'shipped'] },
      { uses: 0, sources: ['shipped'] },
    ]);
    expect(first.fields).toContain('培训');
    const pages = [first.indicators];
    for (let offset = 3; offset < first.total; offset += 150) {
      pages.push(expectOk(await engine.call('library.list', { ...everything, offset, limit: 150 })).indicators);
    }
    const keys = pages.flat().map(({ level2, name }) => `${level2} ${name}`);
    expect(keys).toHaveLength(first.total);
    expect(new Set(keys).size).toBe(first.total);
  });

  test('is filtered by source, category, field and words', async () => {
    const engine = await openTestEngine();
    await create(engine, { projectName: '造林', indicators: [{ ...quantity, level3: '青松株数', target: '=40株' }] });
    await create(engine, {
      projectName: '卫生院设备购置',
      fiscalYear: 2025,
      indicators: [{ ...quality, level3: '青松仪器合格率', target: '=100%' }],
    });
    const listed = async (more: object) => {
      const page = expectOk(await engine.call('library.list', { ...everything, ...more }));
      return names(page.indicators).filter((name) => name.startsWith('青松'));
    };
    expect(await listed({ source: 'own' })).toEqual(['青松株数']);
    expect(await listed({ source: 'past' })).toEqual(['青松仪器合格率']);
    expect(await listed({ source: 'shipped' })).toEqual([]);
    expect(await listed({ level2: '数量指标' })).toEqual(['青松株数']);
    expect(await listed({ field: '卫生' })).toEqual(['青松仪器合格率']);
    expect(await listed({ query: 'qsyq' })).toEqual(['青松仪器合格率']);
  });

  test('names the places where an indicator stands, newest year first', async () => {
    const engine = await openTestEngine();
    const indicators = [
      { ...quantity, level3: '别的', target: '1' },
      { ...quality, level3: '青松合格率', target: '=100%' },
    ];
    const old = await create(engine, { projectName: '旧', fiscalYear: 2025, indicators });
    const now = await create(engine, { projectName: '新', indicators: indicators.slice(1) });
    const { uses } = expectOk(await engine.call('library.uses', { level2: '质量指标', name: '青松合格率' }));
    expect(uses.map(({ recordId, title, path, target }) => [recordId, title, path, target])).toEqual([
      [now.id, '新', 'indicators.0.level3', '=100%'],
      [old.id, '旧', 'indicators.1.level3', '=100%'],
    ]);
    expect(expectOk(await engine.call('library.uses', { level2: '质量指标', name: '没有' })).uses).toEqual([]);
  });

  test('is still there when the workspace is opened again', async () => {
    const folder = temporaryFolder();
    const before = await openTestEngine(folder);
    await create(before, { projectName: '造林', indicators: [{ ...quantity, level3: '青松株数', target: '=40株' }] });
    before.engine.close();
    const again = await openTestEngine(folder);
    const page = expectOk(await again.call('library.list', { ...everything, source: 'own' }));
    expect(page.indicators).toMatchObject([{ name: '青松株数', uses: 1 }]);
  });
});
