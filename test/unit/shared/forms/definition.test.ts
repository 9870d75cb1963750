import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../../shared/forms/check/find-faults.ts';
import { definitionSchema } from '../../../../shared/forms/definition.ts';
import { shippedDefinitions } from '../../../support/definitions.ts';
import { sampleDefinition } from '../../../support/sample-form.ts';

it('there are definitions, each with an id of its own', () => {
  expect(shippedDefinitions.length).toBeGreaterThan(0);
  const ids = shippedDefinitions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

it.each(shippedDefinitions.map((definition) => [definition.id, definition] as const))(
  '%s makes sense in itself: ids, references, types, spans, coverage of paper and steps',
  (_id, definition) => {
    expect(findFaults(definition)).toEqual([]);
  },
);

describe('definitionSchema', () => {
  const refuses = (change: object): void => {
    expect(definitionSchema.safeParse({ ...sampleDefinition, ...change }).success).toBe(false);
  };

  it('takes a definition it has read before', () => {
    expect(definitionSchema.parse(structuredClone(sampleDefinition))).toEqual(sampleDefinition);
  });

  it('refuses what is unknown, missing or badly named', () => {
    refuses({ colour: 'red' });
    refuses({ fields: [], tables: [] });
    refuses({ id: 'Dalian_Form' });
    refuses({ amountUnit: '亿元' });
    refuses({ fields: [{ id: 'a.b.c', label: 'x', type: 'text' }] });
    refuses({ fields: [{ id: '__proto__', label: 'x', type: 'text' }] });
    refuses({ fields: [{ id: 'a', label: 'x', type: 'number' }] });
    refuses({ rules: [{ kind: 'product', total: 'a', parts: ['b'] }] });
    refuses({ layout: { columnWidths: [0], rows: sampleDefinition.layout.rows } });
  });
});
