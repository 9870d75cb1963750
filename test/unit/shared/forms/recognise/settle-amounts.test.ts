import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../../../../shared/forms/definition.ts';
import { amountSums, fittingOrders, settleAmounts } from '../../../../../shared/forms/recognise/settle-amounts.ts';
import { tableOf } from '../../../../../shared/forms/shape.ts';
import { shippedDefinition } from '../../../../support/definitions.ts';

const definition = shippedDefinition('futian-unit-target');
const rowSum = [{ total: 0, parts: [1, 2] }];

describe('amountSums', () => {
  const columns = ['total', 'fiscal', 'other'];

  it('gives the sums of each row and the printed totals of columns', () => {
    const tasks = tableOf(definition, 'tasks');
    if (!tasks) throw new Error('the form has tasks');
    expect(amountSums(definition, tasks, columns)).toEqual({
      rows: rowSum,
      columns: [
        { column: 0, field: 'tasksTotal.total' },
        { column: 1, field: 'tasksTotal.fiscal' },
        { column: 2, field: 'tasksTotal.other' },
      ],
    });
  });

  it('gives none that the definition does not state', () => {
    const silent = definitionSchema.parse({ ...definition, rules: [] });
    const tasks = tableOf(silent, 'tasks');
    expect(tasks && amountSums(silent, tasks, columns)).toEqual({ rows: [], columns: [] });
  });
});

describe('fittingOrders', () => {
  it('keeps the written order where it adds up, or nothing has to', () => {
    expect(fittingOrders(['5.00', '3', '2'], rowSum)).toEqual([['5.00', '3', '2']]);
    expect(fittingOrders(['1', '2', '4'], [])).toEqual([['1', '2', '4']]);
  });

  it('gives every order that adds up otherwise, larger amounts to the left', () => {
    expect(fittingOrders(['0.00', '45. 00', '45.00'], rowSum)).toEqual([
      ['45.00', '45.00', '0.00'],
      ['45.00', '0.00', '45.00'],
    ]);
  });

  it('gives none where no order adds up', () => {
    expect(fittingOrders(['1', '2', '4'], rowSum)).toEqual([]);
  });
});

describe('settleAmounts', () => {
  const choices = [
    [
      ['45', '45', '0'],
      ['45', '0', '45'],
    ],
    [
      ['7', '7', '0'],
      ['7', '0', '7'],
    ],
  ];

  it('takes the orders that give the printed totals', () => {
    const totals = [
      { column: 1, total: '10', known: ['3.00'] },
      { column: 2, total: '45.0', known: [] },
    ];
    expect(settleAmounts(choices, totals)).toEqual({
      rows: [
        ['45', '0', '45'],
        ['7', '7', '0'],
      ],
      agrees: true,
    });
  });

  it('takes the first of each where no order does, or nothing is printed', () => {
    const first = [
      ['45', '45', '0'],
      ['7', '7', '0'],
    ];
    expect(settleAmounts(choices, [{ column: 0, total: '1', known: [] }])).toEqual({ rows: first, agrees: false });
    expect(settleAmounts(choices, [])).toEqual({ rows: first, agrees: null });
  });
});
