import { expect, it } from 'vitest';
import { cellChoices } from '../../../../renderer/import/cell-choices.ts';
import { canPlaceAt } from '../../../../renderer/import/edits.ts';
import { candidate } from '../../../support/import-candidates.ts';
import { sampleDefinition as definition } from '../../../support/sample-form.ts';

it('offers every cell with what stands in it, and one more row', () => {
  const { answers } = candidate({ kind: 'new' });
  const choices = cellChoices(definition, answers);
  expect(choices.find(({ value }) => value === 'projectName')?.label).toContain('（村医补助）');
  expect(choices.find(({ value }) => value === 'indicators.0.target')?.label).toContain('第1行');
  expect(choices.find(({ value }) => value === 'indicators.1.target')?.label).toContain('新增一行');
  for (const { value } of choices) expect(canPlaceAt(definition, answers, value), value).toBe(true);
});
