import { expect, test } from 'vitest';
import { numberForms } from '../../../../shared/forms/number-forms.ts';

test('forms of one definition are numbered in their order, whatever stands between them', () => {
  expect(numberForms(['a', 'b', 'a', 'c', 'a', 'b'])).toEqual([1, 1, 2, undefined, 3, 2]);
});

test('a form alone has no number', () => {
  expect(numberForms(['a'])).toEqual([undefined]);
  expect(numberForms([])).toEqual([]);
});
