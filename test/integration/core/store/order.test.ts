import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../../electron/core/store/store.ts';
import { draftNamed, expectError, expectOk, openTestStore, temporaryFolder } from '../../../support/workspaces.ts';

const names = (store: Store, fiscalYear = 2026) =>
  expectOk(store.list({ fiscalYear, query: '' })).map(({ title, ordinal }) => `${ordinal}${title}`);

function storeWith(titles: string, fiscalYear = 2026) {
  const store = openTestStore(temporaryFolder());
  const ids = new Map([...titles].map((title) => [title, expectOk(store.create(draftNamed(title, fiscalYear))).id]));
  return { store, idOf: (title: string) => ids.get(title) ?? '' };
}

test('forms move in front of another one or to the end, in their own order', () => {
  const { store, idOf } = storeWith('甲乙丙丁');
  expectOk(store.move([idOf('丁'), idOf('丙')], idOf('甲')));
  expect(names(store)).toEqual(['1丙', '2丁', '3甲', '4乙']);
  expectOk(store.move([idOf('丙')], null));
  expect(names(store)).toEqual(['1丁', '2甲', '3乙', '4丙']);
  expectOk(store.move([idOf('甲')], idOf('甲')));
  expect(names(store)).toEqual(['1丁', '2甲', '3乙', '4丙']);
  expectOk(store.move([], null));
});

test('the order outlives the process, other years and removed forms keep theirs', () => {
  const folder = temporaryFolder();
  const first = openTestStore(folder);
  const ids = ['甲', '乙', '丙'].map((title) => expectOk(first.create(draftNamed(title))).id);
  for (const title of ['子', '丑']) expectOk(first.create(draftNamed(title, 2025)));
  expectOk(first.remove([ids[1] ?? '']));
  expectOk(first.move([ids[2] ?? ''], ids[0] ?? ''));
  first.close();
  const store = openTestStore(folder);
  expect(names(store)).toEqual(['1丙', '2甲']);
  expect(names(store, 2025)).toEqual(['1子', '2丑']);
  expectOk(store.restore([ids[1] ?? '']));
  expect(names(store)).toEqual(['1丙', '2乙', '3甲']);
});

test('a form of another year is not moved, nor anything else then', () => {
  const { store, idOf } = storeWith('甲乙');
  const other = expectOk(store.create(draftNamed('丙', 2025))).id;
  expect(expectError(store.move([idOf('乙'), other], idOf('甲')))).toEqual({ kind: 'recordMissing', id: other });
  expect(names(store)).toEqual(['1甲', '2乙']);
});

test('a copy stands behind the form it is of', () => {
  const { store, idOf } = storeWith('甲乙');
  expectOk(
    store.copy([
      { of: idOf('甲'), draft: draftNamed('甲二') },
      { of: idOf('乙'), draft: draftNamed('乙二') },
    ]),
  );
  expect(names(store)).toEqual(['1甲', '2甲二', '3乙', '4乙二']);
});

test('whatever is moved where, the list holds the same forms, the moved ones together', () => {
  const { store, idOf } = storeWith('甲乙丙丁戊');
  const titles = fc.subarray([...'甲乙丙丁戊'], { minLength: 1 });
  fc.assert(
    fc.property(titles, fc.option(fc.constantFrom(...'甲乙丙丁戊')), (moved, before) => {
      const order = () => expectOk(store.list({ query: '' })).map(({ title }) => title);
      const earlier = order();
      expectOk(store.move(moved.map(idOf), before === null ? null : idOf(before)));
      const later = order();
      expect(later.toSorted()).toEqual(earlier.toSorted());
      const kept = (list: string[], isMoved: boolean) => list.filter((title) => moved.includes(title) === isMoved);
      expect(kept(later, true)).toEqual(kept(earlier, true));
      expect(kept(later, false)).toEqual(kept(earlier, false));
      const at = later.findIndex((title) => moved.includes(title));
      expect(kept(later.slice(at, at + moved.length), true)).toHaveLength(moved.length);
    }),
    { numRuns: 40 },
  );
});
