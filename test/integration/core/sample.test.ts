import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSample, type SampleRecord } from '../../../electron/core/sample.ts';
import { openSheet } from '../../../shared/forms/arithmetic/budget-sheet.ts';
import { compareSheet } from '../../../shared/forms/arithmetic/differences.ts';
import { isBudgetTable } from '../../../shared/forms/arithmetic/settle.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { shippedDefinition, shippedDefinitions } from '../../support/definitions.ts';
import { openTestEngine } from '../../support/engines.ts';
import { expectOk } from '../../support/workspaces.ts';

const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
const sample = await loadSample(resourcesDir);

const shaped = ({ definitionId, answers }: SampleRecord) => {
  const definition = shippedDefinition(definitionId);
  return { definition, answers: shapeAnswers(definition, answers) };
};

/** What the tables of one year print that does not follow from the rest. */
function differencesOf(year: number): string[] {
  const tables = sample.records.filter(({ fiscalYear }) => fiscalYear === year).map(shaped);
  const others = new Map(tables.map((table) => [table.definition.id, table]));
  return tables.flatMap(({ definition, answers }) =>
    definition.tables.filter(isBudgetTable).flatMap(({ id }) => {
      const sheet = openSheet(definition, id, answers, others);
      const found = sheet ? compareSheet(sheet).differences : [];
      return found.map(({ path: at }) => `${definition.id} ${at}`);
    }),
  );
}

describe('the sample county', () => {
  test('has every form the program ships with', () => {
    const used = new Set(sample.records.map(({ definitionId }) => definitionId));
    expect(shippedDefinitions.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('holds nothing but what its forms have a place for', () => {
    for (const record of sample.records) {
      const { definition, answers } = shaped(record);
      const known = new Set([...definition.fields, ...definition.tables].map(({ id }) => id.split('.')[0]));
      expect(Object.keys(record.answers).filter((field) => !known.has(field))).toEqual([]);
      for (const { id } of definition.tables.filter(({ fixed }) => fixed === undefined)) {
        expect([answers[id] ?? []].flat()).toHaveLength([record.answers[id] ?? []].flat().length);
      }
    }
  });

  test('has budget tables that add up, but for one sum to learn from', () => {
    expect(differencesOf(sample.fiscalYear - 1)).toEqual([]);
    expect(differencesOf(sample.fiscalYear)).toEqual(['haigang-budget-assets lines.0.value']);
  });

  test('has forms begun from the year before, and forms with a history', async () => {
    const { call } = await openTestEngine();
    const { added } = expectOk(await call('sample.add', {}));
    expect(added).toBe(sample.records.length);
    const [before, now] = await Promise.all(
      [sample.fiscalYear - 1, sample.fiscalYear].map(async (fiscalYear) =>
        expectOk(await call('record.list', { fiscalYear })),
      ),
    );
    // Carried forward once, a form does not go over a second time.
    const forward = { fromYear: sample.fiscalYear - 1, toYear: sample.fiscalYear, ids: null, amounts: 'keep' } as const;
    const { created, skipped } = expectOk(await call('year.carryForward', forward));
    const carried = sample.records.filter(({ carriedFrom }) => carriedFrom !== undefined);
    expect(skipped.length).toBeGreaterThanOrEqual(carried.length);
    expect(created.length + skipped.length).toBe(before?.length);
    const lengths = await Promise.all(
      (now ?? []).map(async ({ id }) => expectOk(await call('record.history', { id })).length),
    );
    expect(Math.max(...lengths)).toBeGreaterThan(2);
  });
});
