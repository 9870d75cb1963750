import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readSource } from '../../../../electron/core/readers/read-source.ts';
import { makeContext } from '../../../../shared/checks/context.ts';
import { sum } from '../../../../shared/checks/rules/sum.ts';
import { tableRows } from '../../../../shared/domain/answers.ts';
import { recogniseDocument } from '../../../../shared/forms/recognise/recognise.ts';
import { shippedDefinition, shippedDefinitions } from '../../../support/definitions.ts';
import { quietContext } from '../../../support/reading.ts';
import { hasTruth, seedsFolder, truthFolder } from '../../../support/seeds.ts';
import { expectOk } from '../../../support/workspaces.ts';

interface Truth {
  readonly tasks: readonly { readonly name: string; readonly total: string; readonly fiscal: string }[];
  readonly indicators: readonly { readonly level3: string; readonly target: string }[];
}

const plain = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/gu, '');

it('reads a form that was scanned, with rows torn apart, as people read it', async ({ skip }) => {
  if (!hasTruth) return skip('the real documents are not at hand');
  const name = readdirSync(seedsFolder).find((file) => file.startsWith('004_')) ?? 'missing';
  const document = expectOk(await readSource({ path: path.join(seedsFolder, name), name }, quietContext()));
  const { forms, unrecognised } = recogniseDocument(document, shippedDefinitions, { defaultFiscalYear: 2000 });
  const [truth]: Truth[] = JSON.parse(readFileSync(path.join(truthFolder, '004.json'), 'utf8'));
  const definition = shippedDefinition('futian-unit-target');
  expect(forms.map(({ definitionId, fiscalYear }) => [definitionId, fiscalYear])).toEqual([[definition.id, 2024]]);
  expect(unrecognised).toEqual([]);
  const answers = forms[0]?.answers ?? {};

  const tasks = tableRows(answers, 'tasks').map((row) => [plain(row.name), row.total, row.fiscal].join(' '));
  const trueTasks = truth?.tasks.map((task) => [plain(task.name), task.total, task.fiscal].join(' '));
  expect(tasks.toSorted()).toEqual(trueTasks?.toSorted());
  const indicators = tableRows(answers, 'indicators').map((row) => `${plain(row.level3)} ${plain(row.target)}`);
  expect(indicators).toEqual(truth?.indicators.map((row) => `${plain(row.level3)} ${plain(row.target)}`));
  const outcomes = sum.run(makeContext(definition, { answers, fiscalYear: 2024 })).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(outcomes.map(() => 'pass'));
});
