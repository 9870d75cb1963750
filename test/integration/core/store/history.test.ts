import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  draftNamed,
  expectError,
  expectOk,
  openTestStore,
  temporaryFolder,
  testAuthor,
} from '../../../support/workspaces.ts';

test('the history names every state with who made it, oldest first', () => {
  const store = openTestStore(temporaryFolder());
  const { id, revision } = expectOk(store.create(draftNamed('一')));
  const second = expectOk(store.save(id, revision, draftNamed('二')));
  const third = expectOk(store.save(id, second.revision, draftNamed('一'), revision));
  expectOk(store.create(draftNamed('别的表')));
  const history = expectOk(store.history(id));
  expect(
    history.map(({ id: name, parent, restoredFrom, answers }) => [name, parent, restoredFrom, answers.projectName]),
  ).toEqual([
    [revision, null, null, '一'],
    [second.revision, revision, null, '二'],
    [third.revision, second.revision, revision, '一'],
  ]);
  expect(history.every(({ savedBy, savedOn }) => savedBy === testAuthor.name && savedOn === testAuthor.machine)).toBe(
    true,
  );
  expect(expectOk(store.revision(id, second.revision)).answers.projectName).toBe('二');
});

test('a revision of another form, or of none, is refused', () => {
  const store = openTestStore(temporaryFolder());
  const { id } = expectOk(store.create(draftNamed('一')));
  const other = expectOk(store.create(draftNamed('二')));
  expect(expectError(store.revision(id, other.revision))).toEqual({ kind: 'badRequest', detail: 'revision' });
  const missing = randomUUID();
  expect(expectError(store.history(missing))).toEqual({ kind: 'recordMissing', id: missing });
});

test('a form knows the year it was carried into', () => {
  const store = openTestStore(temporaryFolder());
  const { id } = expectOk(store.create(draftNamed('一')));
  expect(expectOk(store.isCarried(id, 2027))).toBe(false);
  const [carried] = expectOk(store.saveAll([{ draft: draftNamed('一', 2027), replaces: null, carriedFrom: id }]));
  expect(expectOk(store.isCarried(id, 2027))).toBe(true);
  expect(expectOk(store.isCarried(id, 2028))).toBe(false);
  expectOk(store.remove([carried?.id ?? '']));
  expect(expectOk(store.isCarried(id, 2027))).toBe(false);
});
