import { describe, expect, it } from 'vitest';
import { referenceFaults } from '../../../../shared/forms/check/reference-faults.ts';
import { definitionSchema } from '../../../../shared/forms/definition.ts';
import { isPartOf, sumTerm } from '../../../../shared/forms/sum-terms.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

const amount = (id: string) => ({ id, label: id, type: 'amount' });
const table = (id: string) => ({ id, label: id, columns: ['total', 'fiscal'].map(amount) });
const withTables = { ...sampleDefinition, tables: [...sampleDefinition.tables, table('tasks'), table('costs')] };

function definitionWith(total: string, ...parts: readonly string[]) {
  return definitionSchema.parse({ ...withTables, rules: [{ kind: 'sum', total, parts }] });
}

const definition = definitionWith('annualFunds.total', 'tasks.total');

describe('sumTerm', () => {
  it('knows fields and columns', () => {
    expect(sumTerm(definition, 'annualFunds.total')).toMatchObject({
      kind: 'field',
      field: { id: 'annualFunds.total' },
    });
    expect(sumTerm(definition, 'tasks.total')).toMatchObject({ kind: 'column', table: { id: 'tasks' } });
    expect(sumTerm(definition, 'tasks.name')).toBeUndefined();
    expect(sumTerm(definition, 'tasks')).toBeUndefined();
  });
});

describe('isPartOf', () => {
  it.each([
    ['annualFunds.fiscal', 'annualFunds.total', true],
    ['tasks.total', 'annualFunds.total', true],
    ['tasks.fiscal', 'tasks.total', true],
    ['costs.fiscal', 'tasks.total', false],
    ['annualFunds.fiscal', 'tasks.total', false],
    ['tasks.other', 'tasks.total', false],
    ['tasks.total', 'whole', false],
  ])('%s under %s: %s', (part, total, expected) => {
    expect(isPartOf(definition, part, total)).toBe(expected);
  });

  it('is asked of every sum of a definition', () => {
    expect(referenceFaults(definition)).toEqual([]);
    const [fault] = referenceFaults(definitionWith('tasks.total', 'costs.total'));
    expect(fault).toMatchObject({ path: ['rules', 0, 'parts', 0], message: expect.stringContaining('costs.total') });
    expect(referenceFaults(definitionWith('whole', 'costs.total'))[0]?.path.slice(0, 2)).toEqual(['rules', 0]);
  });
});
