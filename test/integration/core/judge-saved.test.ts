import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../../electron/core/draft.ts';
import { currentAuthor } from '../../../electron/core/store/author.ts';
import { Store } from '../../../electron/core/store/store.ts';
import { type Answers, withField } from '../../../shared/domain/answers.ts';
import { ok } from '../../../shared/domain/result.ts';
import { withAnswer } from '../../../shared/forms/set-answer.ts';
import { budgetForms, budgetYear, tableOf } from '../../support/budget-year.ts';
import { openTestEngine, type TestEngine } from '../../support/engines.ts';
import { expectOk, temporaryFolder } from '../../support/workspaces.ts';

const set = 'haigang-budget';
const forms = budgetForms();

/** The invented budget with its project forms; ids by the end of the definition's id or the project's name. */
async function createAll(engine: TestEngine): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { definition, answers } of forms) {
    const input = { definitionId: definition.id, fiscalYear: budgetYear, answers };
    const { id } = expectOk(await engine.call('record.create', input));
    ids.set(definition.id.startsWith(set) ? definition.id.replace(`${set}-`, '') : String(answers.projectName), id);
  }
  return ids;
}

/** Saves a form with a change, and asks for nothing. */
async function save(engine: TestEngine, id: string, change: (answers: Answers) => Answers): Promise<void> {
  const [record] = expectOk(await engine.call('record.get', { ids: [id] }));
  if (!record) throw new Error(`no record ${id}`);
  const input = { id, parentRevision: record.revision, answers: change(record.answers) };
  expectOk(await engine.call('record.save', input));
}

async function counts(engine: TestEngine, ...ids: readonly (string | undefined)[]) {
  const listed = expectOk(await engine.call('record.list', {}));
  return ids.map((wanted) => {
    const { error, warning } = listed.find(({ id }) => id === wanted)?.findings ?? {};
    return [error, warning];
  });
}

const costs = (total: string) => (answers: Answers) => withField(answers, 'annualFunds.total', total);

describe('lists', () => {
  it('count what a table that was saved and those beside it say of each other', async () => {
    const engine = await openTestEngine();
    const ids = await createAll(engine);
    const [balance, income] = [ids.get('balance') ?? '', ids.get('income') ?? ''];
    expect(await counts(engine, balance, income)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const { definition } = tableOf(forms, 'income');
    await save(engine, income, (answers) => withAnswer(definition, answers, 'lines.0.total', '999.00') ?? answers);
    const [[ofBalance], [ofIncome]] = (await counts(engine, balance, income)) as [[number], [number]];
    expect(ofBalance).toBeGreaterThan(0);
    expect(ofIncome).toBeGreaterThan(0);
  });

  it('count it after a project form that a table adds up was saved, removed, restored', async () => {
    const engine = await openTestEngine();
    const ids = await createAll(engine);
    const [table, project] = [ids.get('expenditure') ?? '', ids.get('阅读推广') ?? ''];
    expect(await counts(engine, table)).toEqual([[0, 0]]);
    await save(engine, project, costs('26.00'));
    expect(await counts(engine, table)).toEqual([[0, 1]]);
    await save(engine, project, costs('25.00'));
    expect(await counts(engine, table)).toEqual([[0, 0]]);
    expectOk(await engine.call('record.remove', { ids: [project] }));
    expect(await counts(engine, table)).toEqual([[0, 1]]);
    expectOk(await engine.call('record.restore', { ids: [project] }));
    expect(await counts(engine, table)).toEqual([[0, 0]]);
  });

  it('count a second table on both, until one of them says it is of another unit', async () => {
    const engine = await openTestEngine();
    const ids = await createAll(engine);
    const first = ids.get('income');
    const { definition, answers } = tableOf(forms, 'income');
    const input = { definitionId: definition.id, fiscalYear: budgetYear, answers };
    const { id: second } = expectOk(await engine.call('record.create', input));
    expect(await counts(engine, first, second)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    // Typed on and on, and nobody asks in between.
    for (const unit of ['902示例县文', '902示例县文化馆']) {
      await save(engine, second, (own) => withField(own, 'reportingUnit', unit));
    }
    expect(await counts(engine, first, second)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('count it also where the program ended before anybody asked', async () => {
    const folder = temporaryFolder();
    const engine = await openTestEngine(folder);
    const ids = await createAll(engine);
    const [table, project] = [ids.get('expenditure'), ids.get('阅读推广') ?? ''];
    expect(await counts(engine, table)).toEqual([[0, 0]]);
    await save(engine, project, costs('26.00'));
    engine.engine.close();
    const second = await openTestEngine(folder);
    expect(await counts(second, table)).toEqual([[0, 1]]);
    second.engine.close();

    // A program that was killed after the save has judged nothing.
    const store = expectOk(Store.open({ workspaceDir: folder, author: currentAuthor() }));
    const record = expectOk(store.get(project));
    const [form] = forms;
    if (!form) throw new Error('no forms');
    const saved = contentsOf({ ...form, answers: costs('25.00')(record.answers) });
    expectOk(store.saveUnjudged(project, record.revision, () => ok(saved)));
    expectOk(store.close());
    const third = await openTestEngine(folder);
    expectOk(await third.call('workspace.get', {}));
    expect(await counts(third, table)).toEqual([[0, 0]]);
  });
});
