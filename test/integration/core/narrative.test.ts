import { expect, test } from 'vitest';
import { fieldText } from '../../../shared/domain/answers.ts';
import { openSheet, withChanges } from '../../../shared/forms/arithmetic/budget-sheet.ts';
import { budgetForms, budgetYear, tableOf } from '../../support/budget-year.ts';
import { openTestEngine } from '../../support/engines.ts';
import { expectOk } from '../../support/workspaces.ts';

const NARRATIVE = 'haigang-budget-narrative';

/** A workspace with an invented budget and its text, as the program drafts it. */
async function workspace() {
  const { call } = await openTestEngine();
  const ids = new Map<string, string>();
  for (const { definition, answers } of budgetForms()) {
    const created = await call('record.create', { definitionId: definition.id, fiscalYear: budgetYear, answers });
    ids.set(definition.id, expectOk(created).id);
  }
  const text = expectOk(await call('record.create', { definitionId: NARRATIVE, fiscalYear: budgetYear }));
  const read = async (id: string) => {
    const [record] = expectOk(await call('record.get', { ids: [id] }));
    if (!record) throw new Error('no record');
    return record;
  };
  return { call, ids, text, read };
}

test('a new text is drafted with the figures of the tables, and has none wrong', async () => {
  const { call, text } = await workspace();
  expect(fieldText(text.answers, 'income')).toContain('预算收入130.00万元');
  expect(fieldText(text.answers, 'change')).toContain('较2025年预算＿＿＿万元');
  const [checked] = expectOk(await call('check.run', { ids: [text.id] }));
  const quoted = checked?.findings.filter(({ ruleId }) => ruleId === 'quoted-figure') ?? [];
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
});

test('figures that agreed follow their table; one that differed stays and is found', async () => {
  const { call, ids, text, read } = await workspace();
  const own = '部门收入全部入账。预算收入131.00万元，其中一般公共预算收入130.00万元。';
  expectOk(
    await call('record.save', {
      id: text.id,
      parentRevision: text.revision,
      answers: { ...text.answers, income: own },
    }),
  );
  const { definition } = tableOf(budgetForms(), 'fiscal-balance');
  const table = await read(ids.get(definition.id) ?? '');
  const changes = openSheet(definition, 'lines', table.answers)?.change('lines.0.income', '135.00') ?? [];
  const answers = withChanges(table.answers, changes);
  expectOk(await call('record.save', { id: table.id, parentRevision: table.revision, answers }));
  expect(fieldText((await read(text.id)).answers, 'income')).toBe(
    '部门收入全部入账。预算收入131.00万元，其中一般公共预算收入135.00万元。',
  );
  const [checked] = expectOk(await call('check.run', { ids: [text.id] }));
  const failed = checked?.findings.filter(({ ruleId, outcome }) => ruleId === 'quoted-figure' && outcome === 'fail');
  expect(failed?.map(({ path }) => path)).toEqual(['income']);
});
