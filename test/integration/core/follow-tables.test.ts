import { describe, expect, it } from 'vitest';
import { type Answers, answerAt } from '../../../shared/domain/answers.ts';
import { openSheet, withChanges } from '../../../shared/forms/arithmetic/budget-sheet.ts';
import { budgetForms, budgetYear, tableOf } from '../../support/budget-year.ts';
import { openTestEngine, type TestEngine } from '../../support/engines.ts';
import { expectOk } from '../../support/workspaces.ts';

const set = 'haigang-budget';

/** A workspace with an invented budget; ids by the end of the definition's id. */
async function workspace(engine: TestEngine, change: (name: string, answers: Answers) => Answers = (_n, own) => own) {
  const ids = new Map<string, string>();
  for (const { definition, answers } of budgetForms()) {
    const name = definition.id.replace(`${set}-`, '');
    const input = { definitionId: definition.id, fiscalYear: budgetYear, answers: change(name, answers) };
    ids.set(name, expectOk(await engine.call('record.create', input)).id);
  }
  const read = async (name: string) => {
    const [record] = expectOk(await engine.call('record.get', { ids: [ids.get(name) ?? ''] }));
    if (!record) throw new Error(`no record ${name}`);
    return record;
  };
  const type = async (name: string, path: string, text: string) => {
    const record = await read(name);
    const { definition } = tableOf(budgetForms(), name);
    const changes = openSheet(definition, 'lines', record.answers)?.change(path, text) ?? [];
    const answers = withChanges(record.answers, changes);
    expectOk(await engine.call('record.save', { id: record.id, parentRevision: record.revision, answers }));
  };
  return { ids, read, type };
}

describe('saving a table that others draw on', () => {
  it('lets them follow as revisions of their own, through the tables that draw on those', async () => {
    const engine = await openTestEngine();
    const { ids, read, type } = await workspace(engine);
    await type('general-expenditure', 'lines.2.basic', '90.50');
    const fiscal = await read('fiscal-balance');
    expect(answerAt(fiscal.answers, 'lines.6.general')).toBe('130.50');
    expect(answerAt(fiscal.answers, 'lines.31.total')).toBe('140.00');
    const history = expectOk(await engine.call('record.history', { id: ids.get('fiscal-balance') ?? '' }));
    expect(history).toHaveLength(2);

    const { id, revision: parentRevision } = await read('general-expenditure');
    const first = expectOk(await engine.call('record.history', { id })).find(({ parent }) => parent === null);
    expectOk(await engine.call('record.revert', { id, revision: first?.id ?? '', parentRevision }));
    expect(answerAt((await read('fiscal-balance')).answers, 'lines.31.total')).toBe('130.00');

    await type('fiscal-balance', 'lines.0.income', '140.00');
    expect(answerAt((await read('balance')).answers, 'lines.33.income')).toBe('140.00');
  });

  it('leaves amounts that stood at odds with it, and says so in the check', async () => {
    const engine = await openTestEngine();
    const { ids, read, type } = await workspace(engine, (name, answers) =>
      name === 'balance' ? withChanges(answers, [{ path: 'lines.6.expenditure', text: '121.00' }]) : answers,
    );
    await type('expenditure', 'lines.3.basic', '90.50');
    const { answers } = await read('balance');
    expect(answerAt(answers, 'lines.6.expenditure')).toBe('121.00');
    const [checked] = expectOk(await engine.call('check.run', { ids: [ids.get('balance') ?? ''] }));
    const found = checked?.findings.filter(({ ruleId, outcome }) => ruleId === 'table-source' && outcome === 'fail');
    expect(found?.map(({ path }) => path)).toEqual(['lines.6.expenditure']);
  });

  it('leaves the tables of another unit alone', async () => {
    const engine = await openTestEngine();
    const { read, type } = await workspace(engine, (name, answers) =>
      name === 'fiscal-balance' ? { ...answers, reportingUnit: '902示例县文化馆' } : answers,
    );
    const before = await read('fiscal-balance');
    await type('general-expenditure', 'lines.2.basic', '90.50');
    expect((await read('fiscal-balance')).revision).toBe(before.revision);
  });
});
