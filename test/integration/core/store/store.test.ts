import { createHash, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { storeFile } from '../../../../electron/core/store/open-database.ts';
import type { RecordSummary } from '../../../../shared/domain/record.ts';
import { err, ok } from '../../../../shared/domain/result.ts';
import { shapeAnswers } from '../../../../shared/forms/shape.ts';
import { sampleDefinition, soundAnswers, soundWith } from '../../../support/sample-form.ts';
import {
  draft,
  draftNamed,
  expectError,
  expectOk,
  openTestStore,
  temporaryFolder,
  testAuthor,
} from '../../../support/workspaces.ts';

const titles = (summaries: readonly RecordSummary[]): string[] => summaries.map(({ title }) => title);

describe('records', () => {
  test('come back as they were saved, also by the next process', () => {
    const folder = temporaryFolder();
    const first = openTestStore(folder);
    const created = expectOk(first.create(draft()));
    first.close();
    const record = expectOk(openTestStore(folder).get(created.id));
    expect(record.answers).toEqual(shapeAnswers(sampleDefinition, soundAnswers));
    expect(record).toEqual(created);
  });

  test('are listed by year in the order they were added, with their columns', () => {
    const store = openTestStore(temporaryFolder());
    for (const [name, year] of [
      ['甲', 2026],
      ['乙', 2025],
      ['丙', 2026],
    ] as const) {
      expectOk(store.create(draftNamed(name, year)));
    }
    const listed = expectOk(store.list({ fiscalYear: 2026, query: '' }));
    expect(listed.map(({ title, ordinal }) => [title, ordinal])).toEqual([
      ['甲', 1],
      ['丙', 2],
    ]);
    expect(listed[0]).toMatchObject({
      definitionId: 'dalian-project-target',
      unit: '示例县文化旅游局',
      fiscalYear: 2026,
      amount: '60.25',
      amountUnit: '万元',
      completeness: 100,
      status: 'ready',
      findings: { error: 0, warning: 0, hint: 0 },
    });
    expect(expectOk(store.years())).toEqual([2025, 2026]);
    expect(titles(expectOk(store.list({ query: '' })))).toEqual(['乙', '甲', '丙']);
  });

  test('removed are gone from everywhere until they are restored', () => {
    const store = openTestStore(temporaryFolder());
    const kept = expectOk(store.create(draftNamed('甲')));
    const { id } = expectOk(store.create(draftNamed('乙')));
    const { matchKey } = draftNamed('乙').columns;
    expectOk(store.remove([id]));
    expect(titles(expectOk(store.list({ query: '' })))).toEqual(['甲']);
    expect(expectError(store.get(id))).toEqual({ kind: 'recordMissing', id });
    expect(expectError(store.save(id, 'x', draft())).kind).toBe('recordMissing');
    expect(expectOk(store.matches(matchKey))).toEqual([]);
    expectOk(store.restore([id]));
    expect(titles(expectOk(store.list({ query: '' })))).toEqual(['甲', '乙']);
    expect(expectOk(store.get(kept.id)).answers).toEqual(kept.answers);
  });

  test('are removed all or none', () => {
    const store = openTestStore(temporaryFolder());
    const { id } = expectOk(store.create(draft()));
    const missing = randomUUID();
    expect(expectError(store.remove([id, missing]))).toEqual({ kind: 'recordMissing', id: missing });
    expect(expectOk(store.get(id)).id).toBe(id);
  });

  test('of the sample go in one step and leave the others', () => {
    const store = openTestStore(temporaryFolder());
    expectOk(store.create(draftNamed('自己的')));
    expect(expectOk(store.hasSample())).toBe(false);
    const sample = [{ draft: draftNamed('样例一'), earlier: [], carriedFrom: null }];
    expect(expectOk(store.addSample([...sample, { draft: draftNamed('样例二'), earlier: [], carriedFrom: 0 }]))).toBe(
      2,
    );
    expect(expectOk(store.hasSample())).toBe(true);
    expect(expectOk(store.removeSample())).toBe(2);
    expect(expectOk(store.hasSample())).toBe(false);
    expect(titles(expectOk(store.list({ query: '' })))).toEqual(['自己的']);
  });
});

describe('saves that no rule has seen yet', () => {
  test('are listed by name and amount, and wait to be judged, also after the program was ended', () => {
    const folder = temporaryFolder();
    const store = openTestStore(folder);
    const { id, revision } = expectOk(store.create(draft()));
    expect(expectOk(store.unjudged())).toEqual([]);
    const { content, columns } = draftNamed('改名');
    const saved = expectOk(store.saveUnjudged(id, revision, () => ok({ content, columns })));
    expect(expectOk(store.list({ query: '' }))).toMatchObject([{ title: '改名', completeness: 100 }]);
    expect(expectOk(store.unjudged())).toMatchObject([{ id, revision: saved.revision, answers: content.answers }]);
    expectOk(store.close());

    const again = openTestStore(folder);
    const [waiting] = expectOk(again.unjudged());
    expect(waiting?.id).toBe(id);
    const findings = { error: 3, warning: 2, hint: 1 };
    expectOk(again.refresh([{ seq: waiting?.seq ?? 0, columns: { ...columns, status: 'draft', findings } }]));
    expect(expectOk(again.unjudged())).toEqual([]);
    expect(expectOk(again.list({ query: '' }))).toMatchObject([{ status: 'draft', findings }]);
    expect(expectOk(again.matches(columns.matchKey))).toHaveLength(1);
  });

  test('are found by what they hold now', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision } = expectOk(store.create(draftNamed('旧名')));
    expect(expectOk(store.list({ query: '旧名' }))).toHaveLength(1);
    expectOk(store.saveUnjudged(id, revision, () => ok(draftNamed('新名'))));
    expect(expectOk(store.list({ query: '旧名' }))).toEqual([]);
    expect(expectOk(store.list({ query: '新名' }))).toHaveLength(1);
  });

  test('of the same contents write nothing; on another revision, or refused, neither', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision, updatedAtMs } = expectOk(store.create(draft()));
    const { content, columns } = draft();
    const reversed = { ...content, answers: Object.fromEntries(Object.entries(content.answers).reverse()) };
    for (const same of [content, reversed]) {
      const saved = expectOk(store.saveUnjudged(id, revision, () => ok({ content: same, columns })));
      expect(saved).toEqual({ id, revision, updatedAtMs });
    }
    expect(expectError(store.saveUnjudged(id, 'x', () => ok(draft())))).toEqual({
      kind: 'recordChanged',
      id,
      revision,
    });
    const refusal = { kind: 'definitionMissing', id: 'gone' } as const;
    expect(expectError(store.saveUnjudged(id, revision, () => err(refusal)))).toEqual(refusal);
    expect(expectOk(store.history(id))).toHaveLength(1);
  });

  test('one behind the other know the form as it is, whatever came between', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision } = expectOk(store.create(draft()));
    const save = (on: string, name: string) => store.saveUnjudged(id, on, () => ok(draftNamed(name)));
    const first = expectOk(save(revision, '一'));
    const second = expectOk(save(first.revision, '二'));
    expect(expectOk(save(second.revision, '二'))).toEqual(second);
    expect(expectError(save(first.revision, '三'))).toEqual({ kind: 'recordChanged', id, revision: second.revision });

    const other = expectOk(store.save(id, second.revision, draftNamed('别处')));
    expect(expectError(save(second.revision, '三'))).toEqual({ kind: 'recordChanged', id, revision: other.revision });
    const third = expectOk(save(other.revision, '三'));
    expectOk(store.remove([id]));
    expect(expectError(save(third.revision, '四'))).toEqual({ kind: 'recordMissing', id });
    expectOk(store.restore([id]));
    const fourth = expectOk(save(third.revision, '四'));
    const parents = expectOk(store.history(id)).map(({ parent }) => parent);
    expect(parents).toEqual([null, revision, first.revision, second.revision, other.revision, third.revision]);
    expect(expectOk(store.get(id)).revision).toBe(fourth.revision);
  });
});

describe('revisions', () => {
  test('are named by the hash of their content and their parent', () => {
    const store = openTestStore(temporaryFolder());
    const created = expectOk(store.create(draft()));
    // RFC 8785: names in order, no white space.
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, part]) => [name, sorted(part)]),
            )
          : value;
    const hash = (parent: string | null, answers: unknown) =>
      createHash('sha256')
        .update(
          JSON.stringify({
            answers: sorted(answers),
            definitionId: 'dalian-project-target',
            definitionVersion: 1,
            fiscalYear: 2026,
            parent,
          }),
        )
        .digest('hex');
    expect(created.revision).toBe(hash(null, created.answers));
    const changed = draftNamed('改名');
    const saved = expectOk(store.save(created.id, created.revision, changed));
    expect(saved.revision).toBe(hash(created.revision, changed.content.answers));
  });

  test('are all kept, with who made them and where', () => {
    const folder = temporaryFolder();
    const store = openTestStore(folder);
    const { id, revision } = expectOk(store.create(draftNamed('一')));
    const second = expectOk(store.save(id, revision, draftNamed('二')));
    const third = expectOk(store.save(id, second.revision, draftNamed('一')));
    expect(third.revision).not.toBe(revision);
    store.close();
    const database = new Database(storeFile(folder), { readonly: true });
    const rows = database
      .prepare(
        `SELECT revision.id, parent.id AS parent, revision.saved_by AS name, revision.saved_on AS machine, revision.answers
         FROM revision LEFT JOIN revision AS parent ON parent.seq = revision.parent_seq ORDER BY revision.seq`,
      )
      .all() as { id: string; parent: string | null; answers: string }[];
    database.close();
    expect(rows.map(({ answers, ...row }) => ({ ...row, name: JSON.parse(answers).projectName, by: row }))).toEqual(
      [
        [revision, null, '一'],
        [second.revision, revision, '二'],
        [third.revision, second.revision, '一'],
      ].map(([rowId, parent, name]) => {
        const row = { id: rowId, parent, ...testAuthor };
        return { ...row, name, by: row };
      }),
    );
  });

  test('are not added for the same contents', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision, updatedAtMs } = expectOk(store.create(draft()));
    expect(expectOk(store.save(id, revision, draft()))).toEqual({ id, revision, updatedAtMs });
  });

  test('refuse a change made on another one, and keep what is there', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision } = expectOk(store.create(draft()));
    const newer = expectOk(store.save(id, revision, draftNamed('先到')));
    expect(expectError(store.save(id, revision, draftNamed('后到')))).toEqual({
      kind: 'recordChanged',
      id,
      revision: newer.revision,
    });
    expect(expectOk(store.get(id)).answers.projectName).toBe('先到');
  });

  test('of an import come all or not at all', () => {
    const store = openTestStore(temporaryFolder());
    const missing = randomUUID();
    const failed = store.saveAll([
      { draft: draftNamed('新'), replaces: null },
      { draft: draftNamed('旧'), replaces: missing },
    ]);
    expect(expectError(failed)).toEqual({ kind: 'recordMissing', id: missing });
    expect(expectOk(store.list({ query: '' }))).toEqual([]);
  });
});

describe('search', () => {
  test('finds words of any length in names, goals and indicators, whatever their width and case', () => {
    const store = openTestStore(temporaryFolder());
    expectOk(store.create(draftNamed('村级卫生室 ABC 改造')));
    expectOk(store.create(draft(soundWith({ projectName: '道路', annualGoal: '说"引号"和100%' }))));
    const find = (query: string) => titles(expectOk(store.list({ query })));
    expect(find('卫生')).toEqual(['村级卫生室 ABC 改造']);
    expect(find('卫生室')).toEqual(['村级卫生室 ABC 改造']);
    expect(find('ａｂｃ')).toEqual(['村级卫生室 ABC 改造']);
    expect(find('改造 村')).toEqual(['村级卫生室 ABC 改造']);
    expect(find('"引号"')).toEqual(['道路']);
    expect(find('100%')).toEqual(['道路']);
    expect(find('延时开放图书室数量')).toHaveLength(2);
    expect(find('没有的词')).toEqual([]);
    expect(find('室')).toHaveLength(2);
    expect(find('卫')).toEqual(['村级卫生室 ABC 改造']);
    expect(find('路')).toEqual(['道路']);
    expect(find('%')).toHaveLength(2);
    expect(find('0%')).toContain('道路');
    expect(find('"')).toEqual(['道路']);
    expect(find('室道')).toEqual([]);
  });

  test('sees a change at once, and forgets what was there before it', () => {
    const store = openTestStore(temporaryFolder());
    const { id, revision } = expectOk(store.create(draftNamed('旧的名字')));
    expect(titles(expectOk(store.list({ query: '旧的名字' })))).toEqual(['旧的名字']);
    expectOk(store.save(id, revision, draftNamed('新的名字')));
    expect(titles(expectOk(store.list({ query: '旧的名字' })))).toEqual([]);
    expect(titles(expectOk(store.list({ query: '新的名字' })))).toEqual(['新的名字']);
  });

  test('of all years gives the names first, then the newer years, and counts all', () => {
    const store = openTestStore(temporaryFolder());
    expectOk(store.create(draftNamed('图书馆修缮', 2025)));
    expectOk(store.create(draftNamed('道路', 2025)));
    expectOk(store.create(draftNamed('桥梁', 2026)));
    const { total, found } = expectOk(store.search({ query: '图书馆', limit: 2 }));
    expect(total).toBe(3);
    expect(found.map(({ title, fiscalYear }) => [title, fiscalYear])).toEqual([
      ['图书馆修缮', 2025],
      ['桥梁', 2026],
    ]);
    expect(expectOk(store.search({ query: '图书馆', limit: 9, fiscalYear: 2025 })).total).toBe(2);
    expect(expectOk(store.search({ query: ' ', limit: 9 }))).toEqual({ total: 0, found: [] });
  });

  test('gives each form the place it has in the whole list', () => {
    const store = openTestStore(temporaryFolder());
    for (const name of ['第一张表', '第二张表', '第三张表']) expectOk(store.create(draftNamed(name)));
    expect(expectOk(store.list({ query: '第三张' })).map(({ ordinal }) => ordinal)).toEqual([3]);
  });
});
