import { expect, test } from 'vitest';
import { dropTarget, stepTarget } from '../../../../renderer/workbench/moving.ts';

const order = [...'abcde'];

test.each([
  ['c', -1, 'b'],
  ['c', 1, 'e'],
  ['d', 1, null],
  ['e', 1, undefined],
  ['a', -1, undefined],
  ['bd', -1, 'a'],
  ['bc', 1, 'e'],
  ['bd', 1, null],
  ['x', 1, undefined],
] as const)('%s moved by %s stands in front of %s', (moved, direction, before) => {
  expect(stepTarget(order, [...moved], direction)).toBe(before);
});

test.each([
  ['d', 'b', 'b'],
  ['b', 'd', 'e'],
  ['b', 'e', null],
  ['b', 'b', undefined],
  ['de', 'a', 'a'],
  ['ab', 'e', null],
] as const)('%s dropped on %s stands in front of %s', (moved, on, before) => {
  expect(dropTarget(order, [...moved], on)).toBe(before);
});
